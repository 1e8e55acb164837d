//! The whole manifest, and its small tables.

use super::{Default, ENDPOINTS, Key, Length, Map, SCOPES, SYSTEM, Table, Text, Value, Word};
use crate::catalog::{Lint, LintLevel, MissingPolicy, Words};

/// The manifest.
pub static MANIFEST: Table = Table::new(&[
    Key::new("format", Value::Integer(1, 1), "The format's version.").required(),
    Key::new("system", Value::Table(&SYSTEM), "The system whose scopes these are.").required(),
    Key::new("kinds", Value::Table(&KINDS), "Closed vocabularies; an axis that is not listed is unrestricted."),
    Key::new(
        "use",
        Value::List(&Value::Word(BUNDLES), Length::Any),
        "Bundles of scopes; a scope that is declared again overrides.",
    ),
    Key {
        absent_with: Some("use"),
        ..Key::new("scopes", Value::Map(&SCOPES), "Every scope by its wire name.").required()
    },
    Key::new("rules", Value::Tables(&RULE), "Inclusions between names of one form, expanded when the file is read."),
    Key::new("removed", Value::Map(&REMOVED), "Names that are never to be used again."),
    Key::new("presets", Value::Map(&PRESETS), "Scopes that are asked for together."),
    Key::new("text", Value::Map(&TRANSLATIONS), "The texts in other languages, one table a language."),
    Key::new("lints", Value::Table(&LINTS), "What is allowed and yet probably not meant."),
    Key::new("endpoints", Value::Map(&ENDPOINTS), "Every route and what it takes."),
]);

const BUNDLES: &[Word] = &[Word::new(
    "oidc",
    "`openid`, `profile`, `email`, `address`, `phone` and `offline_access` with their claims (OpenID Connect Core \
     1.0 section 5.4).",
)];

/// `[kinds]`.
pub static KINDS: Table = Table::new(&[
    Key::new("client", KIND, "How the client is registered."),
    Key::new("audience", KIND, "Who the client belongs to."),
    Key::new("subject", KIND, "Whether the token acts for a user or for itself."),
    Key::new("grants", KIND, "The grant types (RFC 6749 section 1.3)."),
]);

const KIND: Value = Value::List(&Value::Text(Text::Kind), Length::NotEmpty);

/// One of `[[rules]]`.
pub static RULE: Table = Table::new(&[
    Key::new("when", Value::Text(Text::Template), "The names that include another, such as `write_{x}`.").required(),
    Key::new("includes", Value::Text(Text::Template), "What they include, such as `read_{x}`.").required(),
    Key::new("missing", Value::Word(MissingPolicy::NAMES), "What becomes of a name whose counterpart is not declared.")
        .or(Default::Text(MissingPolicy::Deny.as_str())),
]);

/// `[removed]`: each name that is gone.
pub static REMOVED: Map = Map {
    name: Text::ScopeName,
    value: Value::Table(&REMOVED_SCOPE),
    meaning: "A name that is never to be used again.",
};

/// A removed scope.
pub static REMOVED_SCOPE: Table = Table::new(&[
    Key::new("in", Value::Text(Text::Note), "The version that removed it."),
    Key::new("note", Value::Text(Text::Note), "Why, or what to use instead."),
]);

/// `[presets]`: each by its name.
pub static PRESETS: Map = Map {
    name: Text::PresetName,
    value: Value::Table(&PRESET),
    meaning: "A preset, which becomes a constant: `image-generation` gives `IMAGE_GENERATION`.",
};

/// A preset.
pub static PRESET: Table = Table::new(&[
    Key::new("text", Value::Text(Text::Sentence), "What it is for."),
    Key::new("scopes", Value::List(&Value::Text(Text::ScopeName), Length::NotEmpty), "Its scopes.").required(),
]);

/// `[text]`: each language.
pub static TRANSLATIONS: Map =
    Map { name: Text::Language, value: Value::Map(&TRANSLATION), meaning: "The consent texts in one language." };

/// `[text.de]`: each scope's text.
pub static TRANSLATION: Map = Map {
    name: Text::ScopeName,
    value: Value::Text(Text::Sentence),
    meaning: "What the end user reads of this scope in this language.",
};

/// `[lints]`.
pub static LINTS: Table = Table::new(&[
    lint(Lint::Naming),
    lint(Lint::NearDuplicate),
    lint(Lint::Unused),
    lint(Lint::Consent),
    lint(Lint::Redundant),
]);

const fn lint(lint: Lint) -> Key {
    let word = Lint::NAMES[lint as usize];
    Key::new(word.name, Value::Table(&LINT), word.meaning)
}

/// A lint.
pub static LINT: Table = Table::new(&[
    Key::new("level", Value::Word(LintLevel::NAMES), "What becomes of its findings.")
        .or(Default::Text(LintLevel::Warn.as_str())),
    Key::new("except", Value::List(&Value::Text(Text::ScopeName), Length::Any), "Scopes that it leaves alone."),
]);
