//! The names of a system as ONE literal, and its endpoints as another: what the macro under a marker's name knows of
//! its manifest.
//!
//! Written by `expand`, read by `literal`. A list of tokens would be parsed at every use, and an escaped literal
//! unescaped; a raw one is searched as it stands. Entries are lines in the order of their first field, so that a
//! search halves them: this code runs unoptimised at each use. No name and no route has a tab or the end of a line.
//!
//! | literal | an entry's fields, parted by tabs |
//! |---|---|
//! | names | the name; the variant where it is not the derived one; `r` for a restriction |
//! | names, of an alias | the alias, the name that it stands for, `a` |
//! | endpoints | the route; its place among those that need scopes, or the word that says why it needs none |

use std::borrow::Cow;
use std::cmp::Ordering;

use proc_macro2::{Literal, TokenStream};
use quote::ToTokens as _;
use scopes_manifest::{Access, Catalog, identifier};

const ENTRY: char = '\n';
const FIELD: char = '\t';

/// The joined names of a catalogue.
pub(crate) fn names(catalog: &Catalog) -> TokenStream {
    let mut entries = Vec::with_capacity(catalog.scopes().len());
    for scope in catalog.scopes() {
        entries.push(entry(scope.name(), scope.variant(), scope.is_restriction()));
        entries.extend(scope.aliases().iter().map(|alias| format!("{alias}{FIELD}{}{FIELD}a", scope.name())));
    }
    literal(entries)
}

/// The entry of a scope.
pub(crate) fn entry(name: &str, variant: &str, is_restriction: bool) -> String {
    let is_derived = identifier::variant(name, None).is_ok_and(|derived| derived == variant);
    match (is_derived, is_restriction) {
        (true, false) => name.to_owned(),
        (true, true) => format!("{name}{FIELD}{FIELD}r"),
        (false, false) => format!("{name}{FIELD}{variant}"),
        (false, true) => format!("{name}{FIELD}{variant}{FIELD}r"),
    }
}

/// The joined endpoints of a catalogue.
pub(crate) fn endpoints(catalog: &Catalog) -> TokenStream {
    let mut places = 0_usize..;
    let entries = catalog.endpoints().iter().map(|endpoint| {
        let route = endpoint.route();
        match endpoint.access() {
            Access::Scopes(_) => format!("{route}{FIELD}{}", places.next().unwrap_or_default()),
            Access::Public => format!("{route}{FIELD}public"),
            Access::Authenticated { .. } => format!("{route}{FIELD}authenticated"),
        }
    });
    literal(entries.collect())
}

/// Entries as a raw literal: nothing in it is escaped, and no entry has a quotation mark.
pub(crate) fn literal(mut entries: Vec<String>) -> TokenStream {
    // A tab sorts before all that a first field can hold, so whole entries sort as those do.
    entries.sort_unstable();
    match format!("r\"{}\"", entries.join("\n")).parse::<Literal>() {
        Ok(literal) => literal.into_token_stream(),
        Err(error) => syn::Error::new(error.span(), error).into_compile_error(),
    }
}

/// What stands between the quotation marks of a literal that [`literal`] has made.
pub(crate) fn unquoted(literal: &Literal) -> String {
    let mut text = literal.to_string();
    text.pop();
    text.drain(..text.find('"').map_or(0, |mark| mark + 1));
    text
}

/// One entry of either literal.
pub(crate) struct Entry<'j> {
    /// The name, or the route.
    pub(crate) name: &'j str,
    /// The second field of the table above.
    detail: &'j str,
    flag: &'j str,
}

impl<'j> Entry<'j> {
    fn read(text: &'j str) -> Self {
        let mut fields = text.split(FIELD);
        Self {
            name: fields.next().unwrap_or_default(),
            detail: fields.next().unwrap_or_default(),
            flag: fields.next().unwrap_or_default(),
        }
    }

    /// The variant of the enum.
    pub(crate) fn variant(&self) -> Option<Cow<'j, str>> {
        if self.detail.is_empty() {
            identifier::variant(self.name, None).ok().map(Cow::Owned)
        } else {
            Some(Cow::Borrowed(self.detail))
        }
    }

    pub(crate) fn is_restriction(&self) -> bool {
        self.flag == "r"
    }

    /// The scope that an alias stands for.
    pub(crate) fn alias_of(&self) -> Option<&'j str> {
        (self.flag == "a").then_some(self.detail)
    }

    /// The place of an endpoint among those that need scopes, or why it needs none.
    pub(crate) fn place(&self) -> Result<usize, &'j str> {
        self.detail.parse().map_err(|_| self.detail)
    }
}

