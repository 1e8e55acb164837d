//! [`RequireScopes`]: a requirement enforced on a service, such as one route.

use ::http::request::Parts;
use tower_layer::Layer;

use super::authentication::granted;
use super::enforce::{Enforced, Rule};
use super::rejection::Rejection;
use crate::permit::Requires;
use crate::requirement::Requirement;
use crate::scope::Scope;

/// The layer that passes on only requests whose token meets a requirement. [`Authenticate`](crate::Authenticate) has
/// to run before it. A scope that the manifest binds to a resource is never met here, as in
/// [`Granted::check`](crate::Granted::check).
///
/// ```
/// # use scopes_demo::{Demo, Scope};
/// use scopes_runtime::{RequireScopes, Requires};
///
/// #[derive(Requires)]
/// #[requires(Demo: "contacts:read")]
/// struct ListContacts;
///
/// let by_type = RequireScopes::of::<ListContacts>();
/// let by_value = RequireScopes::new(Demo!(all["contacts:read"]));
/// assert_eq!(by_type, by_value);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequireScopes<S: Scope> {
    requirement: Requirement<S>,
}

impl<S: Scope> RequireScopes<S> {
    /// Requires this.
    #[must_use]
    pub const fn new(requirement: Requirement<S>) -> Self {
        Self { requirement }
    }

    /// Requires what `R` does.
    #[must_use]
    pub fn of<R: Requires<Scope = S> + ?Sized>() -> Self {
        Self::new(R::REQUIREMENT)
    }
}

impl<S: Scope> Rule for RequireScopes<S> {
    fn admit(&self, head: &mut Parts) -> Result<(), Rejection> {
        let granted = granted::<S>(&head.extensions).map_err(|why| why.requiring(&self.requirement))?;
        Ok(granted.check(&self.requirement)?)
    }
}

impl<S: Scope, T> Layer<T> for RequireScopes<S> {
    type Service = Enforced<T, Self>;

    fn layer(&self, inner: T) -> Self::Service {
        Enforced::new(inner, *self)
    }
}
