//! The preview of a consent screen: what is ticked is a request, and beside it stands what its user would read. The script
//! answers from the manifest in the page; without one the section stays hidden.

use maud::{Markup, html};

use super::page::Page;

pub(super) fn section(page: &Page<'_>) -> Markup {
    let catalog = page.catalog;
    html! {
        section #preview .scripted hidden aria-labelledby="preview-heading" {
            h2 #preview-heading { "Consent preview" }
            p .quiet { "Tick what a client asks for, and read what its user would be asked." }
            div .preview {
                (request(page))
                div .screen {
                    p {
                        label for="language" { "Language " }
                        select #language {
                            @for locale in std::iter::once(&catalog.locale()).chain(&page.locales) { option value=(locale) { (locale) } }
                        }
                    }
                    div #consent aria-live="polite" {}
                }
            }
        }
    }
}

fn request(page: &Page<'_>) -> Markup {
    let catalog = page.catalog;
    html! {
        form #request {
            fieldset {
                legend { "Begin with" }
                @for preset in catalog.presets() {
                    button type="button" data-preset=(preset.name()) { (preset.name()) }
                }
                button type="button" { "nothing" }
            }
            fieldset {
                legend { "Scopes" }
                div .choices {
                    @for scope in catalog.scopes() {
                        label { input type="checkbox" value=(scope.name()); " " code { (scope.name()) } }
                    }
                }
            }
        }
    }
}
