//! One gain, and the sentence that says it: in the derive's error, in what `cargo scopes lock` accepts, in a diff.

use std::fmt::{self, Display, Formatter};

use super::opening::Opening;
use crate::catalog::{Approval, Axis, Issued, Sensitivity};

/// A way in which an existing scope, or who holds it, may do more. `scope` is the old name that gained, which may be an
/// alias.
///
/// `Display` says it as one sentence without a full stop, such as `follow now also allows write:media`;
/// [`lost`](Self::lost) says it of the way back.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Gain {
    /// It includes another scope.
    #[non_exhaustive]
    Allows {
        /// What gained.
        scope: String,
        /// What it includes.
        allows: String,
    },
    /// It included another scope only where others were held beside it, and now where fewer are.
    #[non_exhaustive]
    AllowsOnLess {
        /// What gained.
        scope: String,
        /// What it includes.
        allows: String,
    },
    /// It has effect without another that it required.
    #[non_exhaustive]
    Requires {
        /// What gained.
        scope: String,
        /// What it required.
        requires: String,
    },
    /// It was a restriction and is a grant.
    #[non_exhaustive]
    Unrestricted {
        /// What was a restriction.
        scope: String,
    },
    /// It was a restriction and means nothing: tokens that hold it are no longer restricted.
    #[non_exhaustive]
    RestrictionGone {
        /// What was a restriction.
        scope: String,
    },
    /// More kinds of an axis may hold it.
    #[non_exhaustive]
    Holders {
        /// What gained.
        scope: String,
        /// The axis.
        axis: Axis,
        /// The kinds that may hold it now; `None` where every kind may.
        kinds: Option<Vec<String>>,
    },
    /// It needs less approval.
    #[non_exhaustive]
    Approval {
        /// What gained.
        scope: String,
        /// What it took.
        old: Approval,
        /// What it takes.
        new: Approval,
    },
    /// It counts as less sensitive.
    #[non_exhaustive]
    Sensitivity {
        /// What gained.
        scope: String,
        /// What it was.
        old: Sensitivity,
        /// What it is.
        new: Sensitivity,
    },
    /// It counts without the resource that it was bound to.
    #[non_exhaustive]
    Unbound {
        /// What gained.
        scope: String,
        /// The kind of resource.
        kind: String,
        /// The kind that it is bound to instead.
        now: Option<String>,
    },
    /// More is issued because of it.
    #[non_exhaustive]
    Issues {
        /// What gained.
        scope: String,
        /// What is issued.
        issued: Issued,
    },
    /// It releases a claim.
    #[non_exhaustive]
    Claims {
        /// What gained.
        scope: String,
        /// The claim.
        claim: String,
    },
    /// Longer scope strings are read.
    #[non_exhaustive]
    Longer {
        /// The bytes of the longest before.
        old: usize,
        /// The bytes of the longest now.
        new: usize,
    },
    /// Scopes are bound to one kind of resource where they were to several, so that a grant of resources whose kind is
    /// not said meets them.
    #[non_exhaustive]
    OnlyKind {
        /// The kind.
        kind: String,
    },
    /// An endpoint can be called by who could not.
    #[non_exhaustive]
    Endpoint {
        /// Method and path.
        route: String,
        /// By whom.
        opening: Opening,
    },
}

impl Gain {
    /// The scope that gained, where it is one.
    #[must_use]
    pub fn scope(&self) -> Option<&str> {
        match self {
            Self::Allows { scope, .. }
            | Self::AllowsOnLess { scope, .. }
            | Self::Requires { scope, .. }
            | Self::Unrestricted { scope }
            | Self::RestrictionGone { scope }
            | Self::Holders { scope, .. }
            | Self::Approval { scope, .. }
            | Self::Sensitivity { scope, .. }
            | Self::Unbound { scope, .. }
            | Self::Issues { scope, .. }
            | Self::Claims { scope, .. } => Some(scope),
            Self::Longer { .. } | Self::OnlyKind { .. } | Self::Endpoint { .. } => None,
        }
    }

