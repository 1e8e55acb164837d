//! Authority: everything of a manifest that decides what a token may do, by wire names, so that two manifests can be
//! compared.
//!
//! What comes in: a [`Catalog`], or a lock that was written of one. What goes out: every way in which scopes that
//! exist already gained. The derive asks it of `scopes.lock`, `cargo scopes diff` of two manifests.
//!
//! | file | job |
//! |---|---|
//! | `scope`, `endpoint` | what is known of one scope, of one endpoint |
//! | `members` | a set of scopes |
//! | `unchanged`, `settled` | which scopes and endpoints need no closer look |
//! | `effect` | what a token comes to: inclusion, and `requires` that are not met |
//! | `token` | what a token may call |
//! | `between` | which scope of the new manifest an old name means |
//! | `gain`, `opening` | one gain, as a sentence |
//! | `inclusion`, `conditions`, `holding`, `calls` | where gains are found: closures, `requires`, facts of a scope, endpoints |
//! | `callers` | the tokens that gained an endpoint |
//!
//! # What is compared
//!
//! A token that is out carries names. In the new manifest each name, canonical or alias, means a scope or nothing, and it
//! is what the name meant and means that is compared: a scope that was renamed is compared with its successor as long as
//! the old name stays as an alias.
//!
//! # Why nothing is missed
//!
//! Say that no gain is found, and let a token of old names have effect as the set E in the new manifest. `inclusion`
//! says that every member of E took the place of old scopes, and for every edge that led to it the old manifest had a path;
//! `conditions` that what was required on that path, and of the member, has effect wherever the member has. So the old
//! scopes of E are a set that holds together in the old manifest too, and the old effect has them all. `holding`
//! says that the same restrictions bind and that the same resources are needed. An alternative of an endpoint that lies
//! in E is met by the least token for it, which `callers` has tried in both manifests, or need not try by what `settled` says; what
//! the old one allowed that token it allowed every token that comes to as much.

mod between;
mod callers;
mod calls;
mod conditions;
mod effect;
mod endpoint;
mod gain;
mod holding;
mod inclusion;
mod members;
mod opening;
mod scope;
mod settled;
mod token;
mod unchanged;

use self::between::Between;
pub(crate) use self::endpoint::EndpointAuthority;
pub use self::gain::Gain;
pub use self::opening::Opening;
pub(crate) use self::scope::{ScopeAuthority, ascending};
use crate::catalog::{Catalog, ScopeId};

/// What decides what tokens may do.
///
/// Scopes and endpoints are ordered by their names, whatever their order in the manifest, and texts are left out: two
/// manifests that say the same of tokens are equal here.
///
/// ```
/// use scopes_manifest::Catalog;
/// use scopes_manifest::authority::Authority;
///
/// let manifest = |follow: &str| {
///     let head = "format = 1\n[system]\nname = \"social\"\n[scopes]\n\"write:media\" = \"Post.\"\n";
///     Catalog::parse(&format!("{head}{follow}\n")).map(|catalog| Authority::of(&catalog))
/// };
/// let old = manifest(r#"follow = "Follow.""#)?;
/// let new = manifest(r#"follow = { text = "Follow.", includes = ["write:media"] }"#)?;
///
/// let gains = old.gains(&new);
/// assert_eq!(gains.len(), 1);
/// assert_eq!(gains[0].to_string(), "follow now also allows write:media");
/// // Read backwards it is what was lost.
/// assert!(new.gains(&old).is_empty());
/// # Ok::<(), scopes_manifest::Diagnostics>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    /// By name, and so are their ids here.
    pub(crate) scopes: Vec<ScopeAuthority>,
    /// By route.
    pub(crate) endpoints: Vec<EndpointAuthority>,
    /// The longest scope string that is read.
    pub(crate) max_bytes: usize,
}

impl Authority {
    /// How many gains are looked for: more than anybody reads, and no manifest makes a comparison fill the memory.
    pub const MOST_GAINS: usize = 10_000;

    /// That of a manifest.
    #[must_use]
    pub fn of(catalog: &Catalog) -> Self {
        let mut order: Vec<ScopeId> = catalog.scopes().iter().map(crate::Scope::id).collect();
        order.sort_unstable_by_key(|id| catalog.scope(*id).name());
        let mut places = vec![ScopeId(0); order.len()];
        for (place, id) in order.iter().enumerate() {
            places[id.0] = ScopeId(place);
        }
        let scopes = order.iter().map(|id| ScopeAuthority::of(catalog.scope(*id), &places)).collect();
        let mut endpoints: Vec<_> =
            catalog.endpoints().iter().map(|endpoint| EndpointAuthority::of(endpoint, &places)).collect();
        endpoints.sort_unstable_by(|left, right| left.route.cmp(&right.route));
        Self { scopes, endpoints, max_bytes: catalog.max_bytes() }
    }

    /// Every way in which scopes of `self` may do more in `new`, none where no token that is out gained anything.
    /// Scopes and endpoints that only `new` has are no gains, unless existing scopes reach them: an included scope is a
    /// gain however new it is, a new endpoint is one of [`gains_by_new_endpoints`](Self::gains_by_new_endpoints).
    ///
    /// `new.gains(&old)` is what existing scopes lost, each to be shown by [`Gain::lost`].
    ///
    /// Gains are of scopes first, by name, then of endpoints. The first [`MOST_GAINS`](Self::MOST_GAINS) are
    /// given, more are not looked for.
    #[must_use]
    pub fn gains(&self, new: &Self) -> Vec<Gain> {
        let between = Between::new(self, new);
        let mut gains = Vec::new();
        for subject in between.subjects() {
            inclusion::gains(&between, subject, &mut gains);
            conditions::gains(&between, subject, &mut gains);
            holding::gains(&between, subject, &mut gains);
            if gains.len() >= Self::MOST_GAINS {
                break;
            }
        }
        holding::gains_of_all(&between, &mut gains);
        calls::gains(&between, &mut gains);
        gains.truncate(Self::MOST_GAINS);
        gains
    }

    /// Which endpoints that only `new` has can be called by whom, of those who hold scopes of `self`. An endpoint that no
    /// existing scope reaches is not among them.
    #[must_use]
    pub fn gains_by_new_endpoints(&self, new: &Self) -> Vec<Gain> {
        calls::gains_by_new(&Between::new(self, new))
    }

    pub(crate) fn scope(&self, id: ScopeId) -> &ScopeAuthority {
        &self.scopes[id.0]
    }
}
