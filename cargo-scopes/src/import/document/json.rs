//! JSON (RFC 8259) with places.

use std::rc::Rc;

use jsonc_parser::ast::{self, ObjectPropName};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::{Entries, Entry, MOST_LEVELS, MOST_VALUES, Node, Unreadable, Value, too_deep, too_many};
use crate::place::{Cursor, Place, locate};

/// JSON alone: the parser knows extensions of it, too.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

pub(super) fn read(text: &str) -> Result<Node, Unreadable> {
    bounded(text)?;
    let parsed = parse_to_ast(text, &CollectOptions::default(), &STRICT).map_err(|error| {
        let place = Place { line: error.line_display(), column: error.column_display() };
        Unreadable::at(place, format!("this is no JSON: {}", error.kind()))
    })?;
    let value = parsed.value.ok_or_else(|| Unreadable::new("the document is empty"))?;
    node(value, &mut Cursor::new(text))
}

/// The parser goes down the stack at each level, and keeps all values: it is not given more than are read.
fn bounded(text: &str) -> Result<(), Unreadable> {
    let (mut level, mut is_string, mut is_escaped) = (0_usize, false, false);
    // A comma ends a value, and a bracket begins one.
    let mut values = 0_usize;
    for (offset, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_string => is_escaped = true,
            b'"' => is_string = !is_string,
            b'{' | b'[' if !is_string => (level, values) = (level + 1, values + 1),
            b',' if !is_string => values += 1,
            b'}' | b']' if !is_string => level = level.saturating_sub(1),
            _ => {}
        }
        if level > MOST_LEVELS {
            return Err(too_deep(locate(text, offset)));
        }
        if values > MOST_VALUES {
            return Err(too_many(locate(text, offset)));
        }
    }
    Ok(())
}

fn node(value: ast::Value<'_>, cursor: &mut Cursor<'_>) -> Result<Node, Unreadable> {
    let (start, value) = match value {
        ast::Value::StringLit(text) => (text.range.start, Value::Text(text.value.into_owned())),
        ast::Value::NumberLit(number) => (number.range.start, Value::Plain(number.value.to_owned())),
        ast::Value::BooleanLit(flag) => (flag.range.start, Value::Plain(flag.value.to_string())),
        ast::Value::NullKeyword(null) => (null.range.start, Value::Null),
        ast::Value::Array(array) => {
            let place = cursor.at(array.range.start);
            let items = array.elements.into_iter().map(|item| node(item, cursor).map(Rc::new));
            return Ok(Node { place, value: Value::List(items.collect::<Result<_, _>>()?) });
        }
        ast::Value::Object(object) => {
            let place = cursor.at(object.range.start);
            return Ok(Node { place, value: Value::Table(entries(object, cursor)?) });
        }
    };
    Ok(Node { place: cursor.at(start), value })
}

fn entries(object: ast::Object<'_>, cursor: &mut Cursor<'_>) -> Result<Vec<Entry>, Unreadable> {
    let mut entries = Entries::default();
    for property in object.properties {
        let place = cursor.at(property.range.start);
        let key = match property.name {
            ObjectPropName::String(text) => text.value.into_owned(),
            ObjectPropName::Word(word) => word.value.to_owned(),
        };
        entries.admit(&key, place)?;
        let value = Rc::new(node(property.value, cursor)?);
        entries.entries.push(Entry { key, place, value });
    }
    Ok(entries.entries)
}
