//! Writes the peers' enums and tables for the names of each catalogue.
//!
//! What comes in: the names, from `catalogues`. What goes out: a file a size in `OUT_DIR`, which `src/lib.rs`
//! includes.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::var("OUT_DIR")?;
    let systems = [
        ("small", catalogues::names::<catalogues::small::Scope>()),
        ("wide_thousand", catalogues::names::<catalogues::wide::thousand::Scope>()),
        ("wide_five_thousand", catalogues::names::<catalogues::wide::five_thousand::Scope>()),
        ("long_thousand", catalogues::names::<catalogues::thousand::Scope>()),
        ("long_five_thousand", catalogues::names::<catalogues::five_thousand::Scope>()),
    ];
    for (module, names) in systems {
        let text = [strum(&names)?, by_match(&names)?, by_phf(&names)].concat();
        fs::write(Path::new(&folder).join(module).with_extension("rs"), text)?;
    }
    let flags = bitflags(&catalogues::names::<catalogues::small::Scope>())?;
    fs::write(Path::new(&folder).join("flags.rs"), flags)?;
    Ok(())
}

/// An enum with strum's parser and printer, and enumset's sets.
fn strum(names: &[&str]) -> Result<String, Box<dyn Error>> {
    // Without it enumset takes the smallest integer with room for all, and there is none beyond 128.
    let repr = if names.len() > 128 { "#[enumset(repr = \"array\")]" } else { "" };
    let derives =
        "#[derive(Debug, Hash, PartialOrd, Ord, enumset::EnumSetType, strum::EnumString, strum::IntoStaticStr)]";
    let mut text = format!("{derives}\n{repr}\npub enum Strum {{\n");
    for (index, name) in names.iter().enumerate() {
        writeln!(text, "    #[strum(serialize = \"{name}\")]\n    V{index},")?;
    }
    text.push_str("}\n");
    Ok(text)
}

/// What people write by hand.
fn by_match(names: &[&str]) -> Result<String, Box<dyn Error>> {
    let mut text = "pub fn by_match(name: &str) -> Option<u16> {\n    match name {\n".to_owned();
    for (index, name) in names.iter().enumerate() {
        writeln!(text, "        \"{name}\" => Some({index}),")?;
    }
    text.push_str("        _ => None,\n    }\n}\n");
    Ok(text)
}

fn by_phf(names: &[&str]) -> String {
    let indices: Vec<String> = (0..names.len()).map(|index| index.to_string()).collect();
    let mut map = phf_codegen::Map::new();
    for (name, index) in names.iter().zip(&indices) {
        map.entry(*name, index);
    }
    format!("pub static PHF: phf::Map<&'static str, u16> = {};\n", map.build())
}

/// The names of flags are identifiers, so each other byte of a name becomes an underscore.
fn bitflags(names: &[&str]) -> Result<String, Box<dyn Error>> {
    let mut text =
        "bitflags::bitflags! {\n    #[derive(Clone, Copy, Debug, PartialEq)]\n    pub struct Flags: u128 {\n"
            .to_owned();
    for (index, name) in names.iter().enumerate() {
        let flag = name.replace(|letter: char| !letter.is_ascii_alphanumeric(), "_");
        writeln!(text, "        const {flag} = 1 << {index};")?;
    }
    text.push_str("    }\n}\n");
    Ok(text)
}
