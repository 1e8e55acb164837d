//! TOML as typed values with their places. Reports what is no TOML, unknown keys and wrong types; whether the values
//! make sense together is for `validate` to say.

mod dotted;
mod endpoints;
mod fields;
mod scopes;
mod syntax;
mod system;
mod tables;

use std::collections::HashSet;

use toml::de::DeTable;

pub(crate) use self::endpoints::{Endpoint, Form};
use self::fields::Fields;
pub(crate) use self::scopes::{RawDeprecation, Reading, Scope};
pub(crate) use self::system::{DefaultScopes, System};
pub(crate) use self::tables::{Lints, Preset, Removed, Rule, Translation};
use crate::catalog::Axis;
use crate::code::Code;
use crate::format::{self, Value};
use crate::oidc;
use crate::report::Report;
use crate::source::Span;

/// A string and where it stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Text {
    pub(crate) value: String,
    pub(crate) span: Span,
}

/// The whole file.
#[derive(Debug, Default)]
pub(crate) struct Manifest {
    pub(crate) system: System,
    /// The values of each axis, in the order of `Axis::ALL`.
    pub(crate) kinds: [Option<Vec<Text>>; 4],
    pub(crate) scopes: Vec<Scope>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) removed: Vec<Removed>,
    pub(crate) presets: Vec<Preset>,
    pub(crate) endpoints: Vec<Endpoint>,
    pub(crate) translations: Vec<Translation>,
    pub(crate) lints: Lints,
    pub(crate) doubts: Doubts,
}

/// What could not be read and has been reported: a rule does not miss what may stand there.
#[derive(Debug, Default)]
pub(crate) struct Doubts {
    keys: Vec<&'static str>,
    /// Scopes whose names were not written as names.
    pub(crate) names: HashSet<String>,
}

impl Doubts {
    fn note(&mut self, key: &'static str, is_doubtful: bool) {
        if is_doubtful {
            self.keys.push(key);
        }
    }

    /// Whether more may have been meant under this key.
    pub(crate) fn about(&self, key: &str) -> bool {
        self.keys.contains(&key)
    }
}

/// Reads everything that is there.
pub(crate) fn read(text: &str, report: &mut Report) -> Manifest {
    let (document, errors) = DeTable::parse_recoverable(text);
    syntax::report(text, &errors, report);
    if document.get_ref().is_empty() && report.is_empty() {
        let mend = "begin with `format = 1`, `[system]` with a `name`, and `[scopes]`";
        report.add(Code::WrongType, Span::default(), "the manifest is empty", mend);
        return Manifest::default();
    }
    let mut fields = Fields::new(document.get_ref(), &format::MANIFEST, "the manifest", Span::default());
    format_version(&mut fields, report);
    let mut manifest = Manifest::default();
    manifest.system = system::read(&mut fields, &mut manifest.doubts, report);
    kinds(&mut fields, &mut manifest, report);
    let before = report.len();
    let bundle = oidc_bundle(&mut fields, report);
    if report.len() > before || fields.misspells("use") {
        manifest.doubts.names.extend(oidc::names().map(str::to_owned));
    }
    let declares_scopes = scopes::read(&mut fields, text, &mut manifest, report);
    let declared: Vec<String> = manifest.scopes.iter().map(|scope| scope.name.value.clone()).collect();
    if let Some(span) = bundle {
        let bundled = oidc::scopes(span).into_iter().filter(|scope| !declared.contains(&scope.name.value));
        manifest.scopes = bundled.chain(std::mem::take(&mut manifest.scopes)).collect();
    }
    if manifest.scopes.is_empty() && declares_scopes {
        report.add(
            Code::WrongType,
            fields.place("scopes"),
            "the manifest declares no scopes",
            "add `\"name\" = \"What it grants.\"` under `[scopes]`",
        );
    }
    tables::read(&mut fields, text, &mut manifest, report);
    endpoints::read(&mut fields, &mut manifest.endpoints, report);
    fields.finish(report);
    manifest
}

fn format_version(fields: &mut Fields<'_, '_>, report: &mut Report) {
    let mend = "write `format = 1` at the top";
    match fields.get("format", |value| matches!(value, Value::Integer(1, 1))) {
        None if !fields.lacks("format") => {}
        None => report.add(Code::FormatVersion, Span::default(), "the manifest does not say its format", mend),
        Some((_, value)) => {
            let number = value.get_ref().as_integer();
            let is_one = number.is_some_and(|number| i64::from_str_radix(number.as_str(), number.radix()) == Ok(1));
            if !is_one {
                report.add(Code::FormatVersion, Span::of(value), "the only format known here is the integer 1", mend);
            }
        }
    }
}

fn kinds(fields: &mut Fields<'_, '_>, manifest: &mut Manifest, report: &mut Report) {
    let before = report.len();
    let kinds = fields.table("kinds", &format::KINDS, "`[kinds]`", report);
    manifest.doubts.note("kinds", fields.misspells("kinds"));
    let Some(mut kinds) = kinds else { return manifest.doubts.note("kinds", report.len() > before) };
    for (axis, values) in Axis::ALL.iter().zip(&mut manifest.kinds) {
        *values = kinds.texts(axis.as_str(), report);
        if values.as_ref().is_some_and(Vec::is_empty) {
            report.add(
                Code::BadKind,
                kinds.place(axis.as_str()),
                format!("`{}` lists no values", axis.as_str()),
                "list them, or leave the axis out",
            );
        }
    }
    kinds.finish(report);
    manifest.doubts.note("kinds", report.len() > before);
}

/// Where `use = ["oidc"]` stands.
fn oidc_bundle(fields: &mut Fields<'_, '_>, report: &mut Report) -> Option<Span> {
    let mut place = None;
    let is_described = |value: &Value| matches!(value, Value::List(Value::Word([word]), _) if word.name == "oidc");
    let (_, value) = fields.get("use", is_described)?;
    for bundle in fields::list(value, "use", report)? {
        if bundle.value == "oidc" {
            place = Some(bundle.span);
        } else {
            let suggestion = report.suggestion(&bundle.value, ["oidc"]);
            report.add(
                Code::WrongType,
                bundle.span,
                format!("unknown bundle `{}`{suggestion}", bundle.value),
                "the only bundle is \"oidc\"",
            );
        }
    }
    place
}
