//! What comes in: made-up scopes. What goes out: a crate with an enum that strum and enumset derive on.

use crate::names::Made;
use crate::scratch::Source;

/// The lines under `[dependencies]`.
pub const DEPENDENCIES: &str = "\
enumset = \"1.1\"
strum = { version = \"0.28\", features = [\"derive\"] }
";

/// The most variants that enumset holds in one integer.
const WIDEST_INTEGER: usize = 128;

/// With descriptions: strum's `EnumMessage` returns the doc comments.
pub fn described(name: String, scopes: &[Made]) -> Source {
    let derives = "EnumSetType, strum::AsRefStr, strum::Display, strum::EnumMessage, strum::EnumString";
    source(name, derives, scopes, |scope| format!("    /// {}\n", scope.description))
}

/// Without descriptions: the least that parses, prints and makes sets.
pub fn bare(name: String, scopes: &[Made]) -> Source {
    source(name, "EnumSetType, strum::Display, strum::EnumString", scopes, |_| String::new())
}

fn source(name: String, derives: &str, scopes: &[Made], comment: fn(&Made) -> String) -> Source {
    let mut lib = format!("use enumset::EnumSetType;\n\n#[derive({derives})]\n");
    if scopes.len() > WIDEST_INTEGER {
        lib += "#[enumset(repr = \"array\")]\n";
    }
    lib += "pub enum Scope {\n";
    for scope in scopes {
        lib += &comment(scope);
        lib += &format!("    #[strum(serialize = {:?})]\n    {},\n", scope.name, scope.variant);
    }
    lib += "}\n";
    Source { name, dependencies: DEPENDENCIES.to_owned(), lib, beside: None }
}
