//! YAML 1.2 with places. An alias shares what it stands for, and how much all of them stand for is bounded.

use std::collections::HashMap;
use std::rc::Rc;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle};

use super::{Entries, Entry, MOST_LEVELS, MOST_VALUES, Node, Unreadable, Value, too_deep, too_many};
use crate::place::Place;

/// How many values all aliases together may stand for.
const MOST_ALIASED: usize = 1_000_000;

pub(super) fn read(text: &str) -> Result<Rc<Node>, Unreadable> {
    let mut builder = Builder::default();
    let mut documents = 0;
    for event in Parser::new_from_str(text) {
        let (event, span) = event
            .map_err(|error| Unreadable::at(place(*error.marker()), format!("this is no YAML: {}", error.info())))?;
        let place = place(span.start);
        match event {
            Event::DocumentStart(_) => documents += 1,
            _ if documents > 1 => {
                return Err(Unreadable::at(place, "a second document begins here; one is read"));
            }
            Event::Scalar(text, style, anchor, _) => {
                let value = scalar(text.into_owned(), style);
                builder.complete(Part { node: Rc::new(Node { place, value }), values: 1, levels: 0 }, anchor)?;
            }
            Event::Alias(anchor) => builder.alias(anchor, place)?,
            Event::SequenceStart(anchor, _) => builder.open(Contents::List(Vec::new()), place, anchor)?,
            Event::MappingStart(anchor, _) => {
                let contents = Contents::Table { entries: Entries::default(), key: None };
                builder.open(contents, place, anchor)?;
            }
            Event::SequenceEnd | Event::MappingEnd => builder.close()?,
            _ => {}
        }
    }
    builder.root.ok_or_else(|| Unreadable::new("the document is empty"))
}

fn place(marker: Marker) -> Place {
    Place { line: marker.line().max(1), column: marker.col() + 1 }
}

/// By the core schema, as far as it matters here: which texts are none.
fn scalar(text: String, style: ScalarStyle) -> Value {
    let is_plain = matches!(style, ScalarStyle::Plain);
    match text.as_str() {
        "" | "~" | "null" | "Null" | "NULL" if is_plain => Value::Null,
        "true" | "True" | "TRUE" | "false" | "False" | "FALSE" if is_plain => Value::Plain(text),
        number if is_plain && number.parse::<f64>().is_ok() => Value::Plain(text),
        _ => Value::Text(text),
    }
}

/// A finished value with what it holds, aliases counted in full.
#[derive(Clone, Debug)]
struct Part {
    node: Rc<Node>,
    values: usize,
    levels: usize,
}

/// A list or a table that is being read.
#[derive(Debug)]
struct Frame {
    place: Place,
    anchor: usize,
    contents: Contents,
    values: usize,
    levels: usize,
}

#[derive(Debug)]
enum Contents {
    List(Vec<Rc<Node>>),
    Table { entries: Entries, key: Option<(String, Place)> },
}

#[derive(Debug, Default)]
struct Builder {
    frames: Vec<Frame>,
    anchors: HashMap<usize, Part>,
    aliased: usize,
    /// How many values there are, keys not counted and aliases as one.
    values: usize,
    root: Option<Rc<Node>>,
}

impl Builder {
    fn open(&mut self, contents: Contents, place: Place, anchor: usize) -> Result<(), Unreadable> {
        if self.frames.len() >= MOST_LEVELS {
            return Err(too_deep(place));
        }
        self.frames.push(Frame { place, anchor, contents, values: 1, levels: 0 });
        Ok(())
    }

    fn close(&mut self) -> Result<(), Unreadable> {
        let Some(Frame { place, anchor, contents, values, levels }) = self.frames.pop() else { return Ok(()) };
        let value = match contents {
            Contents::List(items) => Value::List(items),
            Contents::Table { entries, .. } => Value::Table(entries.entries),
        };
        self.complete(Part { node: Rc::new(Node { place, value }), values, levels: levels + 1 }, anchor)
    }

    fn alias(&mut self, anchor: usize, place: Place) -> Result<(), Unreadable> {
        let part = self.anchors.get(&anchor).cloned();
        let part = part.ok_or_else(|| Unreadable::at(place, "this alias stands inside of what it stands for"))?;
        self.aliased = self.aliased.saturating_add(part.values);
        if self.aliased > MOST_ALIASED {
            let what = format!("the aliases up to here stand for more than {MOST_ALIASED} values");
            return Err(Unreadable::at(place, what).with_help("write the document without them"));
        }
        if self.frames.len() + part.levels > MOST_LEVELS {
            return Err(too_deep(place));
        }
        // The value stands here, too; what is in it keeps its places.
        self.complete(part, 0)
    }

    /// Puts a value where it belongs: under the key that waits for it, or it is that key.
    fn complete(&mut self, part: Part, anchor: usize) -> Result<(), Unreadable> {
        let place = part.node.place;
        if anchor > 0 {
            self.anchors.insert(anchor, part.clone());
        }
        let Some(frame) = self.frames.last_mut() else {
            self.root = Some(part.node);
            return Ok(());
        };
        frame.values = frame.values.saturating_add(part.values);
        frame.levels = frame.levels.max(part.levels);
        match &mut frame.contents {
            Contents::List(items) => items.push(part.node),
            Contents::Table { entries, key } => {
                if let Some((key, place)) = key.take() {
                    entries.entries.push(Entry { key, place, value: part.node });
                } else {
                    let name = name(&part.node)?;
                    entries.admit(&name, place)?;
                    *key = Some((name, place));
                    return Ok(());
                }
            }
        }
        self.values += 1;
        if self.values > MOST_VALUES { Err(too_many(place)) } else { Ok(()) }
    }
}

/// A key's text.
fn name(key: &Node) -> Result<String, Unreadable> {
    match &key.value {
        Value::Text(text) if text == "<<" => {
            Err(Unreadable::at(key.place, "`<<` is no part of YAML 1.2, and would be overlooked by many readers")
                .with_help("write out what it stands for"))
        }
        Value::Text(text) | Value::Plain(text) => Ok(text.clone()),
        Value::Null => Ok("null".to_owned()),
        Value::List(_) | Value::Table(_) => {
            Err(Unreadable::at(key.place, "a key is a text, and not a list or an object"))
        }
    }
}
