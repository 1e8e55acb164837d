//! From raw values to a [`Catalog`]: one rule, one function. A rule never looks at what another has refused already,
//! so that one fault is one diagnostic.

mod build;
mod endpoints;
mod graph;
mod holders;
mod identifiers;
mod lints;
mod locales;
mod names;
mod presets;
mod references;
mod retired;
mod rules;
mod texts;

pub(crate) use self::graph::closure;
pub(crate) use self::lints::Linter;
pub(crate) use self::texts::is_unsafe;
use crate::catalog::Catalog;
use crate::code::Code;
use crate::diagnostic::{Diagnostics, Salvage, SalvagedScope};
use crate::identifier;
use crate::raw::{self, Manifest};
use crate::report::Report;
use crate::source::{MAX_BYTES, Source, Span};

/// What is only missing because a line was not understood is no fault of its own.
const CONSEQUENCES: &[Code] = &[
    Code::FormatVersion,
    Code::WrongType,
    Code::UnknownScope,
    Code::MatchesNothing,
    Code::TextMissing,
    Code::BadKind,
    Code::BadPreset,
    Code::BadDefault,
    Code::BadLocale,
    Code::MissingTranslation,
    Code::BadEndpoint,
    Code::EmptyRequirement,
    Code::Smuggled,
    Code::Lint,
    Code::UnknownKey,
];

/// Everything: bytes to a catalogue or all that is wrong.
pub(crate) fn read(bytes: &[u8]) -> Result<Catalog, Diagnostics> {
    let (text, is_utf8) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, true),
        Err(error) => (
            bytes.get(..error.valid_up_to()).and_then(|good| std::str::from_utf8(good).ok()).unwrap_or_default(),
            false,
        ),
    };
    let source = Source::new(text);
    let mut report = Report::new(source.clone());
    let end = Span { start: text.len(), end: text.len() };
    if bytes.len() > MAX_BYTES {
        let message = format!("the manifest is {} bytes long, at most {MAX_BYTES} are read", bytes.len());
        report.add(Code::Syntax, Span::default(), message, "split the system, or shorten its texts");
    } else if !is_utf8 {
        report.add(Code::Syntax, end, "here begins something that is not UTF-8", "save the file as UTF-8");
    }
    if !report.is_empty() {
        return Err(Diagnostics { list: report.into_list(), salvage: Box::default() });
    }
    let mut manifest = raw::read(source.text(), &mut report);
    let salvage = salvage(&manifest);
    // Without any scope every reference would be one more error.
    let catalog = if manifest.scopes.is_empty() { None } else { build::catalog(&mut manifest, &mut report) };
    if report.has_broken_lines() {
        report.drop_consequences(|code| CONSEQUENCES.contains(&code));
    }
    match catalog {
        Some(catalog) if report.is_empty() => Ok(catalog),
        _ => Err(Diagnostics { list: report.into_list(), salvage: Box::new(salvage) }),
    }
}

/// The names that give identifiers, and the presets' constants.
fn salvage(manifest: &Manifest) -> Salvage {
    let prefix = manifest.system.strip_prefix.as_ref().map(|prefix| prefix.value.as_str());
    let kinds =
        |axis: &Option<Vec<raw::Text>>| axis.as_ref().map(|all| all.iter().map(|kind| kind.value.clone()).collect());
    let mut salvage = Salvage { kinds: manifest.kinds.each_ref().map(kinds), ..Salvage::default() };
    let mut seen = std::collections::HashSet::new();
    for scope in &manifest.scopes {
        let variant = match &scope.rust {
            Some(rust) if identifier::is_identifier(&rust.value) => Ok(rust.value.clone()),
            _ => identifier::variant(&scope.name.value, prefix),
        };
        if let Some(variant) = variant.ok().filter(|variant| seen.insert(variant.clone())) {
            salvage.scopes.push(SalvagedScope { name: scope.name.value.clone(), variant });
        }
    }
    seen.clear();
    for preset in &manifest.presets {
        if let Some(constant) = identifier::constant(&preset.name.value).ok().filter(|name| seen.insert(name.clone())) {
            salvage.presets.push(constant);
        }
    }
    salvage
}
