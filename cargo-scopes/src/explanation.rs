//! What the codes of faults and the lints mean: a page each, written in Markdown under `codes/`. A name comes in, its
//! page goes out; `explain` asks. `tests/commands/explain.rs` holds the pages to what reading their examples really says.

/// Lists the pages: a name for each file `codes/<name>.md`, and of lints `codes/lint-<name>.md`.
macro_rules! pages {
    (codes { $($code:literal)* } lints { $($lint:literal)* } locks { $($lock:literal)* }) => {
        &[
            $(Explanation {
                name: $code,
                kind: Kind::Code,
                page: include_str!(concat!("../codes/", $code, ".md")),
            },)*
            $(Explanation {
                name: $lint,
                kind: Kind::Lint,
                page: include_str!(concat!("../codes/lint-", $lint, ".md")),
            },)*
            $(Explanation {
                name: $lock,
                kind: Kind::Lock,
                page: include_str!(concat!("../codes/", $lock, ".md")),
            },)*
        ]
    };
}

/// What has a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// A code of a fault.
    Code,
    /// A lint.
    Lint,
    /// What a lock refuses, when the crate is built.
    Lock,
}

impl Kind {
    /// A word for programs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Lint => "lint",
            Self::Lock => "lock",
        }
    }
}

/// The page of a code, of a lint, or of what a lock refuses.
///
/// ```
/// use cargo_scopes::explanation::Explanation;
///
/// let smuggled = Explanation::of("smuggled").unwrap();
/// assert_eq!(smuggled.summary(), "A scope includes one that is stricter than itself.");
/// assert!(smuggled.page().starts_with("# smuggled\n"));
/// assert!(Explanation::of("smugled").is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    name: &'static str,
    kind: Kind,
    page: &'static str,
}

impl Explanation {
    /// Every page: those of the codes in the order of [`Code::ALL`](scopes_manifest::Code::ALL), then those of the
    /// lints, then what a lock refuses.
    pub const ALL: &'static [Self] = pages! {
        codes {
            "syntax" "unknown-key" "wrong-type" "format-version" "name-charset" "name-empty" "name-too-long"
            "name-has-delimiter" "case-clash" "duplicate" "unknown-scope" "cycle" "self-reference" "matches-nothing"
            "bad-pattern" "ident-clash" "bad-ident" "text-missing" "text-unsafe" "text-too-long" "bad-kind" "smuggled"
            "bad-preset" "bad-default" "bad-endpoint" "duplicate-endpoint" "empty-requirement" "unsatisfiable"
            "bad-replacement" "removed-name" "restriction-misuse" "bad-locale" "missing-translation"
            "requires-own-closure" "lint"
        }
        lints { "naming" "near_duplicate" "unused" "consent" "redundant" }
        locks { "WIDENED" }
    };

    /// The page of a code such as `unknown-scope`, or of a lint such as `near_duplicate`; `None` for any other name.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|explanation| explanation.name == name)
    }

    /// The code or the lint.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// What it explains.
    #[must_use]
    pub const fn kind(self) -> Kind {
        self.kind
    }

    /// The whole page, in Markdown.
    #[must_use]
    pub const fn page(self) -> &'static str {
        self.page
    }

    /// What is wrong, in the one sentence that stands under the page's title.
    #[must_use]
    pub fn summary(self) -> &'static str {
        self.page.split("\n\n").nth(1).unwrap_or_default()
    }
}
