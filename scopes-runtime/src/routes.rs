//! The manifest's `[endpoints]` as routes: which of them a method and a path template mean.
//!
//! What comes in: a router's own template of the path that it matched, never the path of a request. What goes out: the
//! endpoint. Used where endpoints are enforced, documented, and compared with what is served.

use alloc::vec::Vec;
use core::ops::Range;

use crate::scope::Scope;
use crate::system::{Endpoint, System};
use crate::template::by_shape;

/// The endpoints of a system, ordered by the shape of their paths.
pub(crate) struct Routes<S: Scope> {
    endpoints: Vec<&'static Endpoint<S>>,
    /// Where those of a path stand, by the path as the manifest writes it, which is how most routers write it too. Ordered,
    /// and not hashed: a few comparisons take less time than a hash that nobody can guess.
    places: Vec<(&'static str, Range<usize>)>,
}

impl<S: Scope> Routes<S> {
    pub(crate) fn new() -> Self {
        let mut endpoints: Vec<_> = S::System::ENDPOINTS.iter().collect();
        endpoints.sort_by(|left, right| by_shape(left.path(), right.path()));
        let mut routes = Self { endpoints, places: Vec::new() };
        routes.places =
            routes.endpoints.iter().map(|endpoint| (endpoint.path(), routes.place(endpoint.path()))).collect();
        routes.places.sort_unstable_by_key(|(path, _)| *path);
        routes.places.dedup_by_key(|(path, _)| *path);
        routes
    }

    /// The endpoints whose path has the shape of this template.
    pub(crate) fn at(&self, template: &str) -> &[&'static Endpoint<S>] {
        let place = match self.places.binary_search_by_key(&template, |(path, _)| path) {
            Ok(found) => self.places.get(found).map(|(_, place)| place.clone()).unwrap_or_default(),
            Err(_) => self.place(template),
        };
        self.endpoints.get(place).unwrap_or_default()
    }

    /// Where they stand.
    fn place(&self, template: &str) -> Range<usize> {
        let start = self.endpoints.partition_point(|endpoint| by_shape(endpoint.path(), template).is_lt());
        let end = self.endpoints.partition_point(|endpoint| by_shape(endpoint.path(), template).is_le());
        start..end
    }

    /// The endpoints of a path in an `OpenAPI` document, which has no parameters over several segments: where the manifest
    /// has one, the document's last parameter stands for it.
    pub(crate) fn at_documented(&self, template: &str) -> &[&'static Endpoint<S>] {
        let endpoints = self.at(template);
        match template.rsplit_once("/{") {
            Some((before, name)) if endpoints.is_empty() => self.at(&alloc::format!("{before}/{{*{name}")),
            _ => endpoints,
        }
    }
}

/// The one for this method. `HEAD` follows `GET` where it is not listed by itself (RFC 9110 section 9.3.2).
pub(crate) fn with_method<S: Scope>(endpoints: &[&'static Endpoint<S>], method: &str) -> Option<&'static Endpoint<S>> {
    let of = |method: &str| endpoints.iter().copied().find(|endpoint| endpoint.method() == method);
    of(method).or_else(|| if method == "HEAD" { of("GET") } else { None })
}
