//! What a reader has found so far: the draft, and the notes. All readers add to it, so that all treat repetitions and
//! impossible names alike.

use std::collections::{HashMap, HashSet, hash_map};

use scopes_manifest::Catalog;
use scopes_manifest::format::{LONGEST_NAME, NAME_CHARACTERS};
use scopes_manifest::route::shape;

use super::words::one_line;
use super::{Imported, Options, Unreadable, rules};
use crate::draft::{Access, Draft, Scope};
use crate::note::Note;
use crate::place::Place;

/// With more notes a document is not what it was taken for.
const MOST_NOTES: usize = 10_000;
/// Nor with more names that no scope can have.
const MOST_BAD_NAMES: usize = 1_000;
/// The entries of a manifest are longer than the names and texts in them.
const MOST_BYTES: usize = Catalog::MAX_BYTES;

/// Collects scopes, endpoints and notes.
#[derive(Debug)]
pub(crate) struct Gathering<'o> {
    pub(crate) options: &'o Options,
    pub(crate) draft: Draft,
    notes: Vec<Note>,
    /// Where each scope stands, by its name without case.
    places: HashMap<String, (String, Place)>,
    /// Where each endpoint stands, in the order of the draft.
    routes: Vec<Place>,
    /// Which endpoint has a route, whatever its parameters are called.
    shapes: HashMap<String, usize>,
    /// Endpoints of which the document says two different things.
    disputed: HashSet<usize>,
    bytes: usize,
    bad_names: usize,
    refusal: Option<Unreadable>,
}

impl<'o> Gathering<'o> {
    pub(crate) fn new(options: &'o Options) -> Self {
        Self {
            options,
            draft: Draft::new(""),
            notes: Vec::new(),
            places: HashMap::new(),
            routes: Vec::new(),
            shapes: HashMap::new(),
            disputed: HashSet::new(),
            bytes: 0,
            bad_names: 0,
            refusal: None,
        }
    }

    /// Something that should be known.
    pub(crate) fn tell(&mut self, place: Place, sentence: impl Into<String>) {
        self.note(place, false, &sentence.into());
    }

    /// Something that is not in the draft and should be.
    pub(crate) fn lose(&mut self, place: Place, sentence: impl Into<String>) {
        self.note(place, true, &sentence.into());
    }

    fn note(&mut self, place: Place, is_lost: bool, sentence: &str) {
        if self.notes.len() < MOST_NOTES {
            self.notes.push(Note::new(place, is_lost, sentence));
        } else {
            self.refuse(place, format!("up to here {MOST_NOTES} places are not as they should be"));
        }
    }

    fn refuse(&mut self, place: Place, what: String) {
        let help = "the document may be of another format: say which with `--from`";
        self.refusal.get_or_insert_with(|| Unreadable::at(place, what).with_help(help));
    }

    /// Whether the document is refused already, so that going on would only take time.
    pub(crate) fn is_refused(&self) -> bool {
        self.refusal.is_some()
    }

    /// Whether nothing was found, not even what had to be left out.
    pub(crate) fn is_empty(&self) -> bool {
        self.draft.scopes.is_empty() && self.refusal.is_none() && !self.notes.iter().any(|note| note.is_lost)
    }

    /// Adds a scope, unless no scope can have this name or it is there already.
    pub(crate) fn scope(&mut self, place: Place, name: &str, text: &str) -> Option<&mut Scope> {
        if !is_name(name) {
            self.bad_name(place, name);
            return None;
        }
        let text = one_line(text);
        if let Some((first, line)) = self.places.get(&name.to_ascii_lowercase()).map(|(name, at)| (name, at.line)) {
            let kept = self.draft.scopes.get(first).map(|scope| scope.text.as_str()).unwrap_or_default();
            let (is_same, is_text) = (first == name, text.is_empty() || kept == text);
            match (is_same, is_text) {
                (true, true) => self.tell(place, format!("`{name}` stands in line {line} already")),
                (true, false) => self.lose(place, format!("`{name}` has another text in line {line}, which is kept")),
                (false, _) => {
                    let sentence =
                        format!("`{name}` is left out: it differs from `{first}` of line {line} by case alone");
                    self.lose(place, sentence);
                }
            }
            return None;
        }
        if !self.has_room(place, name.len() + text.len()) {
            return None;
        }
        if text.trim().is_empty() && !self.options.describe_by_name {
            self.tell(place, format!("`{name}` has no description; a manifest needs one"));
        }
        self.places.insert(name.to_ascii_lowercase(), (name.to_owned(), place));
        let scope = Scope { text: if text.trim().is_empty() { String::new() } else { text }, ..Scope::default() };
        Some(self.draft.scopes.entry(name.to_owned()).insert_entry(scope).into_mut())
    }

