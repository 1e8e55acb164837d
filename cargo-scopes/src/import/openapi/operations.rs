//! `paths`: every operation with the security that holds for it becomes an endpoint, or a note that says why not.

use super::schemes::Schemes;
use super::{security, servers};
use crate::import::document::{Entry, Node};
use crate::import::gathering::{Gathering, shortened};

/// The keys of a path item that are operations.
const METHODS: [&str; 9] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/// The members of a document.
const MEMBERS: [&str; 11] = [
    "openapi",
    "$self",
    "info",
    "jsonSchemaDialect",
    "servers",
    "paths",
    "webhooks",
    "components",
    "security",
    "tags",
    "externalDocs",
];
/// What else a path item can have that says nothing of who may call it.
const OTHERS: [&str; 5] = ["$ref", "summary", "description", "parameters", "servers"];

pub(super) fn read(document: &Node, schemes: &Schemes, gathering: &mut Gathering<'_>) {
    if let Some(webhooks) = document.entry("webhooks") {
        gathering.tell(webhooks.place, "`webhooks` are not endpoints: it is the API that calls them");
    }
    servers::of_document(document, gathering);
    members(document, gathering);
    let common = document.entry("security");
    for path in document.get("paths").and_then(Node::entries).unwrap_or_default() {
        if gathering.is_refused() {
            return;
        }
        if path.key.starts_with("x-") {
            continue;
        }
        if path.value.entries().is_none() {
            gathering.lose(path.place, format!("`{}` is {}", shortened(&path.key), path.value.described()));
        }
        for member in path.value.entries().unwrap_or_default() {
            if METHODS.contains(&member.key.as_str()) {
                add(path, member, common, schemes, gathering);
            } else {
                not_an_operation(path, member, gathering);
            }
        }
    }
}

/// Members of the document that hold nothing by their name or by their type, so that what was meant is lost.
fn members(document: &Node, gathering: &mut Gathering<'_>) {
    for member in document.entries().unwrap_or_default() {
        let key = member.key.as_str();
        let is_wrong = match key {
            "paths" | "components" => member.value.entries().is_none(),
            "security" => member.value.list().is_none(),
            _ => false,
        };
        if is_wrong {
            gathering.lose(member.place, format!("`{key}` is {}, which says nothing there", member.value.described()));
        } else if !MEMBERS.contains(&key) && !key.starts_with("x-") {
            gathering.lose(member.place, format!("`{}` is nothing that a document has in OpenAPI", shortened(key)));
        }
    }
}

/// What stands beside the operations of a path: told where it could have been one, or changes what they are.
fn not_an_operation(path: &Entry, member: &Entry, gathering: &mut Gathering<'_>) {
    let name = shortened(&path.key);
    match member.key.as_str() {
        "$ref" => {
            gathering.lose(member.place, format!("the operations of `{name}` are a reference, which is not followed"));
        }
        "servers" => servers::of_part(&name, member, gathering),
        "additionalOperations" => gathering.lose(member.place, "operations of other methods are not read"),
        key if OTHERS.contains(&key) || key.starts_with("x-") => {}
        key if METHODS.contains(&key.to_ascii_lowercase().as_str()) => {
            let sentence = format!("`{key}` of `{name}` is left out: OpenAPI writes methods in lower case");
            gathering.lose(member.place, sentence);
        }
        key => {
            let sentence = format!("`{}` of `{name}` is nothing that a path has in OpenAPI", shortened(key));
            gathering.lose(member.place, sentence);
        }
    }
}

fn add(path: &Entry, operation: &Entry, common: Option<&Entry>, schemes: &Schemes, gathering: &mut Gathering<'_>) {
    let route = format!("{} {}", operation.key.to_uppercase(), path.key);
    if operation.value.entries().is_none() {
        let sentence = format!("`{}` is left out: it is {}", shortened(&route), operation.value.described());
        return gathering.lose(operation.place, sentence);
    }
    if let Some(reference) = operation.value.entry("$ref") {
        let sentence = format!("`{}` is left out: it is a reference, and those are not followed", shortened(&route));
        return gathering.lose(reference.place, sentence);
    }
    if let Some(callbacks) = operation.value.entry("callbacks") {
        let sentence =
            format!("the `callbacks` of `{}` are not endpoints: it is the API that calls them", shortened(&route));
        gathering.tell(callbacks.place, sentence);
    }
    if let Some(servers) = operation.value.entry("servers") {
        servers::of_part(&shortened(&route), servers, gathering);
    }
    let own = operation.value.entry("security");
    if own.is_none() && path.value.entry("security").is_some() {
        // It has no meaning there, but somebody meant it.
        let sentence = format!(
            "`{}` is left out: its path has `security`, which OpenAPI knows of operations alone",
            shortened(&route)
        );
        return gathering.lose(operation.place, sentence);
    }
    let Some(security) = own.or(common) else {
        let sentence = format!(
            "`{}` is left out: neither the operation nor the document has `security`, and whether anybody may call it \
             cannot be told from that",
            shortened(&route)
        );
        return gathering.lose(operation.place, sentence);
    };
    // What is wrong with the document's own security is told where it is used.
    let place = if own.is_some() { security.place } else { operation.place };
    if let Some(access) = security::read(&route, place, &security.value, schemes, gathering) {
        gathering.endpoint(operation.place, &route, access);
    }
}
