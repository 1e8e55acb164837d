//! The least that several operations take together.

use crate::requirement::Requirement;
use crate::scope::Scope;
use crate::set::ScopeSet;

/// How many combinations of alternatives are tried.
const TRIED: usize = 4096;

impl<S: Scope> ScopeSet<S> {
    /// The smallest set of scopes that meets all of these requirements, with what its members require: of all
    /// combinations of alternatives the one that has effect on the fewest scopes, and of those the one with the
    /// fewest names. What a client should ask for.
    ///
    /// Exact for up to 4096 combinations of alternatives (one for each of the requirements, multiplied). Beyond that
    /// each requirement in turn takes the alternative that adds least to those before it, which meets them all and
    /// may be more than the least.
    ///
    /// ```
    /// # use scopes_demo::{Demo, Scope};
    /// use scopes_runtime::ScopeSet;
    ///
    /// let list = Demo!(endpoint "GET /contacts");
    /// let edit = Demo!(any["contacts:write", all["contacts:read", "history:read"]]);
    /// assert_eq!(ScopeSet::least_for(&[list, edit]), Demo!(set["contacts:write"]));
    /// ```
    #[must_use]
    pub fn least_for(requirements: &[Requirement<S>]) -> Self {
        let combinations = requirements
            .iter()
            .try_fold(1_usize, |product, requirement| product.checked_mul(requirement.alternatives().count()))
            .filter(|combinations| *combinations <= TRIED);
        let least = match combinations {
            Some(combinations) => {
                (0..combinations).map(|number| combination(requirements, number)).min_by_key(Self::weight)
            }
            None => requirements.iter().try_fold(Self::EMPTY, |chosen, requirement| {
                let sets = requirement.alternatives().filter(|alternative| !alternative.is_empty());
                sets.map(|alternative| chosen.union(alternative)).min_by_key(Self::weight)
            }),
        };
        least.unwrap_or_default().complete_and_minimal()
    }

    /// How much it comes to: what has effect, and how many names say so.
    fn weight(&self) -> (usize, usize) {
        let complete = self.complete_and_minimal();
        (complete.closure().len(), complete.len())
    }

    /// With what the members, and those that come with them, require.
    fn complete_and_minimal(&self) -> Self {
        self.union(self.closure().with_required()).minimal()
    }
}

/// The union of one alternative of each requirement, by the combination's number.
fn combination<S: Scope>(requirements: &[Requirement<S>], mut number: usize) -> ScopeSet<S> {
    let mut union = ScopeSet::new();
    for requirement in requirements {
        let count = requirement.alternatives().count();
        union |= requirement.alternatives().nth(number % count).unwrap_or_default();
        number /= count;
    }
    union
}
