//! The tables that `export markdown` writes and `import --from markdown` reads again: their headings, and the words in their
//! cells. Both go through the same list, so that none can know a column that the other does not.

/// The heading over the names of scopes.
pub(crate) const SCOPE: &str = "Scope";
/// The heading over what they grant.
pub(crate) const DESCRIPTION: &str = "Description";
/// The heading over the routes of endpoints.
pub(crate) const ENDPOINT: &str = "Endpoint";
/// The heading over what endpoints take.
pub(crate) const TAKES: &str = "Takes";
/// What an endpoint takes that is open to all.
pub(crate) const NO_TOKEN: &str = "no token";
/// What an endpoint takes that asks for no scope.
pub(crate) const ANY_TOKEN: &str = "any token";
/// A property that the scope has, and of which no more is said.
pub(crate) const YES: &str = "yes";

/// Declares the columns with their headings in one place.
macro_rules! columns {
    ($($variant:ident = $heading:literal,)*) => {
        /// What else a scope can have in a column of its own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Column {
            $($variant,)*
        }

        impl Column {
            /// Every column, in the order in which they are written.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$variant),*];

            pub(crate) const fn heading(self) -> &'static str {
                match self {
                    $(Self::$variant => $heading,)*
                }
            }
        }
    };
}

columns! {
    Restriction = "Restriction",
    Consent = "Consent",
    Detail = "Detail",
    Includes = "Includes",
    Extends = "Extends",
    Requires = "Requires",
    Claims = "Claims",
    Issues = "Issues",
    Aliases = "Aliases",
    Approval = "Approval",
    Sensitivity = "Sensitivity",
    Optional = "Optional",
    Deprecated = "Deprecated",
    Since = "Since",
    Group = "Group",
    Documentation = "Documentation",
}

/// Whether a cell says that a scope does not have the property, as people write it.
pub(crate) fn is_no(cell: &str) -> bool {
    cell.eq_ignore_ascii_case("no") || matches!(cell, "-" | "–" | "—")
}

/// Whether it says that the scope has it.
pub(crate) fn is_yes(cell: &str) -> bool {
    cell.eq_ignore_ascii_case(YES)
}
