//! `servers`: where an API is served. Endpoints are the paths as the document has them, so that a path which the address of
//! a server puts before them is told. `operations` is the caller.

use crate::import::document::{Entry, Node};
use crate::import::gathering::{Gathering, shortened};

/// Those of the whole document: only a path in an address is worth a word.
pub(super) fn of_document(document: &Node, gathering: &mut Gathering<'_>) {
    let servers = document.get("servers").and_then(Node::list).unwrap_or_default();
    for url in servers.iter().filter_map(|server| server.get("url")) {
        if let Some(base) = url.text().and_then(base) {
            let sentence =
                format!("the endpoints are written without `{}`, which this server puts before them", shortened(base));
            gathering.tell(url.place, sentence);
        }
    }
}

/// Those of a path or an operation, which is then served elsewhere than the others.
pub(super) fn of_part(name: &str, servers: &Entry, gathering: &mut Gathering<'_>) {
    gathering.tell(servers.place, format!("`{name}` has `servers` of its own, which an endpoint does not tell"));
}

/// The path of an address, if it is more than `/`. The host may be a template.
fn base(url: &str) -> Option<&str> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let is_path = |character| matches!(character, '/' | '?' | '#');
    let path = rest.get(rest.find(is_path)?..)?;
    (!path.trim_matches('/').is_empty()).then_some(path)
}
