//! A TypeScript module: the scopes with their texts, the union of their names, the endpoints, and the manifest in a comment.

use std::fmt::Write as _;

use scopes_manifest::{Access, Catalog, Scope, ScopeId};
use serde_json::Value;

use super::{json, marks, names};

/// What stands before the manifest, on a line of its own.
pub(crate) const MANIFEST: &str = "// scopes-manifest: ";

/// What does not depend on the catalogue.
const TYPES: &str = r"
/** The name of a scope. */
export type Scope = keyof typeof scopes;

/** Whether a text is the name of a scope. */
export function isScope(name: string): name is Scope {
  return Object.prototype.hasOwnProperty.call(scopes, name);
}

/** What calling an endpoint takes. */
export type Access =
  /** No token. */
  | { readonly access: 'public' }
  /** Any valid token; `under` are the restrictions that the operation honours. */
  | { readonly access: 'authenticated'; readonly under?: readonly Scope[] }
  /** All scopes of any of the alternatives. */
  | { readonly access: 'scopes'; readonly anyOf: readonly (readonly Scope[])[]; readonly under?: readonly Scope[] };
";

/// A module that compiles with TypeScript 4.9 and later under `--strict`, and needs nothing else.
///
/// ```
/// use scopes_manifest::Catalog;
///
/// let catalog = Catalog::parse("format = 1\n[system]\nname = \"calendar\"\n[scopes]\n\"events:read\" = \"Read events.\"\n")?;
/// let module = cargo_scopes::export::typescript(&catalog);
/// assert!(module.contains("\"events:read\": { \"description\": \"Read events.\" },"));
/// assert!(module.contains("export type Scope = keyof typeof scopes;"));
/// # Ok::<(), scopes_manifest::Diagnostics>(())
/// ```
#[must_use]
pub fn typescript(catalog: &Catalog) -> String {
    let mut module =
        String::from("// Written by `cargo scopes export typescript`: change the manifest, not this file.\n\n");
    let _ = writeln!(module, "/** The scopes of {}. */\nexport const scopes = {{", documentation(catalog.name()));
    for scope in catalog.scopes() {
        let _ = writeln!(module, "{}", comment(catalog, scope));
        let _ = writeln!(module, "  {}: {},", key(scope.name()), members(catalog, scope));
    }
    let _ = writeln!(module, "}} as const;\n{TYPES}");
    module.push_str("/** What calling each endpoint takes. */\nexport const endpoints = {\n");
    for endpoint in catalog.endpoints() {
        let _ = writeln!(module, "  {}: {},", key(endpoint.route()), access(catalog, endpoint.access()));
    }
    module.push_str("} as const satisfies Record<string, Access>;\n\n");
    module.push_str("/** An endpoint by its method and path. */\nexport type Endpoint = keyof typeof endpoints;\n\n");
    module.push_str("// The whole manifest, by which `cargo scopes import` reads this file again.\n");
    let _ = writeln!(module, "{MANIFEST}{}", json::embedded(catalog));
    module
}

/// A text in a comment that editors show as Markdown.
fn documentation(text: &str) -> String {
    marks::text(text).replace("*/", "*\\/")
}

/// What an editor shows at the scope's name.
fn comment(catalog: &Catalog, scope: &Scope) -> String {
    let mut lines = vec![documentation(scope.text())];
    let mut say = |head: &str, said: Vec<&str>| {
        if !said.is_empty() {
            let said: Vec<String> = said.into_iter().map(documentation).collect();
            lines.push(format!("\n{head}: {}.", said.join(", ")));
        }
    };
    say("Includes", names(catalog, scope.includes()));
    say("Requires", names(catalog, scope.requires()));
    if let Some(deprecation) = scope.deprecation() {
        let replacement =
            deprecation.replacement().map(|id| format!("Use {}.", documentation(catalog.scope(id).name())));
        let said: Vec<String> = replacement.into_iter().chain(deprecation.note().map(documentation)).collect();
        // A tag without a text is one all the same.
        lines.push(format!("\n@deprecated {}", said.join(" ")));
    }
    if let [line] = &lines[..] {
        return format!("  /** {line} */");
    }
    let lines: Vec<String> =
        lines.join("\n").lines().map(|line| format!("   * {line}").trim_end().to_owned()).collect();
    format!("  /**\n{}\n   */", lines.join("\n"))
}

/// What the program can ask of a scope.
fn members(catalog: &Catalog, scope: &Scope) -> String {
    let mut members = vec![("description", Value::from(scope.text()))];
    if scope.has_consent() {
        members.push(("consent", Value::from(scope.consent())));
    }
    if !scope.includes().is_empty() {
        members.push(("includes", Value::from(names(catalog, scope.includes()))));
    }
    if !scope.requires().is_empty() {
        members.push(("requires", Value::from(names(catalog, scope.requires()))));
    }
    if scope.is_restriction() {
        members.push(("restriction", Value::from(true)));
    }
    if scope.deprecation().is_some() {
        members.push(("deprecated", Value::from(true)));
    }
    object(&members)
}

fn access(catalog: &Catalog, access: &Access) -> String {
    let (mut members, under): (Vec<(&str, Value)>, &[ScopeId]) = match access {
        Access::Public => (vec![("access", Value::from("public"))], &[]),
        Access::Authenticated { under } => (vec![("access", Value::from("authenticated"))], under),
        Access::Scopes(requirement) => {
            let any: Vec<Value> =
                requirement.alternatives().iter().map(|scopes| Value::from(names(catalog, scopes))).collect();
            (vec![("access", Value::from("scopes")), ("anyOf", Value::from(any))], requirement.under())
        }
    };
    if !under.is_empty() {
        members.push(("under", Value::from(names(catalog, under))));
    }
    object(&members)
}

/// JSON is TypeScript.
fn object(members: &[(&str, Value)]) -> String {
    let members: Vec<String> = members
        .iter()
        .map(|(key, value)| format!("{}: {}", Value::from(*key), json::escaped(&value.to_string())))
        .collect();
    format!("{{ {} }}", members.join(", "))
}

/// A name as a key of an object. Without brackets this one would set the object's prototype.
fn key(name: &str) -> String {
    let name = json::escaped(&Value::from(name).to_string());
    if name == "\"__proto__\"" { format!("[{name}]") } else { name }
}
