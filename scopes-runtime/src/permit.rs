//! [`Permit`]: the proof that a requirement was checked, and [`Requires`], which says what is to be proved.

use core::fmt;
use core::marker::PhantomData;

use crate::requirement::Requirement;
use crate::scope::Scope;

/// An operation and the scopes that it needs. Written with `#[derive(Requires)]`:
///
/// ```
/// # use scopes_demo::Demo;
/// use scopes_runtime::Requires;
///
/// #[derive(Requires)]
/// #[requires(Demo: any["contacts:write", all["contacts:read", "history:read"]])]
/// struct EditContact;
///
/// #[derive(Requires)]
/// #[requires(Demo: endpoint "GET /contacts")]
/// struct ListContacts;
///
/// assert_eq!(ListContacts::REQUIREMENT.to_string(), "contacts:read");
/// ```
pub trait Requires {
    /// The scopes of the system that it belongs to.
    type Scope: Scope;

    /// What it needs.
    const REQUIREMENT: Requirement<Self::Scope>;
}

/// The proof that the requirement of `R` was checked: a function that takes one cannot be reached without the check.
///
/// Only [`Granted::authorize`](crate::Granted::authorize) makes it. It cannot be copied, cloned, defaulted or
/// deserialised.
#[must_use = "a permit is given to the function that asks for it"]
pub struct Permit<R: ?Sized> {
    checked: PhantomData<fn() -> R>,
}

impl<R: ?Sized> Permit<R> {
    /// For `Granted::authorize`, after the check.
    pub(crate) const fn checked() -> Self {
        Self { checked: PhantomData }
    }
}

impl<R: ?Sized> fmt::Debug for Permit<R> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Permit<{}>", core::any::type_name::<R>())
    }
}
