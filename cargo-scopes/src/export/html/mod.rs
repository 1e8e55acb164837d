//! One self-contained page: every scope with what it includes, who includes it and what it allows; the endpoints; a search;
//! and a preview of what a user would be asked.
//!
//! `maud` escapes whatever comes from the manifest. The page loads nothing: its policy allows the one style and the one
//! script that are in it, by their hashes, and nothing else. Without a script all of it can be read; searching and the
//! preview need one. It carries the manifest as JSON, by which `import` reads it again.

mod limits;
mod page;
mod preview;
mod scope;
mod tables;
mod tree;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use scopes_manifest::Catalog;
use sha2::{Digest, Sha256};

use self::page::Page;
use super::json;
use crate::counted::counted;

/// The `id` of the element that holds the manifest.
pub(crate) const MANIFEST: &str = "scopes-manifest";

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("page.js");

/// The page.
///
/// ```
/// use scopes_manifest::Catalog;
///
/// let catalog = Catalog::parse("format = 1\n[system]\nname = \"calendar\"\n[scopes]\n\"events:read\" = \"Read <all> events.\"\n")?;
/// let page = cargo_scopes::export::html(&catalog);
/// assert!(page.contains("Read &lt;all&gt; events."));
/// # Ok::<(), scopes_manifest::Diagnostics>(())
/// ```
#[must_use]
pub fn html(catalog: &Catalog) -> String {
    let page = Page::new(catalog);
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content="cargo scopes";
                meta name="referrer" content="no-referrer";
                title { "Scopes of " (catalog.name()) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a .skip href="#scopes" { "Skip to the scopes" }
                (header(&page))
                div .layout {
                    (page.navigation())
                    main {
                        (scopes(&page))
                        (tables::endpoints(&page))
                        (preview::section(&page))
                        (tables::presets(&page))
                        (tables::removed(&page))
                    }
                }
                footer { p { "Made by " code { "cargo scopes export html" } " from the manifest of " (catalog.name()) "." } }
                script #(MANIFEST) type="application/json" { (PreEscaped(json::embedded(catalog))) }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    markup.into_string() + "\n"
}

/// Nothing but what is in the page: no request leaves it, and no script that a text would smuggle in runs.
fn policy() -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let (style, script) = (hash(STYLE), hash(SCRIPT));
    format!("default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'")
}

fn header(page: &Page<'_>) -> Markup {
    let catalog = page.catalog;
    html! {
        header .top {
            div .brand {
                h1 { (page.said(catalog.name())) " " span .quiet { "scopes" } }
                p .quiet {
                    (counted(catalog.scopes().len(), "scope")) " · " (counted(catalog.endpoints().len(), "endpoint"))
                    @if let Some(uri) = catalog.audience_uri() { " · " code { (uri) } }
                }
            }
            div .search role="search" hidden {
                label for="search" { "Search" }
                input #search type="search" autocomplete="off" spellcheck="false" placeholder="Name, text or endpoint  ( / )"
                    aria-describedby="count" aria-keyshortcuts="/";
                output #count for="search" aria-live="polite" {}
            }
        }
    }
}

fn scopes(page: &Page<'_>) -> Markup {
    html! {
        section #scopes aria-labelledby="scopes-heading" {
            h2 #scopes-heading { "Scopes" }
            @for (group, members) in &page.groups {
                div data-group {
                    @if let Some(group) = group { h3 .group-name { (page.said(group)) } }
                    @for scope in members { (scope::article(page, scope)) }
                }
            }
            p #nothing .quiet hidden { "No scope matches." }
        }
    }
}
