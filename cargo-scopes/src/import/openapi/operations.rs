//! `paths`: every operation with the security that holds for it becomes an endpoint, or a note that says why not.

use super::schemes::Schemes;
use super::security;
use crate::import::document::{Entry, Node};
use crate::import::gathering::{Gathering, shortened};

/// The keys of a path item that are operations.
const METHODS: [&str; 9] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

pub(super) fn read(document: &Node, schemes: &Schemes, gathering: &mut Gathering<'_>) {
    let common = document.entry("security");
    for path in document.get("paths").and_then(Node::entries).unwrap_or_default() {
        if gathering.is_refused() {
            return;
        }
        if path.key.starts_with("x-") {
            continue;
        }
        if let Some(reference) = path.value.entry("$ref") {
            let path = shortened(&path.key);
            gathering
                .lose(reference.place, format!("the operations of `{path}` are a reference, which is not followed"));
        }
        let Some(fields) = path.value.entries() else {
            gathering.lose(path.place, format!("`{}` is {}", shortened(&path.key), path.value.described()));
            continue;
        };
        for operation in fields.iter().filter(|field| METHODS.contains(&field.key.as_str())) {
            add(path, operation, common, schemes, gathering);
        }
        if let Some(more) = path.value.entry("additionalOperations") {
            gathering.lose(more.place, "operations of other methods are not read");
        }
    }
}

fn add(path: &Entry, operation: &Entry, common: Option<&Entry>, schemes: &Schemes, gathering: &mut Gathering<'_>) {
    let route = format!("{} {}", operation.key.to_uppercase(), path.key);
    if operation.value.entries().is_none() {
        let sentence = format!("`{}` is left out: it is {}", shortened(&route), operation.value.described());
        return gathering.lose(operation.place, sentence);
    }
    let own = operation.value.entry("security");
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
