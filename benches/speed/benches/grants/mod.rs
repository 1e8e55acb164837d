//! The grants of the checks, and the contenders that compare strings: the OAuth crates.
//!
//! What comes in: scope strings that are all allowed or all denied. What goes out: a timed contender for each crate,
//! after each has given the right answer for all of them.

use std::str::FromStr;

use oauth_resource_server::AuthorizedToken;
use twitch_oauth2::Validator;

use crate::timing::Contest;

/// The scope strings of a subject, and what each check has to answer for every one of them.
pub struct Grants<'t> {
    pub texts: &'t [String],
    pub are_allowed: bool,
}

impl Grants<'_> {
    /// Times one contender: how it reads a string, which is not timed, and how it checks what it read.
    pub fn check<T: 'static>(
        &self,
        contest: &mut Contest<'_, '_>,
        contender: &str,
        read: impl Fn(&str) -> Option<T>,
        check: impl Fn(&T) -> bool + 'static,
    ) {
        let held: Vec<T> = self.texts.iter().map(|text| read(text).expect("a string of known names")).collect();
        for (held, text) in held.iter().zip(self.texts) {
            assert_eq!(check(held), self.are_allowed, "{contender}: {text}");
        }
        contest.enter(contender, held, check);
    }

    /// The crates that hold any names, with a requirement that was made before.
    pub fn check_by_oauth_crates(&self, contest: &mut Contest<'_, '_>, required: &[&'static str]) {
        let list = required.join(" ");
        let aliri = |text: &str| aliri_oauth2::Scope::try_from(text).ok();
        let needed = aliri(&list).expect("well-formed");
        self.check(contest, "aliri_oauth2", aliri, move |held| held.contains_all(&needed));
        let oxide = |text: &str| oxide_auth::primitives::scope::Scope::from_str(text).ok();
        let needed = oxide(&list).expect("well-formed");
        self.check(contest, "oxide-auth", oxide, move |held| needed.allow_access(held));
        let oauth_as = |text: &str| oauth_as::scope::ScopeSet::parse(text).ok();
        let needed = oauth_as(&list).expect("well-formed");
        self.check(contest, "oauth-as", oauth_as, move |held| needed.is_subset(held));
        let types = |text: &str| oauth2_types::scope::Scope::from_str(text).ok();
        let needed = types(&list).expect("well-formed");
        self.check(contest, "oauth2-types", types, move |held| held.is_superset(&needed));
        let token = |text: &str| Some(AuthorizedToken::new(None, None, text.split(' ')));
        let required = required.to_vec();
        self.check(contest, "oauth-resource-server", token, move |held| held.require_scopes(&required).is_ok());
    }

    /// The crate that knows Twitch's scopes alone; the strings hold those.
    pub fn check_by_twitch(&self, contest: &mut Contest<'_, '_>, required: Validator) {
        let read = |text: &str| {
            Some(text.split(' ').map(|name| twitch_oauth2::Scope::parse(name.to_owned())).collect::<Vec<_>>())
        };
        self.check(contest, "twitch_oauth2", read, move |held| required.matches(held));
    }
}
