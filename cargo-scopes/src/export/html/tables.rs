//! The tables beside the scopes: endpoints, presets, removed names.

use maud::{Markup, html};
use scopes_manifest::{Access, ScopeId};

use super::page::Page;
use super::scope::route;

pub(super) fn endpoints(page: &Page<'_>) -> Markup {
    html! {
        @if !page.catalog.endpoints().is_empty() {
            section #endpoints aria-labelledby="endpoints-heading" {
                h2 #endpoints-heading { "Endpoints" }
                div .scroll tabindex="0" role="group" aria-labelledby="endpoints-heading" {
                    table {
                        thead { tr { th scope="col" { "Endpoint" } th scope="col" { "Takes" } } }
                        tbody {
                            @for endpoint in page.catalog.endpoints() {
                                tr data-endpoint { td { (route(endpoint)) } td { (takes(page, endpoint.access())) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What a call takes, in words.
pub(super) fn takes(page: &Page<'_>, access: &Access) -> Markup {
    let narrowed = |under: &[ScopeId]| {
        html! { @if !under.is_empty() { span .quiet { ", also under " (page.links(under)) } } }
    };
    match access {
        Access::Public => html! { span .badge.good { "public" } },
        Access::Authenticated { under } => html! { span .badge { "any token" } (narrowed(under)) },
        Access::Scopes(requirement) => html! {
            @for (place, scopes) in requirement.alternatives().iter().enumerate() {
                @if place > 0 { span .quiet { ", or " } }
                @for (place, scope) in scopes.iter().enumerate() {
                    @if place > 0 { span .quiet { " and " } }
                    (page.link(*scope))
                }
            }
            (narrowed(requirement.under()))
        },
    }
}

pub(super) fn presets(page: &Page<'_>) -> Markup {
    html! {
        @if !page.catalog.presets().is_empty() {
            section #presets aria-labelledby="presets-heading" {
                h2 #presets-heading { "Presets" }
                dl .listed {
                    @for preset in page.catalog.presets() {
                        div {
                            dt { (preset.name()) }
                            dd {
                                @if let Some(text) = preset.text() { p { (page.said(text)) } }
                                p { (page.links(preset.scopes())) }
                            }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn removed(page: &Page<'_>) -> Markup {
    html! {
        @if !page.catalog.removed().is_empty() {
            section #removed aria-labelledby="removed-heading" {
                h2 #removed-heading { "Removed" }
                p .quiet { "Names that are never to be used again." }
                dl .listed {
                    @for removed in page.catalog.removed() {
                        div {
                            dt { code { (removed.name()) } }
                            dd {
                                @if let Some(version) = removed.since() { "In " (version) ". " }
                                @if let Some(note) = removed.note() { (page.said(note)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
