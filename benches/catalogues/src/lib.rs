//! The systems that are measured: sipgate's 102 scopes, and made-up ones with 1,000 and 5,000, with short names (`wide`)
//! and with names as long as real ones; and what they are measured with.
//!
//! What goes out: the derived enums, and [`Samples`] of names and scope strings in random order, the same in each run.

pub mod made_up;
pub mod wide;

use std::collections::HashSet;

use scopes_runtime::Scope;

/// sipgate's 102 scopes, in sets of two words.
pub mod small {
    use scopes_runtime::{Requires, Scopes};

    #[derive(Scopes, Debug)]
    #[scopes(manifest = "../../scopes.toml", path = crate::small)]
    pub struct Small;

    /// An operation that takes one scope.
    #[derive(Requires)]
    #[requires(Small: "contacts:read")]
    pub struct One;

    /// An operation that takes two.
    #[derive(Requires)]
    #[requires(Small: all["contacts:read", "history:read"])]
    pub struct Two;
}

/// 1,000 scopes, in sets of 16 words.
pub mod thousand {
    use scopes_runtime::Scopes;

    #[derive(Scopes, Debug)]
    #[scopes(manifest = "manifests/1000.toml", path = crate::thousand)]
    pub struct Thousand;
}

/// 5,000 scopes, in sets of 79 words.
pub mod five_thousand {
    use scopes_runtime::{Requires, Scopes};

    #[derive(Scopes, Debug)]
    #[scopes(manifest = "manifests/5000.toml", path = crate::five_thousand)]
    pub struct FiveThousand;

    /// An operation that takes one scope.
    #[derive(Requires)]
    #[requires(FiveThousand: "contacts:status:read")]
    pub struct One;

    /// An operation that takes two.
    #[derive(Requires)]
    #[requires(FiveThousand: all["contacts:status:read", "history:status:read"])]
    pub struct Two;
}

/// The names of a system, in manifest order.
#[must_use]
pub fn names<S: Scope>() -> Vec<&'static str> {
    S::ALL.iter().map(|scope| scope.as_str()).collect()
}

/// What lookups and parsers are given.
#[derive(Clone, Debug)]
pub struct Samples {
    /// 4,096 names in random order, each with its index in the manifest.
    pub known: Vec<(String, usize)>,
    /// 4,096 names that differ from a known one in one letter: the first, the middle or the last.
    pub unknown: Vec<String>,
    /// 1,024 scope strings of five different scopes, with their indices.
    pub strings: Vec<(String, [usize; 5])>,
}

impl Samples {
    /// Samples of these names: the same for the same names.
    #[must_use]
    pub fn of(names: &[&str]) -> Self {
        let mut random = fastrand::Rng::with_seed(6749);
        let known: Vec<_> = (0..4096).map(|_| random.usize(..names.len())).collect();
        let declared: HashSet<&str> = names.iter().copied().collect();
        let misspell = |(number, index): (usize, &usize)| misspelt(&declared, names[*index], number, &mut random);
        let unknown = known.iter().enumerate().map(misspell).collect();
        let known = known.into_iter().map(|index| (names[index].to_owned(), index)).collect();
        let strings = (0..1024).map(|_| five(names, &mut random)).collect();
        Self { known, unknown, strings }
    }

    /// The scope strings, each with `required` in place of as many of its five, and at a place of its own.
    #[must_use]
    pub fn strings_with(&self, required: &[&str]) -> Vec<String> {
        let with = |(number, (text, _)): (usize, &(String, _))| {
            let others = text.split(' ').filter(|name| !required.contains(name)).take(5 - required.len());
            let mut five: Vec<&str> = required.iter().copied().chain(others).collect();
            let places = five.len();
            five.rotate_right(number % places);
            five.join(" ")
        };
        self.strings.iter().enumerate().map(with).collect()
    }
}

/// The name with another letter in its first, middle or last place, whichever `number` says.
fn misspelt(declared: &HashSet<&str>, name: &str, number: usize, random: &mut fastrand::Rng) -> String {
    let last = name.len() - 1;
    let place = [0, last / 2, last][number % 3];
    loop {
        let mut letters = name.as_bytes().to_vec();
        letters[place] = random.lowercase() as u8;
        match String::from_utf8(letters) {
            Ok(other) if !declared.contains(other.as_str()) => return other,
            _ => {}
        }
    }
}

fn five(names: &[&str], random: &mut fastrand::Rng) -> (String, [usize; 5]) {
    let chosen = random.choose_multiple(0..names.len(), 5);
    let indices = std::array::from_fn(|place| chosen[place]);
    (indices.map(|index| names[index]).join(" "), indices)
}

#[cfg(test)]
mod tests {
    use super::made_up::manifest;

    #[test]
    fn the_manifests_are_those_that_are_made_up() {
        assert_eq!(include_str!("../manifests/1000.toml"), manifest(1_000));
        assert_eq!(include_str!("../manifests/5000.toml"), manifest(5_000));
    }
}
