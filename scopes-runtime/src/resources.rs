//! [`ResourceGrants`]: a grant for some resources and not for others, such as the workspaces that a user has chosen.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use crate::denied::Denied;
use crate::granted::Granted;
use crate::permit::Requires;
use crate::requirement::Requirement;
use crate::scope::Scope;
use crate::set::ScopeSet;

/// What a token holds, and for which resources. Scopes that the manifest binds to a resource (`bound_to`) count for
/// these alone; the others count everywhere.
///
/// ```
/// # use scopes_demo::{Demo, Scope};
/// use scopes_runtime::{Granted, Requires, ResourceGrants, ResourcePermit};
///
/// #[derive(Requires)]
/// #[requires(Demo: "files:read")]
/// struct ListFiles;
///
/// fn list_files(permit: &ResourcePermit<'_, ListFiles, u32>) -> String {
///     format!("the files of workspace {}", permit.resource())
/// }
///
/// let granted = Granted::<Scope>::parse("files:read").unwrap();
/// assert!(granted.authorize::<ListFiles>().is_err(), "a check of it needs the resource");
///
/// let mut grants = ResourceGrants::new(granted.clone(), [7, 9]);
/// assert_eq!(list_files(&grants.authorize(&7).unwrap()), "the files of workspace 7");
/// assert!(grants.authorize::<ListFiles>(&8).is_err());
///
/// let revoked = grants.reauthorise(granted, [9]);
/// assert_eq!(revoked.resources(), [7]);
/// assert!(grants.authorize::<ListFiles>(&7).is_err());
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ResourceGrants<R, S: Scope> {
    granted: Granted<S>,
    resources: BTreeSet<R>,
    /// The scopes that are bound to resources of this kind.
    bound: ScopeSet<S>,
}

impl<R: Ord, S: Scope> ResourceGrants<R, S> {
    /// A grant for these resources; none of them is a grant for none.
    ///
    /// Where the manifest binds scopes to several kinds of resources, it is not known of which kind these are, and no
    /// bound scope is met: see [`of_kind`](Self::of_kind).
    #[must_use]
    pub fn new(granted: Granted<S>, resources: impl IntoIterator<Item = R>) -> Self {
        let mut kinds = S::ALL.iter().filter_map(|scope| scope.bound_to());
        let kind = kinds.next().filter(|first| kinds.all(|kind| kind == *first));
        Self { granted, resources: resources.into_iter().collect(), bound: kind.map_or(ScopeSet::EMPTY, bound_to) }
    }

    /// A grant for resources of a kind, as the manifest calls it in `bound_to`: scopes that are bound to another kind are
    /// not met by them. `None` where no scope is bound to such a kind.
    #[must_use]
    pub fn of_kind(kind: &str, granted: Granted<S>, resources: impl IntoIterator<Item = R>) -> Option<Self> {
        let bound = bound_to(kind);
        (!bound.is_empty()).then(|| Self { granted, resources: resources.into_iter().collect(), bound })
    }

    /// What is granted, whatever the resource.
    #[must_use]
    pub fn granted(&self) -> &Granted<S> {
        &self.granted
    }

    /// The resources, ascending.
    pub fn resources(&self) -> impl ExactSizeIterator<Item = &R> {
        self.resources.iter()
    }

    /// Checks a requirement for one resource.
    ///
    /// # Errors
    /// As [`Granted::check`]; and where a scope is bound to a resource and not granted for this one.
    pub fn check(&self, resource: &R, requirement: &Requirement<S>) -> Result<(), Denied<S>> {
        self.check_with(&self.granted, resource, requirement)
    }

    /// The same for another grant on the same resources, such as a narrower one.
    pub(crate) fn check_with(
        &self,
        granted: &Granted<S>,
        resource: &R,
        requirement: &Requirement<S>,
    ) -> Result<(), Denied<S>> {
        if self.resources.contains(resource) {
            granted.check_for_resource(&self.bound, requirement)
        } else {
            granted.check(requirement)
        }
    }

    /// Another grant on the same resources.
    #[cfg(feature = "axum")]
    pub(crate) fn with(&self, granted: Granted<S>) -> Self
    where
        R: Clone,
    {
        Self { granted, resources: self.resources.clone(), bound: self.bound }
    }

    /// Checks what `Op` requires for one resource, and gives the proof for that one. While the proof is there the
    /// grant cannot be changed.
    ///
    /// # Errors
    /// As [`check`](Self::check).
    pub fn authorize<'g, Op: Requires<Scope = S> + ?Sized>(
        &'g self,
        resource: &'g R,
    ) -> Result<ResourcePermit<'g, Op, R>, Denied<S>> {
        self.check(resource, &Op::REQUIREMENT).map(|()| ResourcePermit { resource, checked: PhantomData })
    }

    /// Puts what the user has now agreed to in the place of what was granted. What comes back is what no longer
    /// holds: tokens for it are to be revoked.
    pub fn reauthorise(&mut self, granted: Granted<S>, resources: impl IntoIterator<Item = R>) -> Revoked<R, S> {
        let new = Self { granted, resources: resources.into_iter().collect(), bound: self.bound };
        let scopes = self.granted.effective().difference(new.granted.effective());
        let old = core::mem::replace(self, new);
        let resources = old.resources.into_iter().filter(|resource| !self.resources.contains(resource)).collect();
        Revoked { resources, scopes }
    }
}

/// The scopes that the manifest binds to a kind of resource.
fn bound_to<S: Scope>(kind: &str) -> ScopeSet<S> {
    S::ALL.iter().copied().filter(|scope| scope.bound_to() == Some(kind)).collect()
}

impl<R: fmt::Debug, S: Scope> fmt::Debug for ResourceGrants<R, S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ResourceGrants")
            .field("granted", &self.granted)
            .field("resources", &self.resources)
            .field("bound", &self.bound)
            .finish()
    }
}

/// The proof that the requirement of `Op` was checked for one resource. A function that takes it gets the resource
/// from it, so that it cannot act on another than the one that was checked.
#[must_use = "a permit is given to the function that asks for it"]
pub struct ResourcePermit<'g, Op: ?Sized, R> {
    resource: &'g R,
    checked: PhantomData<fn() -> Op>,
}

impl<'g, Op: ?Sized, R> ResourcePermit<'g, Op, R> {
    /// The resource that it is for.
    #[must_use]
    pub fn resource(&self) -> &'g R {
        self.resource
    }
}

impl<Op: ?Sized, R: fmt::Debug> fmt::Debug for ResourcePermit<'_, Op, R> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "ResourcePermit<{}>({:?})", core::any::type_name::<Op>(), self.resource)
    }
}

/// What no longer holds after a user has agreed anew.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "tokens for what is revoked are still out: revoke them"]
pub struct Revoked<R, S: Scope> {
    resources: Vec<R>,
    scopes: ScopeSet<S>,
}

impl<R, S: Scope> Revoked<R, S> {
    /// The resources that nothing is granted for any more, ascending.
    #[must_use]
    pub fn resources(&self) -> &[R] {
        &self.resources
    }

    /// What had effect and has no more, on every resource.
    #[must_use]
    pub fn scopes(&self) -> ScopeSet<S> {
        self.scopes
    }

    /// Whether everything that was granted still is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.resources.is_empty() && self.scopes.is_empty()
    }
}
