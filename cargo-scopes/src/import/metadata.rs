//! Metadata of an authorization server (RFC 8414) or of a protected resource (RFC 9728): names of scopes, without a word
//! about what they grant.

use super::Unreadable;
use super::document::{self, Node};
use super::gathering::Gathering;
use super::words::plain_word;
use crate::place::Place;

pub(super) fn read(text: &str, gathering: &mut Gathering<'_>) -> Result<(), Unreadable> {
    let document = document::read(text)?;
    let Some(scopes) = document.get("scopes_supported").and_then(Node::list) else {
        let what = "this is no metadata with scopes: it has no list `scopes_supported`";
        return Err(Unreadable::at(Place { line: 1, column: 1 }, what).with_help("say with `--from` what it is"));
    };
    for scope in scopes {
        match scope.text() {
            Some(name) => {
                gathering.scope(scope.place, name, "");
            }
            None => gathering.lose(scope.place, format!("{} is no scope", scope.described())),
        }
    }
    if let Some(name) = document.get("resource_name").and_then(Node::text) {
        gathering.draft.system.name = plain_word(name);
    }
    gathering.draft.system.audience_uri = document.get("resource").and_then(Node::text).map(str::to_owned);
    if let Some(grants) = document.entry("grant_types_supported") {
        let list = grants.value.list().unwrap_or_default();
        let words: Vec<String> = list.iter().filter_map(|grant| grant.text()).map(str::to_owned).collect();
        if words.is_empty() || words.len() < list.len() {
            gathering.lose(grants.place, "`grant_types_supported` is no list of grant types");
        } else {
            gathering.draft.kinds.insert("grants".to_owned(), words);
        }
    }
    Ok(())
}
