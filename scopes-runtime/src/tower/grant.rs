//! [`Grant`]: what a verifier may give, and how it comes into the request.

use core::any::TypeId;
use core::fmt::Debug;
use core::marker::PhantomData;

use ::http::Extensions;

use crate::granted::Granted;
use crate::resources::ResourceGrants;
use crate::scope::Scope;

/// What a verifier gives for a good token. It is put into the request's extensions:
///
/// - [`Granted`], alone;
/// - a pair of one and anything else, such as the token's other claims; axum's `Extension` extracts that;
/// - [`ResourceGrants`], where the manifest binds scopes to resources.
///
/// A grant is of one system. Where a server knows two, each has its own [`Authenticate`](crate::Authenticate).
#[diagnostic::on_unimplemented(
    message = "a verifier cannot give `{Self}`",
    note = "it gives `Granted<Scope>`, a pair of one and the token's other claims, or `ResourceGrants`"
)]
pub trait Grant: sealed::Sealed {
    /// The scopes of the system.
    type Scope: Scope;

    /// Puts all of it into the request.
    #[doc(hidden)]
    fn extend(self, extensions: &mut Extensions);
}

impl<S: Scope> Grant for Granted<S> {
    type Scope = S;

    fn extend(self, extensions: &mut Extensions) {
        extensions.insert(Verified::<S>::with(None));
        extensions.insert(self);
    }
}

/// Says that the grant in the extensions is that of a token, and of which type its resources are. An outer layer's
/// `ResourceGrants` may still be in the extensions: this says whether they belong to the current grant. A grant without
/// it is the program's own, from a session for example.
#[derive(Clone)]
#[cfg_attr(not(feature = "axum"), expect(dead_code, reason = "only axum asks for the resources"))]
pub(crate) struct Verified<S> {
    resource: Option<TypeId>,
    system: PhantomData<fn() -> S>,
}

impl<S: Scope> Verified<S> {
    fn with(resource: Option<TypeId>) -> Self {
        Self { resource, system: PhantomData }
    }

    /// Whether `ResourceGrants` of this type are those of the grant that counts.
    #[cfg(feature = "axum")]
    pub(crate) fn has_resources<R: 'static>(extensions: &Extensions) -> bool {
        extensions.get::<Self>().is_none_or(|verified| verified.resource == Some(TypeId::of::<R>()))
    }
}

impl<G: Grant, T: Clone + Send + Sync + 'static> Grant for (G, T) {
    type Scope = G::Scope;

    fn extend(self, extensions: &mut Extensions) {
        let (grant, other) = self;
        // The grant last: were `other` a grant as well, this one is what was verified.
        extensions.insert(other);
        grant.extend(extensions);
    }
}

impl<R, S> Grant for ResourceGrants<R, S>
where
    R: Ord + Clone + Debug + Send + Sync + 'static,
    S: Scope,
{
    type Scope = S;

    fn extend(self, extensions: &mut Extensions) {
        extensions.insert(Verified::<S>::with(Some(TypeId::of::<R>())));
        extensions.insert(self.granted().clone());
        extensions.insert(self);
    }
}

mod sealed {
    //! Grants are what this crate can check.

    pub trait Sealed {}
    impl<S: crate::Scope> Sealed for crate::Granted<S> {}
    impl<G: Sealed, T> Sealed for (G, T) {}
    impl<R, S: crate::Scope> Sealed for crate::ResourceGrants<R, S> {}
}
