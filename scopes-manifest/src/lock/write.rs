//! The text of a lock. Only what differs from the default is written, so that a plain scope is a short line.

use std::fmt::{self, Display, Formatter, Write as _};

use super::Lock;
use crate::authority::{Authority, ScopeAuthority};
use crate::catalog::{Access, Approval, Axis, Issued, ScopeId, ScopeKind, Sensitivity};

/// What stands at the top of every lock.
const HEAD: &str = "\
# What every scope and endpoint of the manifest beside this file allows, as it was accepted last. Commit it.
# A build is refused that lets tokens which are out do more. `cargo scopes lock` accepts that and writes this file.
";

impl Display for Lock {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let authority = &self.authority;
        writeln!(formatter, "{HEAD}version = 1\nsystem = {}", Quoted(&self.system))?;
        write!(formatter, "max_bytes = {}\n\n[scopes]\n", authority.max_bytes)?;
        for scope in &authority.scopes {
            writeln!(formatter, "{} = {}", Quoted(&scope.name), table(&of_scope(authority, scope)))?;
        }
        write!(formatter, "\n[endpoints]\n")?;
        for endpoint in &authority.endpoints {
            writeln!(formatter, "{} = {}", Quoted(&endpoint.route), table(&of_access(authority, &endpoint.access)))?;
        }
        // A file that was cut short would refuse less.
        write!(formatter, "\n[end]\n")
    }
}

/// A key with its value as TOML.
type Entry = (&'static str, String);

fn table(entries: &[Entry]) -> String {
    let entries: Vec<String> = entries.iter().map(|(key, value)| format!("{key} = {value}")).collect();
    if entries.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", entries.join(", ")) }
}

fn of_scope(authority: &Authority, scope: &ScopeAuthority) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut add = |key, value: Option<String>| entries.extend(value.map(|value| (key, value)));
    add("kind", scope.is_restriction.then(|| quoted(ScopeKind::Restriction.as_str())));
    add("includes", names(authority, &scope.includes));
    add("requires", names(authority, &scope.requires));
    for (axis, kinds) in Axis::ALL.into_iter().zip(&scope.allowed) {
        add(axis.as_str(), kinds.as_ref().map(list));
    }
    add("approval", (scope.approval != Approval::None).then(|| quoted(scope.approval.as_str())));
    add("sensitivity", (scope.sensitivity != Sensitivity::Low).then(|| quoted(scope.sensitivity.as_str())));
    add("bound_to", scope.bound_to.as_deref().map(quoted));
    let issues: Vec<&str> = scope.issues.iter().copied().map(Issued::as_str).collect();
    add("issues", non_empty(&issues));
    add("claims", non_empty(&scope.claims));
    add("aliases", non_empty(&scope.aliases));
    entries
}

fn of_access(authority: &Authority, access: &Access) -> Vec<Entry> {
    let (mut entries, under) = match access {
        Access::Public => (vec![("public", "true".to_owned())], &[][..]),
        Access::Authenticated { under } => (vec![("authenticated", "true".to_owned())], under.as_slice()),
        Access::Scopes(requirement) => {
            let all = |scopes: &Vec<ScopeId>| list(scopes.iter().map(|id| &authority.scope(*id).name));
            let alternatives: Vec<String> = requirement.alternatives().iter().map(all).collect();
            (vec![("any", format!("[{}]", alternatives.join(", ")))], requirement.under())
        }
    };
    entries.extend(names(authority, under).map(|under| ("under", under)));
    entries
}

fn names(authority: &Authority, ids: &[ScopeId]) -> Option<String> {
    (!ids.is_empty()).then(|| list(ids.iter().map(|id| &authority.scope(*id).name)))
}

fn non_empty<T: AsRef<str>>(texts: &[T]) -> Option<String> {
    (!texts.is_empty()).then(|| list(texts))
}

fn list<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> String {
    let texts: Vec<String> = texts.into_iter().map(|text| quoted(text.as_ref())).collect();
    format!("[{}]", texts.join(", "))
}

fn quoted(text: &str) -> String {
    Quoted(text).to_string()
}

/// A text as a basic string of TOML.
struct Quoted<'a>(&'a str);

impl Display for Quoted<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_char('"')?;
        for character in self.0.chars() {
            match character {
                '"' | '\\' => write!(formatter, "\\{character}")?,
                _ if character.is_control() => write!(formatter, "\\u{:04X}", u32::from(character))?,
                _ => formatter.write_char(character)?,
            }
        }
        formatter.write_char('"')
    }
}
