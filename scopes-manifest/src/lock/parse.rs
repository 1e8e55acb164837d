//! Reads the text of a lock. It ends at the first fault: a lock is written by a program, and what is wrong with one is
//! an edit or a merge that has to be looked at as a whole.

use std::collections::HashMap;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::values::{Entry, Reader, Result, Table, WRITE_ANEW, is_true, number};
use super::{Lock, LockFault};
use crate::authority::{Authority, EndpointAuthority, ScopeAuthority, ascending};
use crate::catalog::{Access, Approval, Axis, Issued, Requirement, ScopeId, ScopeKind, Sensitivity, Words};
use crate::source::{Source, Span};

/// The text of a file.
pub(super) fn text(bytes: &[u8]) -> Result<&str> {
    std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).and_then(|good| std::str::from_utf8(good).ok()).unwrap_or_default();
        let end = Span { start: good.len(), end: good.len() };
        LockFault::new(&Source::new(good), end, "here begins something that is not UTF-8")
    })
}

/// The whole file.
pub(super) fn lock(text: &str) -> Result<(String, Authority)> {
    let source = Source::new(if text.len() > Lock::MAX_BYTES { "" } else { text });
    if text.len() > Lock::MAX_BYTES {
        let message = format!("the lock is {} bytes long, at most {} are read", text.len(), Lock::MAX_BYTES);
        return Err(LockFault::new(&source, Span::default(), message));
    }
    let document = DeTable::parse(text).map_err(|error| no_toml(&source, &error))?;
    let mut reader = Reader { source: &source, ids: HashMap::new() };
    reader.document(Table { table: document.get_ref(), span: Span::default() })
}

fn no_toml(source: &Source, error: &toml::de::Error) -> LockFault {
    let text = source.text();
    let at = |place: usize| Span { start: place.min(text.len()), end: place.min(text.len()) };
    let conflict = if text.starts_with(MARK) { Some(0) } else { text.find(&format!("\n{MARK}")).map(|end| end + 1) };
    if let Some(place) = conflict {
        return LockFault::new(source, at(place), CONFLICT);
    }
    let message = format!("this is not TOML: {}; {WRITE_ANEW}", error.message());
    LockFault::new(source, at(error.span().unwrap_or_default().start), message)
}

/// Begins what git leaves of two versions.
const MARK: &str = "<<<<<<<";

const CONFLICT: &str =
    "a conflict of a merge stands here: merge the manifest, take one side of the lock, and run `cargo scopes lock`";

