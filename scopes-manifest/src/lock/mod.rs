//! `scopes.lock`: the authority of a manifest that somebody has accepted, as a file to commit.
//!
//! What comes in: a [`Catalog`], or the text of a lock. What goes out: that text, and what a later manifest gained. The
//! derive refuses a manifest that gained anything; `cargo scopes lock` writes the file. `write` is how it is printed,
//! `parse` and `values` how it is read, `fault` what is wrong with one.

mod fault;
mod parse;
mod values;
mod write;

use std::collections::HashSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

pub use self::fault::LockFault;
use crate::authority::{Authority, Gain, ScopeAuthority};
use crate::catalog::{Catalog, ScopeId};

/// The authority of a manifest, spelt out: what each scope includes is listed in full, so that a change shows at every
/// scope that it concerns.
///
/// As text it is TOML with one line a scope and one line an endpoint, ordered by name, so that the differences of two
/// versions are small. Reading the text gives the same lock.
///
/// ```
/// use scopes_manifest::{Catalog, Lock};
///
/// let head = "format = 1\n[system]\nname = \"social\"\n[scopes]\n\"write:media\" = \"Post.\"\n";
/// let lock = Lock::of(&Catalog::parse(&format!("{head}follow = \"Follow.\"\n"))?)?;
/// assert!(lock.to_string().contains("\"follow\" = {}\n"));
/// assert_eq!(Lock::parse(&lock.to_string())?, lock);
///
/// let wider = "follow = { text = \"Follow.\", includes = [\"write:media\"] }\nnew = \"New.\"\n";
/// let gains = lock.gains(&Catalog::parse(&format!("{head}{wider}"))?);
/// let said: Vec<String> = gains.iter().map(ToString::to_string).collect();
/// assert_eq!(said, ["follow now also allows write:media"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// The name of the system: a lock beside another's manifest would refuse nothing.
    system: String,
    authority: Authority,
}

/// How many bytes of names the lists of a lock may have in sum. What each scope includes is listed in full, which may
/// be as much as the square of the manifest.
const MOST_LISTED: usize = 8 << 20;

impl Lock {
    /// The largest lock that is read, in bytes: beside its lists it is not much longer than a manifest.
    pub const MAX_BYTES: usize = 4 * MOST_LISTED;

    /// The lock of a manifest.
    ///
    /// # Errors
    /// [`LockTooLarge`] where the scopes include one another so often that the lists would have more than 8 MiB.
    pub fn of(catalog: &Catalog) -> Result<Self, LockTooLarge> {
        Ok(Self { system: catalog.name().to_owned(), authority: spelt_out(&Authority::of(catalog))? })
    }

    /// Reads a lock.
    ///
    /// # Errors
    /// The first fault with its line and column: no TOML, another version, an unknown key or name, a wrong type, an end
    /// that is missing. Nothing
    /// is ever passed over, since what a lock does not say is not refused.
    pub fn parse(text: &str) -> Result<Self, LockFault> {
        parse::lock(text).map(|(system, authority)| Self { system, authority })
    }

    /// Reads a lock from the bytes of a file.
    ///
    /// # Errors
    /// As [`parse`](Self::parse), and where the bytes are not UTF-8.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, LockFault> {
        parse::text(bytes).and_then(Self::parse)
    }

    /// Every way in which scopes of the lock may do more in a manifest; see [`Authority::gains`]. Scopes and endpoints
    /// that the lock does not know are none.
    #[must_use]
    pub fn gains(&self, catalog: &Catalog) -> Vec<Gain> {
        self.authority.gains(&Authority::of(catalog))
    }

    /// The name of the system that was locked. Gains say nothing where the manifest is that of another one.
    #[must_use]
    pub fn system(&self) -> &str {
        &self.system
    }

    /// The file of a manifest's lock: `scopes.lock` beside `scopes.toml`, `api.lock` beside `api.toml`. `None` where that
    /// is the manifest itself.
    ///
    /// ```
    /// use std::path::Path;
    ///
    /// use scopes_manifest::Lock;
    ///
    /// assert_eq!(Lock::beside(Path::new("api/scopes.toml")).as_deref(), Some(Path::new("api/scopes.lock")));
    /// assert_eq!(Lock::beside(Path::new("scopes.lock")), None);
    /// ```
    #[must_use]
    pub fn beside(manifest: &Path) -> Option<PathBuf> {
        Some(manifest.with_extension("lock")).filter(|lock| lock != manifest)
    }

    /// What the lock holds of every scope and endpoint.
    #[must_use]
    pub fn authority(&self) -> &Authority {
        &self.authority
    }
}

impl FromStr for Lock {
    type Err = LockFault;

    fn from_str(text: &str) -> Result<Self, LockFault> {
        Self::parse(text)
    }
}

/// That a lock would be too large to be read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LockTooLarge;

impl fmt::Display for LockTooLarge {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "the lock would list more than {} MiB of names: the scopes include one another too often",
            MOST_LISTED >> 20
        )
    }
}

impl std::error::Error for LockTooLarge {}

/// The same authority with everything listed that a scope includes, and all claims that it releases.
///
/// What is included only through a scope that requires another stands at that scope alone: listed here it would count
/// without what is required.
fn spelt_out(authority: &Authority) -> Result<Authority, LockTooLarge> {
    let mut left = MOST_LISTED;
    let ids = (0..authority.scopes.len()).map(ScopeId);
    let scopes = ids.map(|id| {
        let scope = authority.scope(id);
        let includes = listed(authority, id, &mut left)?;
        let mut claims = Vec::new();
        for claim in authority.claims(id) {
            left = left.checked_sub(claim.len() + 4).ok_or(LockTooLarge)?;
            claims.push(claim.to_owned());
        }
        claims.sort_unstable();
        claims.dedup();
        Ok(ScopeAuthority { includes, claims, extends: None, ..scope.clone() })
    });
    Ok(Authority { scopes: scopes.collect::<Result<_, _>>()?, ..authority.clone() })
}

/// What a scope includes without passing through one that requires another, ascending.
fn listed(authority: &Authority, id: ScopeId, left: &mut usize) -> Result<Vec<ScopeId>, LockTooLarge> {
    let mut seen = HashSet::from([id]);
    let mut listed: Vec<ScopeId> = Vec::new();
    let mut passing = vec![id];
    while let Some(scope) = passing.pop() {
        for included in authority.scope(scope).includes.iter().copied().filter(|included| seen.insert(*included)) {
            let scope = authority.scope(included);
            *left = left.checked_sub(scope.name.len() + 4).ok_or(LockTooLarge)?;
            listed.push(included);
            if scope.requires.is_empty() {
                passing.push(included);
            }
        }
    }
    listed.sort_unstable();
    Ok(listed)
}
