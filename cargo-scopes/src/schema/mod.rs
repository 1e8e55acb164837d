//! The JSON Schema of a manifest, made of the description that the reader itself goes by. The command `schema` prints
//! it; editors complete and check by it.
//!
//! Draft 7, and of that only what Taplo reads: no `$ref`, beside which descriptions would not be shown, and no form
//! of its own for each type of a value, so that what is wrong is told where it stands.

mod text;

use scopes_manifest::format::{Default, Key, Length, MANIFEST, Map, Table, Value, Word};
use serde_json::{Map as Object, Value as Json, json};

/// The schema. It refuses nothing that the reader accepts; what depends on other places of the file (whether a scope is
/// declared, say) it cannot see.
///
/// ```
/// let schema = cargo_scopes::schema::of_manifest();
/// assert_eq!(schema["properties"]["system"]["required"][0], "name");
/// ```
#[must_use]
pub fn of_manifest() -> Json {
    let mut schema = Object::new();
    schema.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
    schema.insert("title".to_owned(), json!("scopes.toml, format 1"));
    schema.insert("description".to_owned(), json!("A manifest of OAuth scopes."));
    schema.extend(table(&MANIFEST));
    Json::Object(schema)
}

fn value(value: &Value) -> Object<String, Json> {
    match value {
        Value::Text(kind) => text::schema(*kind),
        Value::Word(known) => words(known),
        Value::Integer(only, same) if only == same => object(json!({ "type": "integer", "const": only })),
        Value::Integer(least, most) => object(json!({ "type": "integer", "minimum": least, "maximum": most })),
        Value::Flag => object(json!({ "type": "boolean" })),
        Value::True => object(json!({ "type": "boolean", "not": { "enum": [false] } })),
        Value::List(member, length) => {
            let least = u8::from(*length == Length::NotEmpty);
            let items = self::value(member);
            object(json!({ "type": "array", "items": items, "uniqueItems": true, "minItems": least }))
        }
        Value::Table(keys) => table(keys),
        Value::Tables(keys) => object(json!({ "type": "array", "items": table(keys) })),
        Value::Map(entries) => map(entries),
        Value::Either(forms) => either(forms),
        // A form that is not known here is not held against anybody.
        _ => Object::new(),
    }
}

/// The forms are of different types, and each keyword is about one type: together they are one schema.
fn either(forms: &[Value]) -> Object<String, Json> {
    let mut types = Vec::new();
    let mut schema = object(json!({ "type": [] }));
    for mut form in forms.iter().map(value) {
        types.extend(form.remove("type"));
        schema.extend(form);
    }
    schema.insert("type".to_owned(), Json::Array(types));
    schema
}

fn words(known: &[Word]) -> Object<String, Json> {
    let names: Vec<&str> = known.iter().map(|word| word.name).collect();
    let meanings: Vec<&str> = known.iter().map(|word| word.meaning).collect();
    object(json!({ "type": "string", "enum": names, "x-taplo": { "docs": { "enumValues": meanings } } }))
}

fn map(entries: &Map) -> Object<String, Json> {
    let mut names = text::schema(entries.name);
    names.remove("type");
    let entry = described(entries.meaning, value(&entries.value));
    object(json!({ "type": "object", "propertyNames": names, "additionalProperties": entry }))
}

fn table(table: &Table) -> Object<String, Json> {
    let properties: Object<String, Json> =
        table.keys.iter().map(|key| (key.name.to_owned(), Json::Object(property(key)))).collect();
    let mut schema = object(json!({ "type": "object", "properties": properties, "additionalProperties": false }));
    let required: Vec<&str> =
        table.keys.iter().filter(|key| key.is_required && key.absent_with.is_none()).map(|key| key.name).collect();
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    schema.extend(choice(table));
    let apart = apart(table);
    if !apart.is_empty() {
        schema.insert("dependencies".to_owned(), Json::Object(apart));
    }
    schema
}

fn property(key: &Key) -> Object<String, Json> {
    let mut schema = described(key.meaning, value(&key.value));
    if let Some(default) = key.default.and_then(written) {
        schema.insert("default".to_owned(), default);
    }
    schema
}

fn written(default: Default) -> Option<Json> {
    match default {
        Default::Text(text) => Some(json!(text)),
        Default::Texts(texts) => Some(json!(texts)),
        Default::Integer(number) => Some(json!(number)),
        Default::Flag(flag) => Some(json!(flag)),
        _ => None,
    }
}

/// That one of the forms is there, or a key that may only be absent beside another. By a condition: Taplo would take
/// alternatives for further keys, and show nothing of what the real ones mean.
fn choice(table: &Table) -> Object<String, Json> {
    if !table.forms.is_empty() {
        let forms: Vec<Json> = table.forms.iter().map(|form| json!({ "required": [form] })).collect();
        return object(json!({ "if": { "type": "object" }, "then": { "anyOf": forms } }));
    }
    let excuse = |key: &Key| Some(object(json!({ "if": given(key.absent_with?), "else": given(key.name) })));
    table.keys.iter().find_map(excuse).unwrap_or_default()
}

/// A key that is there and not empty, be it a list or a table by names.
fn given(key: &str) -> Json {
    json!({ "required": [key], "properties": { key: { "minItems": 1, "minProperties": 1 } } })
}

/// For each key those that must not stand beside it.
fn apart(table: &Table) -> Object<String, Json> {
    let mut apart = Object::new();
    for key in table.keys {
        let is_form = table.forms.contains(&key.name);
        let other_forms = table.forms.iter().filter(|form| is_form && **form != key.name);
        let others: Vec<Json> =
            other_forms.chain(&key.never_with).map(|other| json!({ "required": [other] })).collect();
        if !others.is_empty() {
            apart.insert(key.name.to_owned(), json!({ "not": { "anyOf": others } }));
        }
    }
    apart
}

fn described(meaning: &str, schema: Object<String, Json>) -> Object<String, Json> {
    let mut described = object(json!({ "description": meaning }));
    described.extend(schema);
    described
}

/// The members of what was just written as an object.
fn object(json: Json) -> Object<String, Json> {
    match json {
        Json::Object(members) => members,
        _ => Object::new(),
    }
}
