//! A strict reader of the HTML that we write: every element is closed, in order; anything else is a failure.

/// A start tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) name: String,
    /// With their values, entities decoded.
    pub(crate) attributes: Vec<(String, String)>,
    /// Where its content begins and ends in the text of the page.
    content: (usize, usize),
}

impl Element {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// A page taken apart.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) elements: Vec<Element>,
    /// Scripts and styles with what they contain, as it stands.
    pub(crate) raw: Vec<(Element, String)>,
    /// All text, a space between two elements.
    text: String,
}

const VOID: [&str; 3] = ["meta", "input", "wbr"];
const RAW: [&str; 2] = ["script", "style"];

impl Page {
    pub(crate) fn parse(page: &str) -> Self {
        let rest = page.strip_prefix("<!DOCTYPE html>").unwrap();
        let mut reader = Reader {
            rest,
            open: Vec::new(),
            page: Self { elements: Vec::new(), raw: Vec::new(), text: String::new() },
        };
        while !reader.rest.is_empty() {
            reader.step();
        }
        assert!(reader.open.is_empty(), "not closed: {:?}", reader.open);
        reader.page
    }

    /// The text in the element with this id, blanks as a reader sees them where it has elements in it.
    pub(crate) fn text_of(&self, id: &str) -> String {
        let element = self.elements.iter().find(|element| element.attribute("id") == Some(id)).unwrap();
        self.text[element.content.0..element.content.1].trim().to_owned()
    }
}

struct Reader<'p> {
    rest: &'p str,
    /// Places of the elements that are open.
    open: Vec<usize>,
    page: Page,
}

impl<'p> Reader<'p> {
    fn take(&mut self, length: usize) -> &'p str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    fn step(&mut self) {
        let length = self.rest.find('<').unwrap_or(self.rest.len());
        let text = self.take(length);
        assert!(!text.contains('>'), "a bare `>` in {text:?}");
        self.page.text.push_str(&decoded(text));
        if self.rest.is_empty() {
            return;
        }
        let tag = self.tag();
        if let Some(name) = tag.strip_prefix('/') {
            let place = self.open.pop().unwrap();
            assert_eq!(self.page.elements[place].name, name, "closed in another order");
            self.page.elements[place].content.1 = self.page.text.len();
            if !["code", "bdi", "a", "span", "strong", "wbr"].contains(&name) {
                self.space();
            }
            return;
        }
        let mut element = element(tag);
        let is_inline = ["code", "bdi", "a", "span", "strong", "wbr"].contains(&element.name.as_str());
        if !is_inline {
            self.space();
        }
        element.content = (self.page.text.len(), self.page.text.len());
        let name = element.name.clone();
        self.page.elements.push(element);
        if VOID.contains(&name.as_str()) {
            return;
        }
        self.open.push(self.page.elements.len() - 1);
        if RAW.contains(&name.as_str()) {
            let end = self.rest.find("</").unwrap();
            let content = self.take(end);
            self.page.text.push_str(content);
            self.page.raw.push((self.page.elements.last().unwrap().clone(), content.to_owned()));
        }
    }

    fn space(&mut self) {
        if !self.page.text.ends_with(' ') {
            self.page.text.push(' ');
        }
    }

    /// What stands between `<` and `>`; a `>` in quotes does not end it.
    fn tag(&mut self) -> &'p str {
        let mut is_quoted = false;
        let end = self.rest.find(|character| {
            is_quoted ^= character == '"';
            character == '>' && !is_quoted
        });
        let tag = self.take(end.unwrap() + 1);
        &tag[1..tag.len() - 1]
    }
}

fn element(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()), "no name: {tag:?}");
    let mut attributes = Vec::new();
    while !rest.is_empty() {
        let length =
            rest.find(|character: char| !character.is_ascii_lowercase() && character != '-').unwrap_or(rest.len());
        let (name, after) = rest.split_at(length);
        assert!(!name.is_empty(), "no attribute: {tag:?}");
        let value = after.strip_prefix("=\"").map(|after| after.split_once('"').unwrap());
        let (value, after) = value.unwrap_or(("", after));
        attributes.push((name.to_owned(), decoded(value)));
        rest = after.strip_prefix(' ').unwrap_or(after);
        assert!(rest.len() < after.len() || rest.is_empty(), "attributes stand apart: {tag:?}");
    }
    Element { name: name.to_owned(), attributes, content: (0, 0) }
}

/// The four entities that are written; no other `&` is there.
fn decoded(text: &str) -> String {
    let (mut decoded, mut rest) = (String::new(), text);
    while let Some((before, entity)) = rest.split_once('&') {
        let (name, after) = entity.split_once(';').unwrap();
        decoded.push_str(before);
        decoded.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            other => unreachable!("no entity of ours: {other}"),
        });
        rest = after;
    }
    decoded + rest
}

/// The `id` that a fragment leads to.
pub(crate) fn percent_decoded(fragment: &str) -> String {
    let mut parts = fragment.split('%');
    let mut decoded = parts.next().unwrap().to_owned();
    for part in parts {
        decoded.push(char::from(u8::from_str_radix(&part[..2], 16).unwrap()));
        decoded.push_str(&part[2..]);
    }
    decoded
}
