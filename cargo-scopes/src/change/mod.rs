//! What changed from one manifest to another, and what that means for whom.
//!
//! What comes in: two catalogues. What goes out: changes, each of one [`Class`] and one [`Kind`]. `diff` asks, `print`
//! writes them. A file a subject: `scopes` (names), `edges`, `texts`, `identifiers`, `presets`, `system`, `lints`,
//! `endpoints` with `restated` (what they take), and `authority`, which asks the model that the lock is made of.
//! `successor` says which scope of the new manifest an old one has become.
//!
//! Whatever the catalogues say differently, something is told, unless it is the order in which they say it.
//!
//! ```
//! use cargo_scopes::change::{Class, between};
//! use scopes_manifest::Catalog;
//!
//! let head = "format = 1\n[system]\nname = \"social\"\n[scopes]\n\"write:media\" = \"Post.\"\n";
//! let old = Catalog::parse(&format!("{head}follow = \"Follow.\"\n"))?;
//! let new = Catalog::parse(&format!("{head}follow = {{ text = \"Follow.\", includes = [\"write:media\"] }}\n"))?;
//!
//! let changes = between(&old, &new);
//! assert_eq!(changes[0].class(), Class::Widening);
//! assert_eq!(changes[0].message(), "follow now also allows write:media");
//! # Ok::<(), scopes_manifest::Diagnostics>(())
//! ```

mod authority;
mod class;
mod edges;
mod endpoints;
mod identifiers;
mod kind;
mod lints;
mod presets;
pub(crate) mod print;
mod restated;
mod scopes;
mod successor;
mod system;
mod texts;

use scopes_manifest::Catalog;

pub use self::class::{Class, UnknownClass};
pub use self::kind::Kind;
use self::successor::Successors;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    class: Class,
    kind: Kind,
    subject: String,
    message: String,
}

impl Change {
    fn new(class: Class, kind: Kind, subject: impl Into<String>, message: impl Into<String>) -> Self {
        Self { class, kind, subject: subject.into(), message: message.into() }
    }

    /// What it means.
    #[must_use]
    pub fn class(&self) -> Class {
        self.class
    }

    /// What kind of change it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The scope, endpoint, preset or key that changed.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// What changed, as a sentence without a full stop.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

/// Every change, the most severe class first. Of authority at most 10,000 gains and as many losses are told;
/// where there are more, what is written in another way and not told counts as a widening.
#[must_use]
pub fn between(old: &Catalog, new: &Catalog) -> Vec<Change> {
    let between = Successors::new(old, new);
    let mut changes = Vec::new();
    scopes::changes(&between, &mut changes);
    identifiers::changes(&between, &mut changes);
    let told = authority::changes(&between, &mut changes);
    edges::changes(&between, &told, &mut changes);
    endpoints::changes(&between, &told, &mut changes);
    presets::changes(&between, &mut changes);
    system::changes(&between, &mut changes);
    texts::changes(&between, &mut changes);
    lints::changes(&between, &mut changes);
    changes.sort_by_key(Change::class);
    changes
}
