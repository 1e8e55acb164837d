//! What comes in: made-up scopes. What goes out: the crate that somebody would write by hand: an enum, tables, a bit
//! set, and parsing by binary search; no macro and no dependency.

use crate::names::Made;
use crate::scratch::Source;

const FUNCTIONS: &str = r"
impl Scope {
    pub fn as_str(self) -> &'static str {
        NAMES[self as usize]
    }

    pub fn description(self) -> &'static str {
        DESCRIPTIONS[self as usize]
    }

    pub fn parse(name: &str) -> Option<Self> {
        let found = SORTED.binary_search_by(|(other, _)| (*other).cmp(name));
        found.ok().map(|index| SORTED[index].1)
    }
}

impl ScopeSet {
    pub const EMPTY: Self = Self([0; WORDS]);

    pub fn insert(&mut self, scope: Scope) {
        self.0[scope as usize / 64] |= 1 << (scope as usize % 64);
    }

    pub fn contains(&self, scope: Scope) -> bool {
        self.0[scope as usize / 64] & (1 << (scope as usize % 64)) != 0
    }
}
";

pub fn source(name: String, scopes: &[Made]) -> Source {
    let derives = "#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]";
    let mut sorted: Vec<&Made> = scopes.iter().collect();
    sorted.sort_by(|one, other| one.name.cmp(&other.name));

    let mut lib = format!("{derives}\npub enum Scope {{\n");
    lib += &lines(scopes.iter(), |scope| scope.variant.clone());
    lib += &format!("}}\n\nconst WORDS: usize = {};\n\n", scopes.len().div_ceil(64));
    lib += &format!("{derives}\npub struct ScopeSet([u64; WORDS]);\n");
    lib += &table("NAMES", "&str", scopes.iter(), |scope| format!("{:?}", scope.name));
    lib += &table("DESCRIPTIONS", "&str", scopes.iter(), |scope| format!("{:?}", scope.description));
    lib += &table("SORTED", "(&str, Scope)", sorted.into_iter(), |scope| {
        format!("({:?}, Scope::{})", scope.name, scope.variant)
    });
    lib += FUNCTIONS;
    Source { name, dependencies: String::new(), lib, beside: None }
}

fn table<'a>(
    name: &str,
    kind: &str,
    scopes: impl ExactSizeIterator<Item = &'a Made>,
    entry: fn(&Made) -> String,
) -> String {
    format!("\nstatic {name}: [{kind}; {}] = [\n{}];\n", scopes.len(), lines(scopes, entry))
}

fn lines<'a>(scopes: impl Iterator<Item = &'a Made>, entry: fn(&Made) -> String) -> String {
    scopes.fold(String::new(), |text, scope| text + &format!("    {},\n", entry(scope)))
}
