//! Random manifests: a draft of a few scopes and endpoints, of which what no manifest may say is left out, and the same
//! draft with some of it taken from another one.

use std::fmt::{self, Write as _};

use proptest::prelude::*;

/// How many scopes a draft has places for.
pub(crate) const PLACES: usize = 5;

/// A manifest to be.
#[derive(Clone)]
pub(crate) struct Draft {
    pub(crate) scopes: [Scope; PLACES],
    pub(crate) endpoints: [Endpoint; 3],
    /// The scope that the alias `x` stands for.
    pub(crate) alias: Option<usize>,
}

/// A place of a draft. Sets of places are bits.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    pub(crate) is: Is,
    pub(crate) is_restriction: bool,
    pub(crate) includes: u8,
    pub(crate) requires: u8,
    pub(crate) bound_to: Option<bool>,
    pub(crate) client: u8,
    pub(crate) needs_admin: bool,
    pub(crate) claims: u8,
}

/// What became of the scope `s0`, `s1`, ….
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Is {
    Kept,
    /// To `n0`, with the old name as an alias.
    Renamed,
    /// To `n0`, without.
    Replaced,
    Gone,
    /// Its name is an alias of another.
    Merged(usize),
}

#[derive(Clone, Debug)]
pub(crate) struct Endpoint {
    pub(crate) access: Access,
    pub(crate) under: u8,
}

#[derive(Clone, Debug)]
pub(crate) enum Access {
    Absent,
    Public,
    Authenticated,
    Scopes([u8; 2]),
}

pub(crate) const ROUTES: [&str; 3] = ["GET /a/{id}", "HEAD /a/{of}", "POST /b"];

const KINDS: [&str; 2] = ["web", "desktop"];

// Boxed: the trees of values would not fit on a test's stack.
fn few() -> BoxedStrategy<u8> {
    prop_oneof![3 => Just(0_u8), 2 => any::<u8>().prop_map(|bits| 1 << (bits % 5)), 1 => 0_u8..32].boxed()
}

fn some() -> BoxedStrategy<u8> {
    prop_oneof![3 => any::<u8>().prop_map(|bits| 1 << (bits % 5)), 2 => 0_u8..32].boxed()
}

fn scope() -> BoxedStrategy<Scope> {
    let is = prop_oneof![
        12 => Just(Is::Kept),
        1 => Just(Is::Renamed),
        1 => Just(Is::Replaced),
        1 => Just(Is::Gone),
        1 => (0..PLACES).prop_map(Is::Merged),
    ];
    let requires = prop_oneof![5 => Just(0_u8), 1 => some()];
    let bound_to = prop_oneof![4 => Just(None), 1 => any::<bool>().prop_map(Some)];
    let client = prop_oneof![5 => Just(3_u8), 1 => 1_u8..3];
    (is, prop::bool::weighted(0.15), few(), requires, bound_to, client, prop::bool::weighted(0.1), 0_u8..4)
        .prop_map(|(is, is_restriction, includes, requires, bound_to, client, needs_admin, claims)| Scope {
            is,
            is_restriction,
            includes,
            requires,
            bound_to,
            client,
            needs_admin,
            claims: claims.saturating_sub(1),
        })
        .boxed()
}

fn endpoint() -> BoxedStrategy<Endpoint> {
    let access = prop_oneof![
        1 => Just(Access::Absent),
        1 => Just(Access::Public),
        1 => Just(Access::Authenticated),
        6 => (some(), few()).prop_map(|(one, other)| Access::Scopes([one, other])),
    ];
    (access, few()).prop_map(|(access, under)| Endpoint { access, under }).boxed()
}

pub(crate) fn draft() -> impl Strategy<Value = Draft> {
    let scopes = prop::array::uniform5(scope());
    let alias = prop_oneof![2 => Just(None), 1 => (0..PLACES).prop_map(Some)];
    (scopes, prop::array::uniform3(endpoint()), alias).prop_map(|(scopes, endpoints, alias)| Draft {
        scopes,
        endpoints,
        alias,
    })
}

/// A draft and what became of it: a few of its values are another draft's.
pub(crate) fn change() -> impl Strategy<Value = (Draft, Draft)> {
    (draft(), draft(), prop::collection::vec((0..PLACES, 0_usize..12), 0..4)).prop_map(|(old, other, changes)| {
        let mut new = old.clone();
        for (place, what) in changes {
            let (scope, from) = (&mut new.scopes[place], &other.scopes[place]);
            match what {
                0 => scope.is = from.is,
                1 => scope.is_restriction = from.is_restriction,
                2 | 3 => scope.includes = from.includes,
                4 => scope.requires = from.requires,
                5 => scope.bound_to = from.bound_to,
                6 => scope.client = from.client,
                7 => scope.needs_admin = from.needs_admin,
                8 => scope.claims = from.claims,
                9 => new.alias = other.alias,
                10 => new.endpoints[place % 3] = other.endpoints[place % 3].clone(),
                _ => new.endpoints[place % 3].under = other.endpoints[place % 3].under,
            }
        }
        (old, new)
    })
}

impl fmt::Debug for Draft {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text())
    }
}

