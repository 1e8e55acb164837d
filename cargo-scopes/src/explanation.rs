//! What the codes of faults and the lints mean: a page each, written in Markdown under `codes/`. A name comes in, its
//! page goes out; `explain` asks. `tests/explain.rs` holds the pages to what reading their examples really says.

/// Lists the pages: a name for each file `codes/<name>.md`, and of lints `codes/lint-<name>.md`.
macro_rules! pages {
    (codes { $($code:literal)* } lints { $($lint:literal)* }) => {
        &[
            $(Explanation {
                name: $code,
                is_lint: false,
                page: include_str!(concat!("../codes/", $code, ".md")),
            },)*
            $(Explanation {
                name: $lint,
                is_lint: true,
                page: include_str!(concat!("../codes/lint-", $lint, ".md")),
            },)*
        ]
    };
}

/// The page of a code or of a lint.
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
    is_lint: bool,
    page: &'static str,
}

impl Explanation {
    /// Every page: those of the codes in the order of [`Code::ALL`](scopes_manifest::Code::ALL), then those of the
    /// lints.
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

    /// Whether it is a lint and no code.
    #[must_use]
    pub const fn is_lint(self) -> bool {
        self.is_lint
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
