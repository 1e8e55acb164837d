//! `[endpoints]`: a route and what it takes.

use std::collections::HashSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Text;
use super::fields::{Fields, as_text, list, wrong_type};
use crate::code::Code;
use crate::format::{self, Value};
use crate::report::Report;
use crate::source::Span;

/// An endpoint as written.
#[derive(Debug)]
pub(crate) struct Endpoint {
    pub(crate) route: Text,
    /// `None` where the form could not be read, which has been reported.
    pub(crate) form: Option<Form>,
    pub(crate) under: Vec<Text>,
}

/// What calling it takes.
#[derive(Debug)]
pub(crate) enum Form {
    Public,
    Authenticated,
    Alternatives(Vec<Vec<Text>>),
}

pub(super) fn read(fields: &mut Fields<'_, '_>, endpoints: &mut Vec<Endpoint>, report: &mut Report) {
    let Some(table) = fields.map("endpoints", &format::ENDPOINTS, report) else { return };
    for (key, value) in table {
        let route = Text { value: key.get_ref().to_string(), span: Span::of(key) };
        let (form, under) = match value.get_ref() {
            DeValue::String(_) => (as_text(value).map(|scope| Form::Alternatives(vec![vec![scope]])), Vec::new()),
            DeValue::Table(table) => read_table(&route, table, report),
            other => {
                wrong_type(report, Span::of(value), &route.value, "a scope or a table such as `{ all = […] }`", other);
                (None, Vec::new())
            }
        };
        endpoints.push(Endpoint { route, form, under });
    }
}

fn read_table(route: &Text, table: &DeTable<'_>, report: &mut Report) -> (Option<Form>, Vec<Text>) {
    let mend = "give exactly one of `all`, `any`, `public = true`, `authenticated = true`";
    let mut fields = Fields::new(table, &format::ENDPOINT, format!("the endpoint `{}`", route.value), route.span);
    let under = fields.texts("under", report);
    let before = report.len();
    let given: Vec<&str> = format::ENDPOINT.forms.iter().copied().filter(|form| fields.ask(form)).collect();
    let form = if given.len() == 1 { form(&mut fields, report) } else { None };
    fields.finish(report);
    if given.len() > 1 {
        report.add(Code::BadEndpoint, route.span, format!("`{}` is given in several forms", route.value), mend);
    } else if given.is_empty() && report.len() == before {
        report.add(Code::BadEndpoint, route.span, format!("`{}` does not say what it takes", route.value), mend);
    } else if under.is_some() && matches!(form, Some(Form::Public)) {
        let message = format!("`{}` is public, so there is no token that `under` could be about", route.value);
        report.add(Code::BadEndpoint, fields_place(table, "under", route), message, "leave `under` out");
    }
    (form, under.unwrap_or_default())
}

fn form(fields: &mut Fields<'_, '_>, report: &mut Report) -> Option<Form> {
    if fields.has("all") {
        let before = report.len();
        let scopes = fields.texts("all", report)?;
        // A list whose only member is no text is not empty.
        if scopes.is_empty() && report.len() > before {
            return None;
        }
        return alternatives("all", fields.place("all"), vec![scopes], report);
    }
    any(fields, report)
        .or_else(|| open(fields, "public", Form::Public, report))
        .or_else(|| open(fields, "authenticated", Form::Authenticated, report))
}

fn fields_place(table: &DeTable<'_>, key: &str, route: &Text) -> Span {
    table.get_key_value(key).map_or(route.span, |(key, _)| Span::of(key))
}

/// `any`: names and lists of names.
fn any(fields: &mut Fields<'_, '_>, report: &mut Report) -> Option<Form> {
    let (key, value) = fields.get("any", |value| matches!(value, Value::List(Value::Either(_), _)))?;
    let DeValue::Array(members) = value.get_ref() else {
        wrong_type(report, Span::of(value), "any", "a list of scopes and lists of scopes", value.get_ref());
        return None;
    };
    let sets: Vec<Vec<Text>> = members.iter().filter_map(|member| alternative(member, report)).collect();
    if sets.len() < members.len() {
        return None;
    }
    repeated(&sets, report);
    alternatives("any", Span::of(key), sets, report)
}

fn alternative(member: &Spanned<DeValue<'_>>, report: &mut Report) -> Option<Vec<Text>> {
    if let Some(text) = as_text(member) {
        return Some(vec![text]);
    }
    let before = report.len();
    list(member, "any", report).filter(|scopes| !scopes.is_empty() || report.len() == before)
}

/// No alternative stands twice, in whatever order.
fn repeated(sets: &[Vec<Text>], report: &mut Report) {
    let mut seen = HashSet::new();
    for set in sets {
        let mut names: Vec<&str> = set.iter().map(|scope| scope.value.as_str()).collect();
        names.sort_unstable();
        let joined = names.join(" ");
        if let Some(first) = set.first().filter(|_| !seen.insert(names)) {
            let message = format!("the alternative `{joined}` stands twice in `any`");
            report.add(Code::Duplicate, first.span, message, "leave one out");
        }
    }
}

/// Empty never means allowed.
fn alternatives(key: &str, span: Span, sets: Vec<Vec<Text>>, report: &mut Report) -> Option<Form> {
    if sets.is_empty() || sets.iter().any(Vec::is_empty) {
        let message = format!("`{key}` would be met by nothing at all");
        report.add(
            Code::EmptyRequirement,
            span,
            message,
            "name at least one scope in each list, or write `public = true`",
        );
        return None;
    }
    Some(Form::Alternatives(sets))
}

fn open(fields: &mut Fields<'_, '_>, key: &'static str, form: Form, report: &mut Report) -> Option<Form> {
    let is_open = fields.flag(key, report)?;
    if !is_open {
        let message = format!("`{key} = false` does not say what is required");
        report.add(Code::EmptyRequirement, fields.place(key), message, "name the scopes: `all = […]`");
        return None;
    }
    Some(form)
}
