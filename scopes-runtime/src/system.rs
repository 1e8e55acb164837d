//! What a manifest says of its system as a whole: name, scopes, presets, endpoints, limits.

#[cfg(feature = "http")]
use crate::granted::Granted;
#[cfg(feature = "http")]
use crate::http::Challenge;
use crate::metadata::ScopesSupported;
use crate::requirement::Requirement;
use crate::scope::Scope;
use crate::set::ScopeSet;
use crate::template::by_shape;

/// A system of scopes: what one `scopes.toml` declares. Implemented by `#[derive(Scopes)]` for the marker.
///
/// ```
/// use scopes_runtime::System;
/// # use scopes_demo::Demo;
/// assert_eq!(Demo::NAME, "demo");
/// assert_eq!(Demo::SCOPES.len(), 7);
/// ```
pub trait System: Sized + 'static {
    /// The enum of its scopes.
    type Scope: Scope<System = Self>;

    /// The system's name, from `[system]`.
    const NAME: &'static str;

    /// Every scope, in manifest order.
    const SCOPES: &'static [Self::Scope] = <Self::Scope as Scope>::ALL;

    /// The combinations that the manifest names, in its order.
    const PRESETS: &'static [Preset<Self::Scope>];

    /// What each operation needs, in manifest order.
    const ENDPOINTS: &'static [Endpoint<Self::Scope>];

    /// What a request without scopes asks for; `None` where it is refused.
    const DEFAULT: Option<ScopeSet<Self::Scope>> = match <Self::Scope as Scope>::TABLE.policy.default {
        Some(words) => Some(ScopeSet::from_words(words)),
        None => None,
    };

    /// `scopes_supported` of RFC 8414 and RFC 9728.
    #[must_use]
    fn scopes_supported() -> ScopesSupported<Self::Scope> {
        ScopesSupported::NEW
    }

    /// The endpoint that the manifest lists for a method and a path template, such as a router has: the names of
    /// parameters make no difference, and `HEAD` follows `GET` where it is not listed by itself (RFC 9110 section
    /// 9.3.2). Never give it the path of a request.
    ///
    /// ```
    /// # use scopes_demo::Demo;
    /// use scopes_runtime::System;
    ///
    /// assert_eq!(Demo::endpoint("HEAD", "/contacts").map(|endpoint| endpoint.method()), Some("GET"));
    /// assert_eq!(Demo::endpoint("GET", "/contacts/"), None);
    /// ```
    #[must_use]
    fn endpoint(method: &str, template: &str) -> Option<&'static Endpoint<Self::Scope>> {
        let of = |method: &str| {
            let is_it =
                |endpoint: &&Endpoint<_>| endpoint.method == method && by_shape(endpoint.path, template).is_eq();
            Self::ENDPOINTS.iter().find(is_it)
        };
        of(method).or_else(|| if method == "HEAD" { of("GET") } else { None })
    }

    /// The longest scope string that is read, in bytes; a longer one is refused before any work.
    const MAX_BYTES: usize;

    /// The resource server's identifier (the `aud` of RFC 9068, the `resource` of RFC 9728).
    const AUDIENCE_URI: Option<&'static str>;
}

/// A combination of scopes with a name, such as "read-only dashboard".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset<S: Scope> {
    name: &'static str,
    text: Option<&'static str>,
    scopes: ScopeSet<S>,
}

impl<S: Scope> Preset<S> {
    #[doc(hidden)]
    #[must_use]
    pub const fn __new(name: &'static str, text: Option<&'static str>, scopes: ScopeSet<S>) -> Self {
        Self { name, text, scopes }
    }

    /// The name in the manifest.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What it is for.
    #[must_use]
    pub const fn text(&self) -> Option<&'static str> {
        self.text
    }

    /// The scopes that it stands for, as listed.
    #[must_use]
    pub const fn scopes(&self) -> ScopeSet<S> {
        self.scopes
    }
}

/// One operation of the API and what calling it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Endpoint<S: Scope> {
    method: &'static str,
    path: &'static str,
    access: Access<S>,
}

/// What calling an [`Endpoint`] takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Access<S: Scope> {
    /// No token at all.
    Public,
    /// A valid token, whatever its scopes. As in every check, a restriction that the token holds denies unless it is
    /// named here.
    Authenticated {
        /// The restrictions that the operation honours.
        under: ScopeSet<S>,
    },
    /// A token that meets the requirement.
    Scopes(Requirement<S>),
}

impl<S: Scope> Endpoint<S> {
    #[doc(hidden)]
    #[must_use]
    pub const fn __new(method: &'static str, path: &'static str, access: Access<S>) -> Self {
        Self { method, path, access }
    }

    /// The HTTP method, in upper case.
    #[must_use]
    pub const fn method(&self) -> &'static str {
        self.method
    }

    /// The path with its parameters in braces, such as `/contacts/{id}`.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// The scopes that calling it takes; `None` where it takes none.
    #[must_use]
    pub const fn requirement(&self) -> Option<Requirement<S>> {
        match self.access {
            Access::Scopes(requirement) => Some(requirement),
            Access::Public | Access::Authenticated { .. } => None,
        }
    }

    /// What calling it takes.
    #[must_use]
    pub const fn access(&self) -> &Access<S> {
        &self.access
    }

    /// Whether a request may call it, by what its token grants; `None` is a request without a token. What no layer of
    /// this crate does for a server, this does. Scopes that are bound to a resource are not met here.
    ///
    /// # Errors
    /// The answer to the request.
    ///
    /// ```
    /// # use scopes_demo::{Demo, Scope};
    /// use scopes_runtime::{Granted, System};
    ///
    /// let endpoint = Demo::endpoint("GET", "/contacts").unwrap();
    /// assert!(endpoint.check(Some(&Granted::parse("contacts:read")?)).is_ok());
    /// assert_eq!(endpoint.check(None).unwrap_err().to_string(), "Bearer scope=\"contacts:read\"");
    /// # Ok::<(), scopes_runtime::ParseError>(())
    /// ```
    #[cfg(feature = "http")]
    pub fn check(&self, granted: Option<&Granted<S>>) -> Result<(), Challenge> {
        match (&self.access, granted) {
            (Access::Public, _) => Ok(()),
            (Access::Scopes(requirement), None) => Err(Challenge::unauthenticated().requiring(requirement)),
            (Access::Authenticated { .. }, None) => Err(Challenge::unauthenticated()),
            (Access::Scopes(requirement), Some(granted)) => {
                granted.check(requirement).map_err(|denied| Challenge::insufficient_scope(&denied))
            }
            (Access::Authenticated { under }, Some(granted)) => {
                let restrictions = granted.restrictions().difference(*under);
                if restrictions.is_empty() { Ok(()) } else { Err(Challenge::restricted(&restrictions)) }
            }
        }
    }
}