    /// The endpoint that was opened, where it is one.
    #[must_use]
    pub fn endpoint(&self) -> Option<&str> {
        match self {
            Self::Endpoint { route, .. } => Some(route),
            _ => None,
        }
    }

    /// The sentence for the way back: of a gain from the new manifest to the old one it says what was lost.
    #[must_use]
    pub fn lost(&self) -> impl Display {
        Lost(self)
    }

    fn say(&self, to: &mut Formatter<'_>, way: Way) -> fmt::Result {
        match self {
            Self::Allows { scope, allows } => {
                write!(to, "{scope} {} {allows}", way.pick("now also allows", "no longer allows"))
            }
            Self::AllowsOnLess { scope, allows } => {
                let conditions = way.pick("fewer", "more");
                write!(to, "{scope} now allows {allows} on {conditions} conditions: see what is required on the way")
            }
            Self::Requires { scope, requires } => {
                write!(to, "{scope} {} {requires}", way.pick("no longer requires", "now requires"))
            }
            Self::Unrestricted { scope } => {
                write!(to, "{scope} {}", way.pick("is no longer a restriction", "is now a restriction"))
            }
            Self::RestrictionGone { scope } => {
                let what =
                    way.pick("is gone, and tokens that hold it are no longer restricted", "is a new restriction");
                write!(to, "{scope} {what}")
            }
            Self::Holders { scope, axis, kinds } => holders(to, way, scope, *axis, kinds.as_deref()),
            Self::Approval { scope, old, new } => {
                let (from, into) = way.pick((old, new), (new, old));
                write!(to, "{scope} now needs the approval {} instead of {}", into.as_str(), from.as_str())
            }
            Self::Sensitivity { scope, old, new } => {
                let (from, into) = way.pick((old, new), (new, old));
                write!(to, "{scope} now has the sensitivity {} instead of {}", into.as_str(), from.as_str())
            }
            Self::Unbound { scope, kind, now: None } => {
                write!(to, "{scope} {} {kind}", way.pick("is no longer bound to a", "is now bound to a"))
            }
            Self::Unbound { scope, kind, now: Some(now) } => {
                let (from, into) = way.pick((kind, now), (now, kind));
                write!(to, "{scope} is now bound to a {into} instead of a {from}")
            }
            Self::Issues { scope, issued } => {
                write!(to, "{scope} {} {}", way.pick("now also issues", "no longer issues"), issued.as_str())
            }
            Self::Claims { scope, claim } => {
                let what = way.pick("now also releases the claim", "no longer releases the claim");
                write!(to, "{scope} {what} {claim}")
            }
            Self::Longer { old, new } => {
                let (from, into) = way.pick((old, new), (new, old));
                write!(to, "scope strings of up to {into} bytes are now read instead of {from}")
            }
            Self::OnlyKind { kind } => {
                let what = way.pick("now count as", "no longer count as");
                write!(to, "resources whose kind is not said {what} {kind}")
            }
            Self::Endpoint { route, opening } => {
                write!(to, "{route} {} be called ", way.pick("can now", "can no longer"))?;
                opening.say(to)
            }
        }
    }
}

impl Display for Gain {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        self.say(formatter, Way::Forth)
    }
}

/// A gain from the new manifest to the old one.
struct Lost<'a>(&'a Gain);

impl Display for Lost<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        self.0.say(formatter, Way::Back)
    }
}

/// Which way a gain is read.
#[derive(Clone, Copy)]
enum Way {
    Forth,
    Back,
}

impl Way {
    fn pick<T>(self, forth: T, back: T) -> T {
        match self {
            Self::Forth => forth,
            Self::Back => back,
        }
    }
}

fn holders(to: &mut Formatter<'_>, way: Way, scope: &str, axis: Axis, kinds: Option<&[String]>) -> fmt::Result {
    let axis = axis.as_str();
    match kinds {
        Some(kinds) => {
            let may = way.pick("may now also be held by", "may no longer be held by");
            write!(to, "{scope} {may} the {axis} {}", kinds.join(", "))
        }
        None => write!(to, "{scope} may now be held by {} of {axis}", way.pick("every kind", "some kinds only")),
    }
}