impl Reader<'_> {
    /// The system's name, and the rest.
    fn document(&mut self, document: Table<'_, '_>) -> Result<(String, Authority)> {
        // Another version may have other keys, so it is looked at before them.
        self.version(document)?;
        self.known_keys(document, &["version", "system", "max_bytes", "scopes", "endpoints", "end"])?;
        let (key, value) = self.required(document, "end")?;
        self.known_keys(self.table(key, value)?, &[])?;
        let (key, value) = self.required(document, "system")?;
        let (system, _) = self.text(key, value)?;
        let max_bytes = self.max_bytes(document)?;
        let (key, value) = self.required(document, "scopes")?;
        let mut entries: Vec<Entry<'_, '_>> = self.table(key, value)?.table.iter().collect();
        if entries.is_empty() {
            return self.fault(Span::of(key), format!("the lock has no scope; {WRITE_ANEW}"));
        }
        entries.sort_by(|(left, _), (right, _)| left.get_ref().cmp(right.get_ref()));
        let mut scopes = self.names(&entries)?;
        for (scope, (key, value)) in scopes.iter_mut().zip(&entries) {
            self.scope(scope, self.table(key, value)?)?;
        }
        let (key, value) = self.required(document, "endpoints")?;
        let entries = self.table(key, value)?.table.iter();
        let mut endpoints = entries.map(|(key, value)| self.endpoint(key, value)).collect::<Result<Vec<_>>>()?;
        endpoints.sort_unstable_by(|left, right| left.route.cmp(&right.route));
        Ok((system, Authority { scopes, endpoints, max_bytes }))
    }

    fn version(&self, document: Table<'_, '_>) -> Result<()> {
        let (_, value) = self.required(document, "version")?;
        if number(value.get_ref()) == Some(1) {
            return Ok(());
        }
        let message = "this lock is not of version 1; build with the scopes-runtime that wrote it, or";
        self.fault(Span::of(value), format!("{message} {WRITE_ANEW}"))
    }

    fn max_bytes(&self, document: Table<'_, '_>) -> Result<usize> {
        let (_, value) = self.required(document, "max_bytes")?;
        match number(value.get_ref()).and_then(|number| usize::try_from(number).ok()) {
            Some(bytes) => Ok(bytes),
            None => self.fault(Span::of(value), "`max_bytes` is a number of bytes"),
        }
    }

    /// The scopes by name alone, and what every name means.
    fn names(&mut self, entries: &[Entry<'_, '_>]) -> Result<Vec<ScopeAuthority>> {
        let mut scopes = Vec::with_capacity(entries.len());
        for (id, (key, value)) in (0..).map(ScopeId).zip(entries) {
            let name = key.get_ref().to_string();
            self.declare(&name, id, Span::of(key))?;
            let aliases = match self.table(key, value)?.table.get_key_value("aliases") {
                Some((key, value)) => self.texts(key, value)?,
                None => Vec::new(),
            };
            for (alias, span) in &aliases {
                self.declare(alias, id, *span)?;
            }
            let aliases = ascending(aliases.into_iter().map(|(alias, _)| alias).collect());
            scopes.push(ScopeAuthority { name, aliases, ..ScopeAuthority::default() });
        }
        Ok(scopes)
    }

    fn declare(&mut self, name: &str, id: ScopeId, span: Span) -> Result<()> {
        if self.ids.insert(name.to_owned(), id).is_some() {
            return self.fault(span, format!("`{name}` stands for two scopes; {WRITE_ANEW}"));
        }
        Ok(())
    }

    fn scope(&self, scope: &mut ScopeAuthority, table: Table<'_, '_>) -> Result<()> {
        for (key, value) in table.table {
            match &**key.get_ref() {
                "aliases" => {}
                "kind" => {
                    let kind = self.word(key, self.text(key, value)?, ScopeKind::WORDS)?;
                    scope.is_restriction = kind == ScopeKind::Restriction;
                }
                "includes" => scope.includes = self.scopes(key, value)?,
                "requires" => scope.requires = self.scopes(key, value)?,
                "approval" => scope.approval = self.word(key, self.text(key, value)?, Approval::WORDS)?,
                "sensitivity" => scope.sensitivity = self.word(key, self.text(key, value)?, Sensitivity::WORDS)?,
                "bound_to" => scope.bound_to = Some(self.text(key, value)?.0),
                "issues" => {
                    let words = self.texts(key, value)?.into_iter();
                    let issues = words.map(|word| self.word(key, word, Issued::WORDS)).collect::<Result<_>>()?;
                    scope.issues = ascending(issues);
                }
                "claims" => scope.claims = self.plain(key, value)?,
                axis => match Axis::WORDS.iter().find(|(word, _)| *word == axis) {
                    Some((_, axis)) => scope.allowed[*axis as usize] = Some(self.plain(key, value)?),
                    None => return self.unknown_key(key, &SCOPE_KEYS),
                },
            }
        }
        Ok(())
    }

    fn endpoint(&self, key: &Spanned<DeString<'_>>, value: &Spanned<DeValue<'_>>) -> Result<EndpointAuthority> {
        let table = self.table(key, value)?;
        self.known_keys(table, &["any", "public", "authenticated", "under"])?;
        let under = match table.table.get_key_value("under") {
            Some((key, value)) => Some(self.scopes(key, value)?),
            None => None,
        };
        let get = |key| table.table.get_key_value(key);
        let access = match (get("any"), get("public"), get("authenticated")) {
            (Some((key, value)), None, None) => {
                let alternatives = self.alternatives(key, value)?;
                Access::Scopes(Requirement { alternatives, under: under.unwrap_or_default() })
            }
            (None, Some((_, value)), None) if is_true(value) && under.is_none() => Access::Public,
            (None, None, Some((_, value))) if is_true(value) => {
                Access::Authenticated { under: under.unwrap_or_default() }
            }
            _ => {
                let message = "an endpoint has one of `any = [[\"scope\"]]`, `authenticated = true` and `public = true`, \
                               and `under` only with the first two";
                return self.fault(Span::of(key), message);
            }
        };
        Ok(EndpointAuthority { route: key.get_ref().to_string(), access })
    }

    fn alternatives(&self, key: &Spanned<DeString<'_>>, value: &Spanned<DeValue<'_>>) -> Result<Vec<Vec<ScopeId>>> {
        let wrong = "`any` is a list of lists of scopes, none of them empty";
        let DeValue::Array(members) = value.get_ref() else { return self.fault(Span::of(value), wrong) };
        let alternatives = members.iter().map(|member| {
            let scopes = self.scopes(key, member)?;
            if scopes.is_empty() { self.fault(Span::of(member), wrong) } else { Ok(scopes) }
        });
        let alternatives = ascending(alternatives.collect::<Result<Vec<_>>>()?);
        if alternatives.is_empty() { self.fault(Span::of(value), wrong) } else { Ok(alternatives) }
    }

    /// A list of scopes of the lock.
    fn scopes(&self, key: &Spanned<DeString<'_>>, value: &Spanned<DeValue<'_>>) -> Result<Vec<ScopeId>> {
        let names = self.texts(key, value)?.into_iter();
        let ids = names.map(|(name, span)| match self.ids.get(&name) {
            Some(id) => Ok(*id),
            None => self.fault(span, format!("the lock has no scope `{name}`; {WRITE_ANEW}")),
        });
        ids.collect::<Result<_>>().map(ascending)
    }
}

/// The keys of a scope.
const SCOPE_KEYS: [&str; 13] = [
    "kind",
    "includes",
    "requires",
    "client",
    "audience",
    "subject",
    "grants",
    "approval",
    "sensitivity",
    "bound_to",
    "issues",
    "claims",
    "aliases",
];
