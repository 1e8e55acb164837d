//! The macros of `scopes-runtime`, which re-exports them: depend on that crate, not on this one.
//!
//! Entry points only; each stage of an expansion has a file:
//! `marker` reads the derive's input, `load` finds and reads the manifest, `expand` turns the catalogue into items,
//! `literal` answers the macro under the marker's name, `requires` is the derive for operations.

mod expand;
mod joined;
mod literal;
mod load;
mod marker;
mod requires;

use proc_macro::TokenStream;

/// Generates the scopes of a manifest beside a marker struct.
///
/// ```ignore
/// #[derive(Scopes)]
/// #[scopes(manifest = "scopes.toml")] // relative to the folder of Cargo.toml
/// pub struct Sipgate;
/// ```
///
/// | key of `#[scopes(…)]` | meaning |
/// |---|---|
/// | `manifest = "scopes.toml"` | required: the file, relative to the folder of `Cargo.toml` |
/// | `scope = Name` | the enum's name, by default `Scope` |
/// | `set = Name` | the set's name, by default `ScopeSet` |
/// | `client`, `audience`, `subject`, `grants` `= Name` | the names of the enums of `[kinds]`, by default `Client`, `Audience`, `Subject`, `Grants` |
/// | `path = crate::auth` | the module in which the marker stands, where that is not the crate's root |
/// | `crate = ::other::scopes_runtime` | where `scopes-runtime` is found, by default `::scopes_runtime` |
///
/// What is generated: the enum, the set's alias, `System` for the marker, a constant for each preset, and a macro
/// under the marker's own name. An error in the manifest is shown with its line and how to mend it.
///
/// # The lock
///
/// A file that is named after the manifest and ends in `.lock` (`scopes.lock` beside `scopes.toml`, `api.lock` beside
/// `api.toml`) holds what was accepted; `cargo scopes lock` writes it. Where it exists, a manifest in which scopes of the
/// lock may do more is refused, with an error for each gain:
///
/// ```text
/// error: WIDENED: follow now also allows write:media; run cargo scopes lock to accept
/// ```
///
/// New scopes, and new endpoints, are no gains. A lock that cannot be read is an error, never ignored. The build watches
/// the lock; one that is new is read when the crate is next compiled, which an edit of the manifest always does.
#[proc_macro_derive(Scopes, attributes(scopes))]
pub fn derive_scopes(input: TokenStream) -> TokenStream {
    expand::derive(input.into()).into()
}

/// Says what an operation requires: `#[requires(Marker: requirement)]`, where the requirement is `"a"`,
/// `all["a", "b"]`, `any["a", all["b", "c"]]` or `endpoint "POST /sessions/sms"`, and may end in
/// `under["restriction"]`.
#[proc_macro_derive(Requires, attributes(requires))]
pub fn derive_requires(input: TokenStream) -> TokenStream {
    requires::derive(input.into()).unwrap_or_else(syn::Error::into_compile_error).into()
}

/// What `derive(Scopes)` expands to. A macro of its own, because the compiler caches what a derive returned and
/// would not see that the manifest has changed.
#[doc(hidden)]
#[proc_macro]
pub fn __scopes(input: TokenStream) -> TokenStream {
    expand::scopes(input.into()).into()
}

/// What the macro under a marker's name hands its input to.
#[doc(hidden)]
#[proc_macro]
pub fn __literal(input: TokenStream) -> TokenStream {
    literal::expand(input.into()).unwrap_or_else(syn::Error::into_compile_error).into()
}
