//! `why`: the path by which scopes allow a call, or what is missing.

use clap::Args;
use scopes_manifest::{Catalog, Endpoint, Scope, ScopeId};
use serde_json::{Value, json};

use super::{Question, joined, names};
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::reach::{self, Answer, Condition, Inert, Missing};

/// Tell by which path a scope allows a call, or what is missing.
///
/// Exits with 1 where the call is not allowed.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  cargo scopes why sessions:write \"POST /sessions/sms\"\n  \
                        cargo scopes why \"groups:read groups:users:read\" \"GET /groups/7/users\"")]
pub(crate) struct Arguments {
    /// What the token holds: a scope, or several with a space between as in a token.
    #[arg(value_name = "SCOPE")]
    scopes: String,
    /// Method and path, as the manifest has them or as a client calls them.
    #[arg(value_name = "ENDPOINT")]
    endpoint: String,
    #[command(flatten)]
    question: Question,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let catalog = arguments.question.catalog(console)?;
    let unknown = |error: reach::UnknownName| Failure::new(error.to_string());
    let held = arguments.scopes.split_whitespace().map(|name| reach::scope(&catalog, name).map(Scope::id));
    let held = held.collect::<Result<Vec<ScopeId>, _>>().map_err(unknown)?;
    let endpoint = reach::endpoint(&catalog, &arguments.endpoint).map_err(unknown)?;
    let answer = Answer::of(&catalog, &held, endpoint);
    let human = || human(&catalog, &held, endpoint, &answer);
    arguments.question.answer(human, || document(&catalog, &held, endpoint, &answer), console)?;
    Ok(Outcome::fine_if(answer.is_allowed()))
}

fn human(catalog: &Catalog, held: &[ScopeId], endpoint: &Endpoint, answer: &Answer) -> String {
    let (who, verb) = match held {
        [] => ("a token without scopes".to_owned(), ["allows", "does not allow"]),
        [_] => (format!("`{}`", joined(catalog, held, "")), ["allows", "does not allow"]),
        _ => (format!("`{}`", joined(catalog, held, "` and `")), ["allow", "do not allow"]),
    };
    let ([allows, denies], route) = (verb, endpoint.route());
    match answer {
        Answer::Public => format!("yes: `{route}` is public; it takes no token\n"),
        Answer::Authenticated => format!("yes: `{route}` takes any valid token, whatever its scopes\n"),
        Answer::Restricted(restrictions) => {
            let restrictions = joined(catalog, restrictions, "`, `");
            format!("no: `{route}` does not honour the restriction `{restrictions}`, which the token holds\n")
        }
        Answer::Allowed { met, conditions } => {
            let paths = met.iter().map(|met| format!("  {}\n", joined(catalog, &met.path, " includes ")));
            let conditions = conditions.iter().map(|Condition::BoundTo(scope, kind)| {
                format!("note: `{}` counts only for a {kind} that was granted\n", catalog.scope(*scope).name())
            });
            let lines: String = paths.chain(conditions).collect();
            format!("yes: {who} {allows} `{route}`\n{lines}")
        }
        Answer::Denied { missing, inert } => {
            let missing = missing.iter().map(|missing| lacking(catalog, missing));
            let inert = inert.iter().map(|inert| without_effect(catalog, inert));
            let lines: String = missing.chain(inert).collect();
            format!("no: {who} {denies} `{route}`\n{lines}")
        }
    }
}

fn lacking(catalog: &Catalog, missing: &Missing) -> String {
    let name = catalog.scope(missing.scope).name();
    match missing.brought_by.get(1..) {
        Some(others @ [_, ..]) => {
            let others = joined(catalog, others, "`, `");
            format!("  it requires `{name}`, which `{others}` would bring too\n")
        }
        _ => format!("  it requires `{name}`\n"),
    }
}

fn without_effect(catalog: &Catalog, inert: &Inert) -> String {
    let missing = joined(catalog, &inert.missing, "`, `");
    format!("note: `{}` has no effect without `{missing}`\n", catalog.scope(inert.scope).name())
}

fn document(catalog: &Catalog, held: &[ScopeId], endpoint: &Endpoint, answer: &Answer) -> Value {
    let mut document = json!({
        "scopes": names(catalog, held),
        "endpoint": endpoint.route(),
        "allowed": answer.is_allowed(),
    });
    let details = match answer {
        Answer::Public => json!({ "access": "public" }),
        Answer::Authenticated => json!({ "access": "authenticated" }),
        Answer::Restricted(restrictions) => json!({ "restrictions": names(catalog, restrictions) }),
        Answer::Allowed { met, conditions } => {
            let bound = conditions.iter().map(
                |Condition::BoundTo(scope, kind)| json!({ "scope": catalog.scope(*scope).name(), "bound_to": kind }),
            );
            let paths: Vec<Vec<&str>> = met.iter().map(|met| names(catalog, &met.path)).collect();
            json!({ "paths": paths, "conditions": bound.collect::<Vec<_>>() })
        }
        Answer::Denied { missing, inert } => {
            let missing = missing.iter().map(|missing| {
                json!({
                    "scope": catalog.scope(missing.scope).name(),
                    "brought_by": names(catalog, &missing.brought_by),
                })
            });
            let inert = inert.iter().map(|inert| {
                json!({ "scope": catalog.scope(inert.scope).name(), "missing": names(catalog, &inert.missing) })
            });
            json!({ "missing": missing.collect::<Vec<_>>(), "inert": inert.collect::<Vec<_>>() })
        }
    };
    if let (Some(document), Value::Object(details)) = (document.as_object_mut(), details) {
        document.extend(details);
    }
    document
}