    fn bad_name(&mut self, place: Place, name: &str) {
        self.bad_names += 1;
        if self.bad_names > MOST_BAD_NAMES {
            self.refuse(place, format!("up to here {MOST_BAD_NAMES} names are none that a scope can have"));
        } else if let Some(fault) = rules::name_fault(name) {
            self.lose(place, format!("`{}` is left out: {fault}", shortened(name)));
        }
    }

    /// Adds an endpoint, unless it is there already. Where the document says two different things of one, neither is taken:
    /// the first might be the weaker. Whether endpoints can have these routes is asked of all at once.
    pub(crate) fn endpoint(&mut self, place: Place, route: &str, access: Access) {
        if self.is_refused() {
            return;
        }
        match self.shapes.entry(shape(route)) {
            hash_map::Entry::Occupied(first) => {
                let first = *first.get();
                self.again(place, route, first, &access);
            }
            hash_map::Entry::Vacant(new) => {
                new.insert(self.draft.endpoints.len());
                if self.has_room(place, route.len()) {
                    self.draft.endpoints.insert(route.to_owned(), access);
                    self.routes.push(place);
                }
            }
        }
    }

    /// The route of an endpoint that is there.
    fn again(&mut self, place: Place, route: &str, first: usize, access: &Access) {
        let Some((known, kept)) = self.draft.endpoints.get_index(first) else { return };
        let Some(at) = self.routes.get(first).copied() else { return };
        let (is_same, is_known) = (kept == access, known == route);
        let (route, known) = (shortened(route), shortened(known));
        if !is_same {
            let sentence = |route: &str, line: usize| {
                format!("`{route}` is left out: line {line} says of the same route that it takes something else")
            };
            self.lose(place, sentence(&route, at.line));
            if self.disputed.insert(first) {
                self.lose(at, sentence(&known, place.line));
            }
        } else if !is_known {
            self.tell(
                place,
                format!("`{route}` is the same route as `{known}` of line {}, and takes the same", at.line),
            );
        }
    }

    fn has_room(&mut self, place: Place, bytes: usize) -> bool {
        self.bytes += bytes;
        if self.bytes > MOST_BYTES && self.refusal.is_none() {
            let what = "the document says more up to here than a manifest can hold, which is 1 MiB";
            self.refusal =
                Some(Unreadable::at(place, what).with_help("import it in parts, each into its own manifest"));
        }
        self.refusal.is_none()
    }

    /// Leaves out what can be no endpoint, or is disputed.
    fn leave_out_routes(&mut self) {
        let mut bad = std::mem::take(&mut self.disputed);
        for (index, fault) in rules::route_faults(&self.draft.endpoints) {
            // Where the whole draft was read at once there are no places: it is validated as it is.
            let Some(place) = self.routes.get(index).copied() else { continue };
            let Some((route, _)) = self.draft.endpoints.get_index(index) else { continue };
            let sentence = format!("`{}` is left out: {}", shortened(route), shortened_to(&fault, 300));
            self.lose(place, sentence);
            bad.insert(index);
        }
        let mut index = 0..;
        self.draft.endpoints.retain(|_, _| index.next().is_some_and(|index| !bad.contains(&index)));
    }

    /// Describes scopes by their names where that is asked for, of whatever format the document is.
    fn describe(&mut self) {
        for (name, scope) in self.draft.scopes.iter_mut().filter(|(_, scope)| scope.text.trim().is_empty()) {
            name.clone_into(&mut scope.text);
        }
    }

    /// The draft with the notes in the order of their places.
    pub(crate) fn finish(mut self) -> Result<Imported, Unreadable> {
        self.leave_out_routes();
        if self.options.describe_by_name {
            self.describe();
        }
        self.notes.sort_by_key(|note| note.place);
        self.refusal.map_or(Ok(Imported { draft: self.draft, notes: self.notes }), Err)
    }
}

/// Whether a scope can be called this; `rules` says why not.
pub(crate) fn is_name(name: &str) -> bool {
    let is_legal = |character| NAME_CHARACTERS.iter().any(|range| range.contains(&character));
    (1..=LONGEST_NAME).contains(&name.len()) && name.chars().all(is_legal)
}

/// A name or a value that may be of any length, for a message.
pub(crate) fn shortened(text: &str) -> String {
    shortened_to(text, 80)
}

/// A text with at most so many characters.
pub(crate) fn shortened_to(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
