//! The manifest's `[endpoints]` as routes: which of them a method and a path template mean.
//!
//! What comes in: a router's own template of the path that it matched, never the path of a request. What goes out: the
//! endpoint. Used where endpoints are enforced, documented, and compared with what is served.

use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::scope::Scope;
use crate::system::{Endpoint, System};

/// The endpoints of a system, ordered by the shape of their paths.
pub(crate) struct Routes<S: Scope> {
    endpoints: Vec<&'static Endpoint<S>>,
}

/// What a method and a path template mean.
pub(crate) enum Route<'r, S: Scope> {
    /// This endpoint.
    Listed(&'static Endpoint<S>),
    /// The path of these endpoints, with a method that none of them has.
    OtherMethod(&'r [&'static Endpoint<S>]),
    /// A path that the manifest does not list.
    Unlisted,
}

impl<S: Scope> Routes<S> {
    pub(crate) fn new() -> Self {
        let mut endpoints: Vec<_> = S::System::ENDPOINTS.iter().collect();
        endpoints.sort_by(|left, right| by_shape(left.path(), right.path()));
        Self { endpoints }
    }

    /// The endpoint of a method and a path template. `HEAD` follows `GET` where it is not listed by itself (RFC 9110
    /// section 9.3.2).
    pub(crate) fn find(&self, method: &str, template: &str) -> Route<'_, S> {
        let start = self.endpoints.partition_point(|endpoint| by_shape(endpoint.path(), template).is_lt());
        let rest = self.endpoints.get(start..).unwrap_or_default();
        let count = rest.partition_point(|endpoint| by_shape(endpoint.path(), template).is_eq());
        let same = rest.get(..count).unwrap_or_default();
        let of = |method: &str| same.iter().copied().find(|endpoint| endpoint.method() == method);
        match of(method).or_else(|| if method == "HEAD" { of("GET") } else { None }) {
            Some(endpoint) => Route::Listed(endpoint),
            None if same.is_empty() => Route::Unlisted,
            None => Route::OtherMethod(same),
        }
    }
}

/// The methods of endpoints as `Allow` lists them (RFC 9110 section 10.2.1).
pub(crate) fn allow<S: Scope>(endpoints: &[&Endpoint<S>]) -> String {
    let mut methods: Vec<_> = endpoints.iter().map(|endpoint| endpoint.method()).collect();
    if methods.contains(&"GET") && !methods.contains(&"HEAD") {
        methods.push("HEAD");
    }
    methods.join(", ")
}

/// Orders path templates by their bytes, where the names of parameters make no difference: `/users/{id}` is
/// `/users/{user}`, and neither is `/users/{*rest}`.
pub(crate) fn by_shape(left: &str, right: &str) -> Ordering {
    shape(left).cmp(shape(right))
}

/// The bytes of a template without the names of its parameters. Doubled braces, which some routers read as plain ones,
/// stay as they are: the manifest has none.
fn shape(template: &str) -> impl Iterator<Item = u8> + '_ {
    let bytes = template.as_bytes();
    let mut place = 0;
    core::iter::from_fn(move || {
        let byte = *bytes.get(place)?;
        place += 1;
        if byte == b'{' && bytes.get(place) != Some(&b'{') && bytes.get(place.wrapping_sub(2)) != Some(&b'{') {
            let name = bytes.get(place..)?;
            let is_rest = name.first() == Some(&b'*');
            let length = name.iter().position(|byte| *byte == b'}')?;
            place += length + 1;
            return Some(if is_rest { WILDCARD } else { PARAMETER });
        }
        Some(byte)
    })
}

/// Stand for `{name}` and `{*name}`: no byte of any text in UTF-8.
const PARAMETER: u8 = 0xFE;
const WILDCARD: u8 = 0xFF;
