//! Reads and validates a manifest of OAuth scopes: text in, a [`Catalog`] or [`Diagnostics`] out.
//!
//! No tokens and no file system: `scopes-macros` makes code of a catalogue, tools make documents of it. The files
//! are the stages: `source` (bytes to text) → `raw` (TOML to typed values with their places) → `validate` (one rule,
//! one function) → `catalog` (what nothing but validation can make).
//!
//! ```
//! use scopes_manifest::Catalog;
//!
//! let catalog = Catalog::parse(
//!     r#"
//!     format = 1
//!     [system]
//!     name = "calendar"
//!     [scopes]
//!     "write:appointments" = { text = "Change appointments.", includes = ["read:appointments"] }
//!     "read:appointments" = "Read appointments."
//!     "#,
//! )?;
//! assert_eq!(catalog.scopes()[0].variant(), "WriteAppointments");
//! assert_eq!(catalog.closure(catalog.scopes()[0].id()).len(), 2);
//! # Ok::<(), scopes_manifest::Diagnostics>(())
//! ```
//!
//! A mistake is shown with its line and how to mend it, and all of them at once:
//!
//! ```
//! let faults = scopes_manifest::Catalog::parse(
//!     "format = 1\n[system]\nname = \"T\"\n[scopes]\na = { text = \"x\", includes = [\"read:mial\"] }\n\"read:mail\" = \"y\"\n",
//! )
//! .unwrap_err();
//! let fault = faults.iter().next().unwrap();
//! assert_eq!(fault.code().as_str(), "unknown-scope");
//! assert_eq!((fault.line(), fault.column()), (5, 31));
//! assert_eq!(fault.message(), "unknown scope `read:mial`; did you mean `read:mail`?");
//! ```

pub mod authority;
mod catalog;
mod code;
mod diagnostic;
mod excerpt;
pub mod format;
pub mod identifier;
mod lock;
pub mod oidc;
mod raw;
mod report;
pub mod route;
mod source;
pub mod spelling;
mod validate;

pub use crate::catalog::{
    Access, Approval, Axis, Catalog, Delimiter, Deprecation, Endpoint, Issued, LintLevel, LintSetting, Naming, Preset,
    Removed, Requirement, Scope, ScopeId, Sensitivity, UnknownPolicy,
};
pub use crate::code::{Code, UnknownCode};
pub use crate::diagnostic::{Diagnostic, Diagnostics, Related, Salvage, SalvagedScope};
pub use crate::excerpt::Excerpt;
pub use crate::lock::{Lock, LockFault, LockTooLarge};
