//! Google's API discovery document: `auth.oauth2.scopes`, and of every method the scopes of which any one suffices. Where a
//! method takes uploads, their paths are routes of it as well.

use indexmap::IndexSet;

use super::Unreadable;
use super::document::{self, Entry, Node};
use super::gathering::{Gathering, shortened};
use super::words::plain_word;
use crate::draft::Access;
use crate::place::Place;

pub(super) fn read(text: &str, gathering: &mut Gathering<'_>) -> Result<(), Unreadable> {
    let document = document::read(text)?;
    let start = Place { line: 1, column: 1 };
    if document.get("kind").and_then(Node::text) != Some("discovery#restDescription") {
        let what = "this is no discovery document: its `kind` is not `discovery#restDescription`";
        return Err(Unreadable::at(start, what).with_help("say with `--from` what it is"));
    }
    if let Some(name) = document.get("name").and_then(Node::text) {
        gathering.draft.system.name = plain_word(name);
    }
    let scopes = document.get("auth").and_then(|auth| auth.get("oauth2")).and_then(|oauth2| oauth2.get("scopes"));
    match scopes.and_then(Node::entries) {
        Some(scopes) => {
            for scope in scopes {
                let description = scope.value.get("description").and_then(Node::text);
                gathering.scope(scope.place, &scope.key, description.unwrap_or_default());
            }
        }
        None => gathering.lose(start, "the document has no `auth.oauth2.scopes`"),
    }
    gathering.draft.system.strip_prefix = common_prefix(gathering.draft.scopes.keys().map(String::as_str));
    let base = document.get("servicePath").and_then(Node::text).unwrap_or_default();
    methods(&document, base, gathering);
    Ok(())
}

/// What all names begin with, up to a slash, where something is left of each and all are addresses.
fn common_prefix<'n>(mut names: impl Iterator<Item = &'n str>) -> Option<String> {
    let first = names.next()?;
    let mut prefix = first.get(..=first.rfind('/')?)?;
    for name in names {
        while !name.starts_with(prefix) || name.len() == prefix.len() {
            prefix = prefix.get(..=prefix.strip_suffix('/')?.rfind('/')?)?;
        }
    }
    (prefix.starts_with("https://") && prefix.len() > "https://".len() && first.len() > prefix.len())
        .then(|| prefix.to_owned())
}

/// The methods of the document or of a resource, then those of the resources in it.
fn methods(node: &Node, base: &str, gathering: &mut Gathering<'_>) {
    for method in node.get("methods").and_then(Node::entries).unwrap_or_default() {
        if gathering.is_refused() {
            return;
        }
        add(method, base, gathering);
    }
    for resource in node.get("resources").and_then(Node::entries).unwrap_or_default() {
        methods(&resource.value, base, gathering);
    }
}

fn add(method: &Entry, base: &str, gathering: &mut Gathering<'_>) {
    let field = |key| method.value.get(key).and_then(Node::text);
    // `flatPath` has a parameter a segment; `path` may have one that stands for several.
    let (Some(verb), Some(path)) = (field("httpMethod"), field("flatPath").or(field("path"))) else {
        let sentence = format!("the method `{}` has no `httpMethod` or no path", shortened(&method.key));
        return gathering.lose(method.place, sentence);
    };
    let route = format!("{verb} /{}", format!("{base}{path}").trim_start_matches('/'));
    let Some(scopes) = method.value.get("scopes").and_then(Node::list) else {
        let sentence = format!(
            "`{}` is left out: the method names no scopes, and whether anybody may call it cannot be told from that",
            shortened(&route)
        );
        return gathering.lose(method.place, sentence);
    };
    let mut alternatives = IndexSet::with_capacity(scopes.len());
    for scope in scopes {
        if let Some(name) = scope.text().filter(|name| gathering.draft.scopes.contains_key(*name)) {
            alternatives.insert(vec![name.to_owned()]);
        } else {
            let sentence =
                format!("`{}`: {} is no scope that the document declares", shortened(&route), scope.described());
            gathering.lose(scope.place, sentence);
        }
    }
    if alternatives.is_empty() {
        return gathering.lose(method.place, format!("`{}` is left out: it names no scope", shortened(&route)));
    }
    let access = Access::Scopes { alternatives: alternatives.into_iter().collect(), under: Vec::new() };
    uploads(method, verb, &access, gathering);
    gathering.endpoint(method.place, &route, access);
}

/// The further routes of a method that takes a file (`mediaUpload`), each below the root of the server.
fn uploads(method: &Entry, verb: &str, access: &Access, gathering: &mut Gathering<'_>) {
    let Some(upload) = method.value.entry("mediaUpload") else { return };
    let Some(protocols) = upload.value.get("protocols").and_then(Node::entries) else {
        let sentence = format!("the `mediaUpload` of `{}` has no `protocols`", shortened(&method.key));
        return gathering.lose(upload.place, sentence);
    };
    for protocol in protocols {
        if let Some(path) = protocol.value.get("path").and_then(Node::text) {
            let route = format!("{verb} /{}", path.trim_start_matches('/'));
            gathering.endpoint(protocol.place, &route, access.clone());
        } else {
            let (name, method) = (shortened(&protocol.key), shortened(&method.key));
            gathering.lose(protocol.place, format!("the upload `{name}` of `{method}` has no `path`"));
        }
    }
}
