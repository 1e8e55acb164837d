//! What changed from one manifest to another, and what that means for whom.
//!
//! What comes in: two catalogues. What goes out: changes, each of one class. `diff` asks, `print` writes them. A file a
//! subject: `scopes` (names), `texts`, `identifiers`, `presets`, `system`, `endpoints`, and `authority`, which asks the
//! model that the lock is made of. `successor` says which scope of the new manifest an old one has become.
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
mod endpoints;
mod identifiers;
mod presets;
pub(crate) mod print;
mod scopes;
mod successor;
mod system;
mod texts;

use clap::ValueEnum;
use scopes_manifest::Catalog;

use self::successor::Successors;

/// What a change means, the most severe first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ValueEnum)]
pub enum Class {
    /// A name, endpoint, preset or identifier that programs use is gone or another, or a request that was accepted is
    /// refused.
    Breaking,
    /// Somebody who holds existing scopes may do more.
    Widening,
    /// Somebody who holds existing scopes may do less.
    Narrowing,
    /// Something is new that no existing scope reaches.
    Addition,
    /// Nothing but what people read.
    Documentation,
}

impl Class {
    /// Every class, the most severe first.
    pub const ALL: [Self; 5] = [Self::Breaking, Self::Widening, Self::Narrowing, Self::Addition, Self::Documentation];

    /// Its name, as `--deny` takes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Widening => "widening",
            Self::Narrowing => "narrowing",
            Self::Addition => "addition",
            Self::Documentation => "documentation",
        }
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    class: Class,
    kind: &'static str,
    subject: String,
    message: String,
}

impl Change {
    fn new(class: Class, kind: &'static str, subject: impl Into<String>, message: impl Into<String>) -> Self {
        Self { class, kind, subject: subject.into(), message: message.into() }
    }

    /// What it means.
    #[must_use]
    pub fn class(&self) -> Class {
        self.class
    }

    /// What kind of change it is, as a stable word: `scope-removed`, `authority`, ….
    #[must_use]
    pub fn kind(&self) -> &'static str {
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

/// Every change, the most severe class first. Of authority at most 10,000 gains and as many losses are told.
#[must_use]
pub fn between(old: &Catalog, new: &Catalog) -> Vec<Change> {
    let between = Successors::new(old, new);
    let mut changes = Vec::new();
    scopes::changes(&between, &mut changes);
    identifiers::changes(&between, &mut changes);
    authority::changes(&between, &mut changes);
    endpoints::changes(&between, &mut changes);
    presets::changes(&between, &mut changes);
    system::changes(&between, &mut changes);
    texts::changes(&between, &mut changes);
    changes.sort_by_key(Change::class);
    changes
}
