//! TOML as typed values with their places. Reports what is no TOML, unknown keys and wrong types; whether the values
//! make sense together is for `validate` to say.

mod endpoints;
mod fields;
mod scopes;
mod system;
mod tables;

use toml::de::DeTable;

pub(crate) use self::endpoints::{Endpoint, Form};
use self::fields::Fields;
pub(crate) use self::scopes::{RawDeprecation, Scope};
pub(crate) use self::system::{DefaultScopes, System};
pub(crate) use self::tables::{LINTS, LintLevel, Lints, Preset, Removed, Rule, Translation};
use crate::catalog::Axis;
use crate::code::Code;
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
}

/// Reads everything that is there.
pub(crate) fn read(text: &str, report: &mut Report) -> Manifest {
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut broken_lines = Vec::new();
    for error in errors {
        let span = error.span().unwrap_or_default();
        let span = Span { start: span.start.min(text.len()), end: span.end.min(text.len()) };
        let line = text.get(..span.start).unwrap_or_default().matches('\n').count();
        // What goes wrong twice in a line went wrong once and was not understood after that.
        if !broken_lines.contains(&line) {
            broken_lines.push(line);
            report.add(
                Code::Syntax,
                span,
                format!("this is not TOML: {}", error.message()),
                syntax_help(error.message()),
            );
        }
    }
    if document.get_ref().is_empty() && report.is_empty() {
        let mend = "begin with `format = 1`, `[system]` with a `name`, and `[scopes]`";
        report.add(Code::WrongType, Span::default(), "the manifest is empty", mend);
        return Manifest::default();
    }
    let mut fields = Fields::new(document.get_ref(), "the manifest", Span::default());
    format_version(&mut fields, report);
    let mut manifest = Manifest { system: system::read(&mut fields, report), ..Manifest::default() };
    kinds(&mut fields, &mut manifest, report);
    let bundle = oidc_bundle(&mut fields, report);
    let declares_scopes = scopes::read(&mut fields, &mut manifest.scopes, report);
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
    tables::read(&mut fields, &mut manifest, report);
    endpoints::read(&mut fields, &mut manifest.endpoints, report);
    fields.finish(report);
    manifest
}

fn syntax_help(message: &str) -> &'static str {
    if message.contains("duplicate") { "give each key once" } else { "see https://toml.io for how it is written" }
}

fn format_version(fields: &mut Fields<'_, '_>, report: &mut Report) {
    let mend = "write `format = 1` at the top";
    match fields.get("format") {
        None if !fields.lacks("format") => {}
        None => report.add(Code::FormatVersion, Span::default(), "the manifest does not say its format", mend),
        Some((_, value)) => {
            let is_one =
                value.get_ref().as_integer().is_some_and(|number| number.radix() == 10 && number.as_str() == "1");
            if !is_one {
                report.add(Code::FormatVersion, Span::of(value), "the only format known here is the integer 1", mend);
            }
        }
    }
}

fn kinds(fields: &mut Fields<'_, '_>, manifest: &mut Manifest, report: &mut Report) {
    let Some(mut kinds) = fields.table("kinds", "`[kinds]`", report) else { return };
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
}

/// Where `use = ["oidc"]` stands.
fn oidc_bundle(fields: &mut Fields<'_, '_>, report: &mut Report) -> Option<Span> {
    let mut place = None;
    for bundle in fields.texts("use", report).unwrap_or_default() {
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
