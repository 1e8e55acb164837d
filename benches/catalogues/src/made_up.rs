//! Manifests of any size, with names like those of real systems: a resource, a part of it and a verb.
//!
//! What comes in: how many scopes. What goes out: the text of a manifest, the same for the same number. One scope in a
//! hundred includes three others, as in sipgate's catalogue.

use std::fmt::Write as _;

const RESOURCES: [&str; 50] = [
    "accounts",
    "addresses",
    "articles",
    "assets",
    "audits",
    "balances",
    "billing",
    "blacklist",
    "bookings",
    "calls",
    "campaigns",
    "carts",
    "contacts",
    "contracts",
    "customers",
    "devices",
    "documents",
    "events",
    "faxlines",
    "forms",
    "groups",
    "history",
    "images",
    "invoices",
    "issues",
    "labels",
    "leads",
    "licenses",
    "locations",
    "messages",
    "notes",
    "numbers",
    "orders",
    "packages",
    "payments",
    "people",
    "phones",
    "projects",
    "queues",
    "refunds",
    "reports",
    "sessions",
    "settings",
    "shipments",
    "tasks",
    "teams",
    "tickets",
    "trunks",
    "users",
    "webhooks",
];

const PARTS: [&str; 25] = [
    "access",
    "archive",
    "attachments",
    "callerid",
    "comments",
    "contents",
    "defaults",
    "drafts",
    "exports",
    "fields",
    "filters",
    "folders",
    "history",
    "images",
    "keys",
    "links",
    "members",
    "metadata",
    "names",
    "owners",
    "roles",
    "rules",
    "status",
    "tags",
    "templates",
];

const VERBS: [&str; 4] = ["read", "write", "delete", "share"];

/// The name of the scope with this number. Beyond 5,000 the resources are numbered.
#[must_use]
pub fn name(number: usize) -> String {
    let (verb, rest) = (VERBS[number % VERBS.len()], number / VERBS.len());
    let (part, rest) = (PARTS[rest % PARTS.len()], rest / PARTS.len());
    let (resource, round) = (RESOURCES[rest % RESOURCES.len()], rest / RESOURCES.len());
    let round = if round == 0 { String::new() } else { round.to_string() };
    format!("{resource}{round}:{part}:{verb}")
}

/// A manifest of so many scopes.
#[must_use]
pub fn manifest(scopes: usize) -> String {
    let mut text =
        String::from("# Written by `cargo run -p catalogues`.\nformat = 1\n\n[system]\nname = \"made-up\"\n\n");
    text.push_str("[scopes]\n");
    for number in 0..scopes {
        let (name, what) = (name(number), description(number));
        // Writing to a string does not fail.
        let _ = if number % 100 == 50 {
            let includes = [1, 2, 3].map(|next| self::name((number + next) % scopes)).map(|name| format!("\"{name}\""));
            writeln!(text, "\"{name}\" = {{ text = \"{what}\", includes = [{}] }}", includes.join(", "))
        } else {
            writeln!(text, "\"{name}\" = \"{what}\"")
        };
    }
    text
}

/// What the scope with this number grants.
#[must_use]
pub fn description(number: usize) -> String {
    let name = name(number);
    let mut segments = name.split(':').rev();
    let mut next = || segments.next().unwrap_or_default().to_owned();
    format!("May {} the {} of {}.", next(), next(), next())
}
