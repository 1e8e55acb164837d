//! [`Parity`]: the test that what is served, what the manifest lists and what the document says are the same.
//!
//! What comes in: a router or its routes, and a document. What goes out: every [`Disparity`]. Called by users' tests.

mod disparity;
mod document;
mod needed;
mod probe;
mod served;
mod tree;

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

pub use self::disparity::Disparity;
use self::document::Operation;
use self::served::{Method, Served};
use crate::routes::Routes;
use crate::set::ScopeSet;
use crate::system::System;

/// Compares what a router serves with the manifest's `[endpoints]`, and with a document. In a test of the program:
///
/// ```
/// # use scopes_demo::{Demo, Scope};
/// # use scopes_runtime::ScopeSet;
/// use axum::{Router, routing::get};
/// use scopes_runtime::Parity;
///
/// # let elsewhere: ScopeSet<Scope> = !Demo!(set["contacts:read", "contacts:write"]);
/// let router: Router = Router::new().route("/contacts", get(|| async {}));
/// Parity::<Demo>::of(&router).needed_elsewhere(elsewhere).assert();
/// ```
///
/// It finds a route that is served and not listed, one that is listed and not served, a scope that no endpoint needs,
/// and, once a document is given, an operation that is missing there, is there alone, or asks for something else than
/// what is enforced.
pub struct Parity<M: System> {
    router: Option<served::Router>,
    /// What was found when it was given.
    found: Vec<Disparity>,
    /// What may be there all the same.
    allowed: Vec<Disparity>,
    elsewhere: ScopeSet<M::Scope>,
    documented: Option<Vec<Operation>>,
}

impl<M: System> Parity<M> {
    /// What this router serves, nested and merged routers among it. `axum` does not list its routes: they are read from
    /// what its `Debug` shows, and where a version shows something else, that is a disparity. Which layers a route has
    /// is not seen there: see [`probe`](Self::probe).
    #[must_use]
    pub fn of<T>(router: &::axum::Router<T>) -> Self {
        match served::by_router(&alloc::format!("{router:?}")) {
            Ok(router) => Self::new(Some(router), Vec::new()),
            Err(what) => Self::new(None, alloc::vec![Disparity::Unreadable(what.to_string())]),
        }
    }

    /// For other servers: the methods and path templates of all routes, such as `("GET", "/contacts/{id}")`.
    #[must_use]
    pub fn of_routes<R, P>(routes: impl IntoIterator<Item = (R, P)>) -> Self
    where
        R: AsRef<str>,
        P: Into<String>,
    {
        let served = routes.into_iter();
        let served = served.map(|(method, path)| Served::new(Method::Only(method.as_ref().into()), path.into()));
        Self::new(Some(served::Router { routes: served.collect(), others: Vec::new() }), Vec::new())
    }

    fn new(router: Option<served::Router>, found: Vec<Disparity>) -> Self {
        Self { router, found, allowed: Vec::new(), elsewhere: ScopeSet::EMPTY, documented: None }
    }

    /// Says that what the fallback of the router that is nested at this path answers is open to all, such as a page of a
    /// 404; `/` is the whole router.
    #[must_use]
    pub fn allow_fallback(mut self, path: &str) -> Self {
        self.allowed.push(Disparity::fallback(path.trim_end_matches('/')));
        self
    }

    /// Says that the service that is nested at this path enforces for itself, or serves what is open to all.
    #[must_use]
    pub fn allow_nested_service(mut self, path: &str) -> Self {
        self.allowed.push(Disparity::nested_service(path));
        self
    }

    /// Sends a request without a token to every endpoint that takes one, and expects a challenge of this crate. So it
    /// finds a route that was added after the layer, and a layer that was forgotten. Where nothing stops a request, its
    /// handler runs: give it a router over data of a test.
    ///
    /// ```
    /// # use scopes_demo::{Demo, Scope};
    /// # async fn test(router: axum::Router) {
    /// scopes_runtime::Parity::<Demo>::of(&router).probe(&router).await.assert();
    /// # }
    /// ```
    #[must_use]
    pub async fn probe(mut self, router: &::axum::Router) -> Self {
        self.found.extend(probe::disparities::<M>(router).await);
        self
    }

    /// Says which scopes need no endpoint here, since another program or the authorization server asks for them. One
    /// that an endpoint needs after all is a disparity.
    #[must_use]
    pub fn needed_elsewhere(mut self, scopes: ScopeSet<M::Scope>) -> Self {
        self.elsewhere |= scopes;
        self
    }

    /// Compares with an `OpenAPI` document as well: one of `utoipa`, a `serde_json::Value`, or whatever else serde
    /// writes as such.
    #[must_use]
    pub fn document(self, document: &impl serde::Serialize) -> Self {
        self.compare(document, None)
    }

    /// The same for a document with several security schemes that give scopes, of which this is the one of the manifest.
    #[must_use]
    pub fn document_with_scheme(self, document: &impl serde::Serialize, scheme: &str) -> Self {
        self.compare(document, Some(scheme))
    }

    fn compare(mut self, document: &impl serde::Serialize, scheme: Option<&str>) -> Self {
        let read = serde_json::to_value(document).map_err(|error| error.to_string());
        match read.and_then(|document| document::operations(&document, scheme)) {
            Ok(operations) => self.documented = Some(operations),
            Err(what) => self.found.push(Disparity::Unreadable(what)),
        }
        self
    }

    /// Everything that differs.
    #[must_use]
    pub fn disparities(&self) -> Vec<Disparity> {
        let mut found = self.found.clone();
        let routes = Routes::<M::Scope>::new();
        if let Some(router) = &self.router {
            found.extend(served::disparities::<M>(&router.routes, &routes));
            found.extend(router.others.iter().filter(|other| !self.allowed.contains(other)).cloned());
        }
        found.extend(needed::disparities::<M>(self.elsewhere));
        if let Some(documented) = &self.documented {
            found.extend(document::disparities::<M>(documented, &routes));
        }
        found
    }

    /// For tests.
    ///
    /// # Panics
    /// Where anything differs, with all that does.
    #[track_caller]
    #[allow(clippy::panic)] // A test fails by it.
    pub fn assert(&self) {
        let disparities = self.disparities();
        let lines: Vec<_> = disparities.iter().map(|disparity| alloc::format!("- {disparity}")).collect();
        assert!(lines.is_empty(), "the manifest of `{}` and the program differ:\n{}", M::NAME, lines.join("\n"));
    }
}

impl<M: System> fmt::Debug for Parity<M> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.disparities()).finish()
    }
}
