//! The names of a system as ONE literal: what the macro under a marker's name knows of its manifest.
//!
//! Written by `expand`, read by `literal`. A list of tokens would be parsed at every use; one literal is searched as
//! text. Entries are joined by a space and their fields by a backslash, which no scope name can contain:
//! `name`, `name\Variant` where the variant is not the derived one, `name\Variant\r` for a restriction, and
//! `alias\target\a`.

use std::borrow::Cow;

use scopes_manifest::{Catalog, identifier};

/// The joined names of a catalogue.
pub(crate) fn names(catalog: &Catalog) -> String {
    let mut entries = Vec::with_capacity(catalog.scopes().len());
    for scope in catalog.scopes() {
        let derived = identifier::variant(scope.name(), None).ok();
        let variant = if derived.as_deref() == Some(scope.variant()) { "" } else { scope.variant() };
        entries.push(match (variant, scope.is_restriction()) {
            ("", false) => scope.name().to_owned(),
            (variant, false) => format!("{}\\{variant}", scope.name()),
            (variant, true) => format!("{}\\{variant}\\r", scope.name()),
        });
        entries.extend(scope.aliases().iter().map(|alias| format!("{alias}\\{}\\a", scope.name())));
    }
    entries.join(" ")
}

/// One entry of the joined names.
pub(crate) struct Entry<'j> {
    pub(crate) name: &'j str,
    variant: &'j str,
    flag: &'j str,
}

impl<'j> Entry<'j> {
    fn read(text: &'j str) -> Self {
        let mut fields = text.split('\\');
        Self {
            name: fields.next().unwrap_or_default(),
            variant: fields.next().unwrap_or_default(),
            flag: fields.next().unwrap_or_default(),
        }
    }

    /// The variant of the enum.
    pub(crate) fn variant(&self) -> Option<Cow<'j, str>> {
        if self.variant.is_empty() {
            identifier::variant(self.name, None).ok().map(Cow::Owned)
        } else {
            Some(Cow::Borrowed(self.variant))
        }
    }

    pub(crate) fn is_restriction(&self) -> bool {
        self.flag == "r"
    }

    /// The scope that an alias stands for.
    pub(crate) fn alias_of(&self) -> Option<&'j str> {
        (self.flag == "a").then_some(self.variant)
    }
}

/// The entry of exactly this name.
pub(crate) fn find<'j>(joined: &'j str, name: &str) -> Option<Entry<'j>> {
    if name.is_empty() || name.contains([' ', '\\']) {
        return None;
    }
    joined.match_indices(name).find_map(|(start, _)| {
        let begins = start == 0 || joined.as_bytes().get(start - 1) == Some(&b' ');
        let ends = matches!(joined.as_bytes().get(start + name.len()), None | Some(b' ' | b'\\'));
        let entry = joined.get(start..)?.split(' ').next()?;
        (begins && ends).then(|| Entry::read(entry))
    })
}

/// The names of the scopes, without aliases.
pub(crate) fn scopes(joined: &str) -> impl Iterator<Item = &str> + Clone {
    joined.split(' ').map(Entry::read).filter(|entry| entry.flag != "a").map(|entry| entry.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const JOINED: &str = "read:mail_all read:mail old\\Legacy lim\\\\r legacy\\old\\a";

    #[test]
    fn only_whole_names_are_found() {
        assert_eq!(find(JOINED, "read:mail").unwrap().variant().unwrap(), "ReadMail");
        assert_eq!(find(JOINED, "old").unwrap().variant().unwrap(), "Legacy");
        for absent in ["", "read", "mail", "Legacy", "read:mail_all read:mail", "old\\Legacy", "r", "a"] {
            assert!(find(JOINED, absent).is_none(), "{absent}");
        }
    }

    #[test]
    fn restrictions_and_aliases_are_told_apart() {
        assert!(find(JOINED, "lim").unwrap().is_restriction());
        assert_eq!(find(JOINED, "legacy").unwrap().alias_of(), Some("old"));
        assert_eq!(scopes(JOINED).collect::<Vec<_>>(), ["read:mail_all", "read:mail", "old", "lim"]);
    }
}
