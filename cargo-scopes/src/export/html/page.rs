//! What all parts of the page are made of: the catalogue, and what has to be worked out of it once.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use indexmap::IndexMap;
use maud::{Markup, html};
use scopes_manifest::{Access, Catalog, Endpoint, Scope, ScopeId};

use super::limits::Limits;
use super::tree::Direction;
use crate::groups::groups;

/// The catalogue, seen from each scope.
pub(super) struct Page<'c> {
    pub(super) catalog: &'c Catalog,
    /// The scopes by group, in the order of the first of each; those without a group come first.
    pub(super) groups: IndexMap<Option<&'c str>, Vec<&'c Scope>>,
    included_by: Vec<Vec<ScopeId>>,
    named_by: Vec<Vec<&'c Endpoint>>,
    releases: HashSet<ScopeId>,
    /// The languages beside that of the manifest.
    pub(super) locales: Vec<&'c str>,
    pub(super) limits: Limits,
}

impl<'c> Page<'c> {
    pub(super) fn new(catalog: &'c Catalog) -> Self {
        let mut included_by = vec![Vec::new(); catalog.scopes().len()];
        for scope in catalog.scopes() {
            for included in scope.includes() {
                included_by.get_mut(included.index()).into_iter().for_each(|by| by.push(scope.id()));
            }
        }
        let mut named_by = vec![Vec::new(); catalog.scopes().len()];
        for endpoint in catalog.endpoints() {
            let Access::Scopes(requirement) = endpoint.access() else { continue };
            let mut named: Vec<ScopeId> = requirement.alternatives().iter().flatten().copied().collect();
            named.sort_unstable();
            named.dedup();
            for scope in named {
                named_by.get_mut(scope.index()).into_iter().for_each(|by| by.push(endpoint));
            }
        }
        let locales = catalog.translated().into_iter().filter(|locale| *locale != catalog.locale()).collect();
        let groups = groups(catalog.scopes());
        let releases = releases(catalog);
        let mut page = Self { catalog, groups, included_by, named_by, releases, locales, limits: Limits::default() };
        page.limits = Limits::of(&page);
        page
    }

    /// The scopes one step away.
    pub(super) fn next_to(&self, scope: ScopeId, direction: Direction) -> &[ScopeId] {
        match direction {
            Direction::Includes => self.catalog.scope(scope).includes(),
            Direction::IncludedBy => self.included_by.get(scope.index()).map_or(&[], Vec::as_slice),
        }
    }

    /// Whether the scope releases claims, its own or those of the scopes that it extends.
    pub(super) fn releases(&self, scope: ScopeId) -> bool {
        self.releases.contains(&scope)
    }

    /// The endpoints that name the scope.
    pub(super) fn named_by(&self, scope: ScopeId) -> &[&'c Endpoint] {
        self.named_by.get(scope.index()).map_or(&[], Vec::as_slice)
    }

    /// A text of the manifest, in its language.
    pub(super) fn said(&self, text: &str) -> Markup {
        said_in(self.catalog.locale(), text)
    }

    /// A scope by its name, as a link to it.
    pub(super) fn link(&self, scope: ScopeId) -> Markup {
        let name = self.catalog.scope(scope).name();
        html! { a href=(reference(name)) { code { (name) } } }
    }

    /// The same for several.
    pub(super) fn links(&self, scopes: &[ScopeId]) -> Markup {
        html! {
            @for (place, scope) in scopes.iter().enumerate() {
                @if place > 0 { ", " }
                (self.link(*scope))
            }
        }
    }

    /// All scopes and the other sections, to go to.
    pub(super) fn navigation(&self) -> Markup {
        let catalog = self.catalog;
        html! {
            nav aria-label="Contents" {
                ul .sections {
                    li { a href="#scopes" { "Scopes" } }
                    @if !catalog.endpoints().is_empty() { li { a href="#endpoints" { "Endpoints" } } }
                    li .scripted hidden { a href="#preview" { "Consent preview" } }
                    @if !catalog.presets().is_empty() { li { a href="#presets" { "Presets" } } }
                    @if !catalog.removed().is_empty() { li { a href="#removed" { "Removed" } } }
                }
                @for (group, members) in &self.groups {
                    div data-group {
                        @if let Some(group) = group { p .group-name { (self.said(group)) } }
                        ul .names {
                            @for scope in members {
                                li data-of=(scope.name()) {
                                    a .old[scope.deprecation().is_some()] href=(reference(scope.name())) { (breakable(scope.name())) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A text in a language. It says itself in which direction it is read, and does not turn what stands around it.
pub(super) fn said_in(locale: &str, text: &str) -> Markup {
    html! { bdi lang=(locale) { (text) } }
}

/// The `id` of a scope's article.
pub(super) fn anchor(name: &str) -> String {
    format!("scope-{name}")
}

/// The link to it: what has a meaning in a URL is escaped.
fn reference(name: &str) -> String {
    let mut reference = String::from("#scope-");
    for character in name.chars() {
        if character.is_ascii_alphanumeric() || "-._~:/".contains(character) {
            reference.push(character);
        } else {
            // Names are ASCII.
            let _ = write!(reference, "%{:02X}", u32::from(character));
        }
    }
    reference
}

/// A name that may go on in the next line after a separator.
fn breakable(name: &str) -> Markup {
    html! { @for part in name.split_inclusive([':', '.', '/', '_', '-']) { (part) wbr; } }
}

/// The scopes that release claims, their own or those of a scope that they extend.
fn releases(catalog: &Catalog) -> HashSet<ScopeId> {
    let mut extended_by: HashMap<ScopeId, Vec<ScopeId>> = HashMap::new();
    for scope in catalog.scopes() {
        if let Some(base) = scope.extends() {
            extended_by.entry(base).or_default().push(scope.id());
        }
    }
    let own = catalog.scopes().iter().filter(|scope| !scope.claims().is_empty());
    let mut pending: Vec<ScopeId> = own.map(Scope::id).collect();
    let mut releases = HashSet::new();
    while let Some(scope) = pending.pop() {
        if releases.insert(scope) {
            pending.extend(extended_by.get(&scope).into_iter().flatten());
        }
    }
    releases
}
