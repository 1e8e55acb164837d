//! `[scopes]`.

use super::{Default, Key, Length, Map, Table, Text, Value};
use crate::catalog::{Approval, Issued, ScopeKind, Sensitivity, Words};

/// `[scopes]`: every scope by its wire name.
pub static SCOPES: Map = Map {
    name: Text::ScopeName,
    value: Value::Either(&[Value::Text(Text::Sentence), Value::Table(&SCOPE)]),
    meaning: "A scope: what it grants in one sentence, or a table with `text`.",
};

/// A scope as a table.
pub static SCOPE: Table = Table::new(&[
    Key::new(
        "text",
        Value::Text(Text::Sentence),
        "What it grants, for developers; becomes the rustdoc and `description()`.",
    )
    .required(),
    Key::new(
        "consent",
        Value::Text(Text::Sentence),
        "What the end user reads, by default `text`; a scope cannot be hidden from consent.",
    ),
    Key::new("detail", Value::Text(Text::Sentence), "Fine print under the consent text."),
    Key::new(
        "includes",
        Value::List(&Value::Text(Text::ScopeOrPattern), Length::Any),
        "Holding this one holds those, transitively.",
    ),
    Key::new(
        "extends",
        Value::Text(Text::ScopeName),
        "Kinship for documentation; claims are joined; gives no authority.",
    ),
    Key::new(
        "requires",
        Value::List(&Value::Text(Text::ScopeName), Length::Any),
        "Without those the scope is refused in a request and inert in a token.",
    ),
    Key::new("claims", Value::List(&Value::Text(Text::Sentence), Length::Any), "The data that it releases."),
    Key::new(
        "issues",
        Value::List(&Value::Word(Issued::NAMES), Length::Any),
        "What the authorization server issues because of it.",
    ),
    Key::new("client", HOLDERS, "The kinds of client that may hold it, by default all."),
    Key::new("audience", HOLDERS, "The audiences that may hold it, by default all."),
    Key::new("subject", HOLDERS, "The kinds of subject that may hold it, by default all."),
    Key::new("grants", HOLDERS, "The grant types that may give it, by default all."),
    Key::new("approval", Value::Word(Approval::NAMES), "What it takes beyond the user's consent.")
        .or(Default::Text(Approval::None.as_str())),
    Key::new("sensitivity", Value::Word(Sensitivity::NAMES), "How much harm it could do.")
        .or(Default::Text(Sensitivity::Low.as_str())),
    Key::new("optional", Value::Flag, "Whether the user may untick it.").or(Default::Flag(false)),
    Key::new("kind", Value::Word(ScopeKind::NAMES), "Whether it grants or narrows.")
        .or(Default::Text(ScopeKind::Grant.as_str())),
    Key::new("bound_to", Value::Text(Text::Any), "A kind of resource, which the check then needs."),
    Key::new(
        "aliases",
        Value::List(&Value::Text(Text::ScopeName), Length::Any),
        "Names that are accepted for it and never printed.",
    ),
    Key::new(
        "deprecated",
        Value::Either(&[Value::True, Value::Table(&DEPRECATION)]),
        "That it should no longer be asked for; becomes `#[deprecated]`.",
    ),
    Key::new("since", Value::Text(Text::Note), "The version that brought it, for documentation."),
    Key::new("group", Value::Text(Text::Note), "The heading under which documentation lists it."),
    Key::new("docs", Value::Text(Text::Note), "Where further documentation is found."),
    Key::new("rust", Value::Text(Text::Identifier), "The variant's name, where the derived one will not do."),
]);

/// `deprecated` as a table.
pub static DEPRECATION: Table = Table::new(&[
    Key::new("since", Value::Text(Text::Note), "The version that deprecated it."),
    Key::new("use", Value::Text(Text::ScopeName), "The scope to use instead, which is not deprecated itself."),
    Key::new("note", Value::Text(Text::Note), "Why, or what to do."),
    Key::new("remove_after", Value::Text(Text::Note), "When it goes."),
]);

/// Values of an axis.
const HOLDERS: Value = Value::List(&Value::Text(Text::Kind), Length::NotEmpty);
