//! Rules on names and aliases: RFC 6749 section 3.3's charset, length, and that no two could be mistaken.

use std::collections::HashMap;

use crate::catalog::Delimiter;
use crate::code::Code;
use crate::format::{LONGEST_NAME, NAME_CHARACTERS};
use crate::raw::{Manifest, Text};
use crate::report::Report;

pub(super) fn check(manifest: &Manifest, report: &mut Report) {
    let has_comma = manifest.system.delimiters.as_ref().is_some_and(|all| all.contains(&Delimiter::Comma));
    let names = manifest.scopes.iter().flat_map(|scope| std::iter::once(&scope.name).chain(&scope.aliases));
    for name in names.clone().chain(manifest.removed.iter().map(|removed| &removed.name)) {
        spelling(name, has_comma, report);
    }
    clashes(names, report);
}

fn spelling(name: &Text, has_comma: bool, report: &mut Report) {
    let text = &name.value;
    if text.is_empty() {
        report.add(Code::NameEmpty, name.span, "a scope's name is empty", "give it a name");
    } else if let Some(bad) = text.chars().find(|character| !is_name_character(*character)) {
        let message = format!("a scope's name cannot contain {}", described(bad));
        report.add(
            Code::NameCharset,
            name.span,
            message,
            "RFC 6749 section 3.3 allows printable ASCII without space, `\"` and `\\`",
        );
    } else if text.len() > LONGEST_NAME {
        let message = format!("this name is {} bytes long, at most {LONGEST_NAME} are allowed", text.len());
        report.add(Code::NameTooLong, name.span, message, "shorten it");
    } else if has_comma && text.contains(',') {
        let message = format!("`{text}` contains a comma, which is a delimiter of this system");
        report.add(Code::NameHasDelimiter, name.span, message, "rename it, or take \"comma\" out of `delimiters`");
    }
}

fn is_name_character(character: char) -> bool {
    NAME_CHARACTERS.iter().any(|range| range.contains(&character))
}

fn described(character: char) -> String {
    match character {
        ' ' => "a space".to_owned(),
        '!'..='~' => format!("`{character}`"),
        _ => format!("U+{:04X}", u32::from(character)),
    }
}

/// No name or alias stands twice, and none differs from another by case alone.
fn clashes<'m>(names: impl Iterator<Item = &'m Text>, report: &mut Report) {
    let mut seen: HashMap<String, &Text> = HashMap::new();
    for name in names {
        match seen.get(&name.value.to_ascii_lowercase()) {
            None => {
                seen.insert(name.value.to_ascii_lowercase(), name);
            }
            Some(first) => {
                let related = vec![(first.span, "the other stands here".to_owned())];
                if first.value == name.value {
                    let message = format!("`{}` is declared twice", name.value);
                    report.add_related(
                        Code::Duplicate,
                        name.span,
                        message,
                        "a name or alias stands for one scope",
                        related,
                    );
                } else {
                    let message = format!("`{}` and `{}` differ by case alone", name.value, first.value);
                    report.add_related(
                        Code::CaseClash,
                        name.span,
                        message,
                        "rename one: people will mistake them",
                        related,
                    );
                }
            }
        }
    }
}
