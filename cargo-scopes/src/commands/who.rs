//! `who`: every scope and every endpoint that reaches a scope.

use std::fmt::Write as _;

use clap::Args;
use scopes_manifest::Catalog;
use serde_json::{Value, json};

use super::{Question, joined, names};
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::reach::{self, Caller, Who};

/// List all scopes that include a scope, and all endpoints that it can be used for.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cargo scopes who sessions:sms:write")]
pub(crate) struct Arguments {
    /// The scope, or an alias of it.
    scope: String,
    #[command(flatten)]
    question: Question,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let catalog = arguments.question.catalog(console)?;
    let scope = reach::scope(&catalog, &arguments.scope).map_err(|error| Failure::new(error.to_string()))?;
    let who = Who::reaches(&catalog, scope.id());
    arguments.question.answer(|| human(&catalog, &who), || document(&catalog, &who), console)?;
    Ok(Outcome::Fine)
}

fn human(catalog: &Catalog, who: &Who<'_>) -> String {
    let name = catalog.scope(who.scope).name();
    let mut text = format!("`{name}`: {}\n", catalog.scope(who.scope).text());
    text.push_str(if who.scopes.is_empty() { "no scope includes it\n" } else { "included by\n" });
    for reached in &who.scopes {
        let _ = writeln!(text, "  {}", joined(catalog, &reached.path, " includes "));
    }
    text.push_str(if who.endpoints.is_empty() { "it opens no endpoint\n" } else { "used for\n" });
    for caller in &who.endpoints {
        let _ = writeln!(text, "  {}{}", caller.endpoint.route(), manner(catalog, caller));
    }
    text
}

/// By which path, and with what beside the scope.
fn manner(catalog: &Catalog, caller: &Caller<'_>) -> String {
    if caller.is_under {
        return " (honours the restriction)".to_owned();
    }
    let mut text = String::new();
    if caller.path.len() > 1 {
        let _ = write!(text, " ({})", joined(catalog, &caller.path, " includes "));
    }
    if caller.beside.iter().all(|others| !others.is_empty()) {
        let others = caller.beside.iter().map(|others| format!("with `{}`", joined(catalog, others, "` and `")));
        let _ = write!(text, " {}", others.collect::<Vec<_>>().join(", or "));
    }
    text
}

fn document(catalog: &Catalog, who: &Who<'_>) -> Value {
    let paths = who.scopes.iter().map(|reached| names(catalog, &reached.path));
    let endpoints = who.endpoints.iter().map(|caller| {
        let beside: Vec<Vec<&str>> = caller.beside.iter().map(|scopes| names(catalog, scopes)).collect();
        json!({
            "endpoint": caller.endpoint.route(),
            "path": names(catalog, &caller.path),
            "beside": beside,
            "under": caller.is_under,
        })
    });
    json!({
        "scope": catalog.scope(who.scope).name(),
        "included_by": paths.collect::<Vec<_>>(),
        "endpoints": endpoints.collect::<Vec<_>>(),
    })
}