impl Draft {
    /// The manifest: what would be refused is left out.
    pub(crate) fn text(&self) -> String {
        let draft = self.sound();
        let mut text = "format = 1\n[system]\nname = \"t\"\nbound_to = [\"team\", \"site\"]\n[kinds]\n\
                        client = [\"web\", \"desktop\"]\n[scopes]\nspare = \"Spare.\"\n"
            .to_owned();
        for place in (0..PLACES).filter(|place| draft.is_there(*place)) {
            let _ = writeln!(text, "{}", draft.line(place));
        }
        text.push_str("[endpoints]\n");
        for (route, endpoint) in ROUTES.iter().zip(&draft.endpoints) {
            let under = draft.list(endpoint.under);
            let under = if endpoint.under == 0 { String::new() } else { format!(", under = {under}") };
            let access = match &endpoint.access {
                Access::Absent => continue,
                Access::Public => "public = true".to_owned(),
                Access::Authenticated => format!("authenticated = true{under}"),
                Access::Scopes(alternatives) => {
                    let any: Vec<String> =
                        alternatives.iter().filter(|all| **all != 0).map(|all| draft.list(*all)).collect();
                    format!("any = [{}]{under}", any.join(", "))
                }
            };
            let _ = writeln!(text, "\"{route}\" = {{ {access} }}");
        }
        text
    }

    fn is_there(&self, place: usize) -> bool {
        matches!(self.scopes[place].is, Is::Kept | Is::Renamed | Is::Replaced)
    }

    fn name(&self, place: usize) -> String {
        let first = if self.scopes[place].is == Is::Kept { 's' } else { 'n' };
        format!("{first}{place}")
    }

    fn list(&self, places: u8) -> String {
        let names = bits(places).map(|place| format!("\"{}\"", self.name(place)));
        format!("[{}]", names.collect::<Vec<_>>().join(", "))
    }

    fn line(&self, place: usize) -> String {
        let scope = &self.scopes[place];
        let mut line = format!("{} = {{ text = \"T.\"", self.name(place));
        let aliases = self.aliases(place);
        let list = |names: &[String]| names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        let mut add = |key: &str, value: Option<String>| {
            if let Some(value) = value {
                let _ = write!(line, ", {key} = {value}");
            }
        };
        add("kind", scope.is_restriction.then(|| "\"restriction\"".to_owned()));
        add("includes", (scope.includes != 0).then(|| self.list(scope.includes)));
        add("requires", (scope.requires != 0).then(|| self.list(scope.requires)));
        add("bound_to", scope.bound_to.map(|is_team| if is_team { "\"team\"" } else { "\"site\"" }.to_owned()));
        let kinds: Vec<String> = bits(scope.client).map(|kind| KINDS[kind].to_owned()).collect();
        add("client", (scope.client != 3).then(|| format!("[{}]", list(&kinds))));
        add("approval", scope.needs_admin.then(|| "\"admin\"".to_owned()));
        let claims: Vec<String> = bits(scope.claims).map(|claim| format!("claim{claim}")).collect();
        add("claims", (scope.claims != 0).then(|| format!("[{}]", list(&claims))));
        add("aliases", (!aliases.is_empty()).then(|| format!("[{}]", list(&aliases))));
        line + " }"
    }

    fn aliases(&self, place: usize) -> Vec<String> {
        let mut aliases = Vec::new();
        if self.scopes[place].is == Is::Renamed {
            aliases.push(format!("s{place}"));
        }
        let merged = |other: &usize| self.scopes[*other].is == Is::Merged(place);
        aliases.extend((0..PLACES).filter(merged).map(|other| format!("s{other}")));
        aliases.extend((self.alias == Some(place)).then(|| "x".to_owned()));
        aliases
    }

    /// The draft without what a manifest may not say.
    fn sound(&self) -> Self {
        let mut draft = self.clone();
        let there: u8 = (0..PLACES).filter(|place| self.is_there(*place)).map(|place| 1 << place).sum();
        let restrictions: u8 =
            (0..PLACES).filter(|place| self.scopes[*place].is_restriction).map(|place| 1 << place).sum();
        for place in 0..PLACES {
            // Upwards, so that there is no cycle.
            let above = there & !restrictions & !((2 << place) - 1);
            let scope = &self.scopes[place];
            let smuggles = |part: &Scope| scope.client & !part.client != 0 || part.needs_admin && !scope.needs_admin;
            let sound = bits(scope.includes & above).filter(|part| !smuggles(&self.scopes[*part]));
            let includes = if scope.is_restriction { 0 } else { sound.map(|part| 1 << part).sum() };
            draft.scopes[place].includes = includes;
        }
        for place in 0..PLACES {
            let requires = self.scopes[place].requires & there & !draft.closure(place);
            draft.scopes[place].requires = requires;
        }
        for endpoint in &mut draft.endpoints {
            endpoint.under &= there & restrictions;
            if let Access::Scopes(alternatives) = &mut endpoint.access {
                for all in alternatives.iter_mut() {
                    *all &= there & !restrictions;
                    let holders = bits(*all).fold(3, |left, place| left & self.scopes[place].client);
                    *all = if holders == 0 { 0 } else { *all };
                }
                if alternatives[0] == alternatives[1] {
                    alternatives[1] = 0;
                }
                if alternatives.iter().all(|all| *all == 0) {
                    endpoint.access = Access::Absent;
                }
            }
        }
        draft
    }

    fn closure(&self, place: usize) -> u8 {
        let mut closure = 1 << place;
        for next in place..PLACES {
            if closure >> next & 1 == 1 {
                closure |= self.scopes[next].includes;
            }
        }
        closure
    }
}

fn bits(bits: u8) -> impl Iterator<Item = usize> {
    (0..8).filter(move |bit| bits >> bit & 1 == 1)
}
