//! The article of one scope.

use maud::{Markup, html};
use scopes_manifest::{Access, Approval, Axis, Deprecation, Endpoint, Issued, Scope, Sensitivity};

use super::limits::TOLD;
use super::page::{Page, anchor, said_in};
use super::tables::takes;
use super::tree::{Direction, tree};
use crate::counted::counted;
use crate::groups::group;

/// What an axis is called to readers.
const AXES: [(Axis, &str); 4] = [
    (Axis::Client, "Clients"),
    (Axis::Audience, "Audience"),
    (Axis::Subject, "Acts for"),
    (Axis::Grants, "Grant types"),
];

pub(super) fn article(page: &Page<'_>, scope: &Scope) -> Markup {
    let (id, is_deprecated) = (anchor(scope.name()), scope.deprecation().is_some());
    let heading = format!("heading-of-{id}");
    html! {
        article .scope .deprecated[is_deprecated] id=(id) data-scope=(scope.name()) aria-labelledby=(heading) {
            div .title {
                @if group(scope).is_some() {
                    h4 id=(heading) { code { (scope.name()) } }
                } @else {
                    h3 id=(heading) { code { (scope.name()) } }
                }
                (badges(scope))
            }
            p .text { (page.said(scope.text())) }
            @if let Some(deprecation) = scope.deprecation() { (warning(page, deprecation)) }
            dl {
                (consent(page, scope))
                @if !scope.requires().is_empty() { (fact("Requires", &page.links(scope.requires()))) }
                @if let Some(base) = scope.extends() { (fact("Extends", &page.link(base))) }
                (facts(page, scope))
                (edges(page, scope, "Includes", Direction::Includes))
                (edges(page, scope, "Included by", Direction::IncludedBy))
            }
            (endpoints(page, page.named_by(scope.id())))
        }
    }
}

/// What is unusual about the scope, in a word each.
fn badges(scope: &Scope) -> Markup {
    let marks = [
        (scope.deprecation().is_some(), "bad", "deprecated".to_owned()),
        (scope.is_restriction(), "special", "restriction".to_owned()),
        (scope.approval() != Approval::None, "warn", format!("{} approval", scope.approval().as_str())),
        (scope.sensitivity() == Sensitivity::Restricted, "bad", "restricted".to_owned()),
        (scope.sensitivity() == Sensitivity::Sensitive, "warn", "sensitive".to_owned()),
        (scope.is_optional(), "plain", "optional".to_owned()),
        (scope.issues().contains(&Issued::RefreshToken), "plain", "refresh token".to_owned()),
        (scope.bound_to().is_some(), "plain", format!("per {}", scope.bound_to().unwrap_or_default())),
    ];
    let marks: Vec<_> = marks.into_iter().filter(|(is_so, ..)| *is_so).collect();
    html! {
        @if !marks.is_empty() {
            ul .badges aria-label="Marks" { @for (_, class, word) in marks { li .badge.(class) { (word) } } }
        }
    }
}

fn warning(page: &Page<'_>, deprecation: &Deprecation) -> Markup {
    let [since, note, after] = [deprecation.since(), deprecation.note(), deprecation.remove_after()]
        .map(|text| text.filter(|text| !text.trim().is_empty()));
    html! {
        p .warning {
            strong { "Deprecated" @if let Some(since) = since { " since " (since) } "." }
            @if let Some(replacement) = deprecation.replacement() { " Use " (page.link(replacement)) "." }
            @if let Some(note) = note { " " (page.said(note)) }
            @if let Some(after) = after { " To be removed after " (after) "." }
        }
    }
}

/// What the user reads, in every language that there is.
fn consent(page: &Page<'_>, scope: &Scope) -> Markup {
    let catalog = page.catalog;
    let others = page.locales.iter();
    let translated: Vec<(&str, &str)> =
        others.filter_map(|locale| Some((*locale, catalog.consent(scope.id(), locale)?))).collect();
    let own = catalog.consent(scope.id(), catalog.locale()).filter(|text| *text != scope.text());
    if own.is_none() && translated.is_empty() && scope.detail().is_none() {
        return html! {};
    }
    fact(
        "Consent",
        &html! {
            @if let Some(text) = own { p { (page.said(text)) } }
            @for (locale, text) in translated { p { span .locale { (locale) } " " (said_in(locale, text)) } }
            @if let Some(detail) = scope.detail() { p .quiet { (page.said(detail)) } }
        },
    )
}