/// The entry of exactly this name or route.
pub(crate) fn find<'j>(joined: &'j str, name: &str) -> Option<Entry<'j>> {
    let (mut low, mut high) = (0, joined.len());
    while low < high {
        let middle = low.midpoint(high);
        let start = joined.get(low..middle)?.rfind(ENTRY).map_or(low, |end| low + end + 1);
        let end = joined.get(middle..high)?.find(ENTRY).map_or(high, |end| middle + end);
        let entry = joined.get(start..end)?;
        let found = entry.get(..entry.find(FIELD).unwrap_or(entry.len()))?;
        match found.cmp(name) {
            Ordering::Equal => return Some(Entry::read(entry)),
            Ordering::Less => low = end + 1,
            Ordering::Greater => high = start.saturating_sub(1),
        }
    }
    None
}

/// The names or routes in their order, aliases left out.
pub(crate) fn listed(joined: &str) -> impl Iterator<Item = &str> + Clone {
    let entries = joined.split(ENTRY).filter(|entry| !entry.is_empty()).map(Entry::read);
    entries.filter(|entry| entry.alias_of().is_none()).map(|entry| entry.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(entries: &[&str]) -> String {
        let tokens = literal(entries.iter().map(|entry| (*entry).to_owned()).collect());
        unquoted(&syn::parse2(tokens).unwrap())
    }

    fn names() -> String {
        let scopes = [("read:mail_all", "ReadMailAll"), ("read:mail", "ReadMail"), ("old", "Legacy")];
        let mut entries: Vec<String> = scopes.iter().map(|(name, variant)| entry(name, variant, false)).collect();
        entries.extend([entry("lim", "Lim", true), entry("lid", "Cover", true), "legacy\told\ta".to_owned()]);
        joined(&entries.iter().map(String::as_str).collect::<Vec<_>>())
    }

    #[test]
    fn only_whole_names_are_found() {
        let names = names();
        for (name, variant) in [("read:mail", "ReadMail"), ("read:mail_all", "ReadMailAll"), ("old", "Legacy")] {
            assert_eq!(find(&names, name).unwrap().variant().unwrap(), variant);
        }
        for absent in ["", "read", "mail", "Legacy", "read:mail_all\nread:mail", "old\tLegacy", "r", "a", "~", "!"] {
            assert!(find(&names, absent).is_none(), "{absent}");
        }
        assert!(find("", "").is_none() && find("", "read").is_none());
    }

    #[test]
    fn each_of_many_is_found_and_nothing_beside_them() {
        let many: Vec<String> = (0..300).map(|number| format!("{number}:{}", "x".repeat(number % 7))).collect();
        let names = joined(&many.iter().map(String::as_str).collect::<Vec<_>>());
        for name in &many {
            assert_eq!(find(&names, name).unwrap().name, name);
            for absent in [format!("{name}x"), format!("x{name}"), name[..name.len() - 1].to_owned()] {
                assert_eq!(find(&names, &absent).is_some(), many.contains(&absent), "{absent}");
            }
        }
    }

    #[test]
    fn restrictions_and_aliases_are_told_apart() {
        let names = names();
        for (name, variant) in [("lim", "Lim"), ("lid", "Cover")] {
            let restriction = find(&names, name).unwrap();
            assert!(restriction.is_restriction());
            assert_eq!(restriction.variant().unwrap(), variant);
        }
        assert!(!find(&names, "old").unwrap().is_restriction());
        assert_eq!(find(&names, "legacy").unwrap().alias_of(), Some("old"));
        assert_eq!(listed(&names).collect::<Vec<_>>(), ["lid", "lim", "old", "read:mail", "read:mail_all"]);
        assert_eq!(listed("").count(), 0);
    }

    #[test]
    fn an_endpoint_has_a_place_or_the_reason_why_it_has_none() {
        let endpoints = joined(&["POST /sms\t1", "GET /health\tpublic", "GET /sms\t0"]);
        assert_eq!(find(&endpoints, "POST /sms").unwrap().place(), Ok(1));
        assert_eq!(find(&endpoints, "GET /health").unwrap().place(), Err("public"));
        assert!(find(&endpoints, "GET").is_none());
    }
}