fn fact(name: &str, content: &Markup) -> Markup {
    html! { div { dt { (name) } dd { (content) } } }
}

fn facts(page: &Page<'_>, scope: &Scope) -> Markup {
    let words = |words: &[&str]| html! { @for word in words { code { (word) } " " } };
    let owned = |list: &'_ [String]| words(&list.iter().map(String::as_str).collect::<Vec<_>>());
    let issues: Vec<&str> = scope.issues().iter().map(|issued| issued.as_str()).collect();
    html! {
        (claims(page, scope))
        @if !issues.is_empty() { (fact("Issues", &words(&issues))) }
        @for (axis, name) in AXES { @if let Some(allowed) = scope.allowed(axis) { (fact(name, &owned(allowed))) } }
        @if !scope.aliases().is_empty() { (fact("Also accepted", &owned(scope.aliases()))) }
        @if let Some(since) = scope.since() { (fact("Since", &html! { (since) })) }
        @if let Some(docs) = scope.docs() { (fact("Documentation", &documentation(docs))) }
    }
}

/// The claims of its own; those that it takes over stand with the scope that it extends, or a chain of scopes would list the
/// same ones over and over.
fn claims(page: &Page<'_>, scope: &Scope) -> Markup {
    let base = scope.extends().filter(|base| page.releases(*base));
    html! {
        @if base.is_some() || !scope.claims().is_empty() {
            (fact("Releases", &html! {
                @for claim in scope.claims() { code { (claim) } " " }
                @if let Some(base) = base { span .quiet { "what " (page.link(base)) " releases" } }
            }))
        }
    }
}

/// A link where it is one; no other scheme is followed.
fn documentation(docs: &str) -> Markup {
    let is_link = docs.starts_with("https://") || docs.starts_with("http://");
    html! { @if is_link { a href=(docs) rel="noreferrer" { (docs) } } @else { (docs) } }
}

fn edges(page: &Page<'_>, scope: &Scope, heading: &str, direction: Direction) -> Markup {
    html! { @if !page.next_to(scope.id(), direction).is_empty() { (fact(heading, &tree(page, scope.id(), direction))) } }
}

fn endpoints(page: &Page<'_>, endpoints: &[&Endpoint]) -> Markup {
    let shown = endpoints.get(..page.limits.endpoints).unwrap_or(endpoints);
    html! {
        @if !endpoints.is_empty() {
            details .calls {
                summary { (counted(endpoints.len(), "endpoint")) }
                ul {
                    @for endpoint in shown {
                        li { (route(endpoint)) " " span .quiet { "takes " (taken(page, endpoint.access())) } }
                    }
                    @if shown.len() < endpoints.len() {
                        li .quiet { "and " (endpoints.len() - shown.len()) " more, see " (table()) }
                    }
                }
            }
        }
    }
}

/// What a call takes; where that is much, the table has it once.
fn taken(page: &Page<'_>, access: &Access) -> Markup {
    let Access::Scopes(requirement) = access else { return takes(page, access) };
    let named = requirement.alternatives().iter().map(Vec::len).sum::<usize>() + requirement.under().len();
    if named <= TOLD {
        takes(page, access)
    } else {
        html! { "one of several combinations, see " (table()) }
    }
}

fn table() -> Markup {
    html! { a href="#endpoints" { "Endpoints" } }
}

/// Method and path.
pub(super) fn route(endpoint: &Endpoint) -> Markup {
    let is_safe = ["GET", "HEAD", "OPTIONS", "QUERY"].contains(&endpoint.method());
    html! { span .method .safe[is_safe] { (endpoint.method()) } " " code { (endpoint.path()) } }
}
