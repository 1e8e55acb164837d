//! The graph in Mermaid's language, which GitHub shows in Markdown.

use std::fmt::Write as _;

use super::{Graph, Relation};

impl Graph<'_> {
    /// A `flowchart`: arrows to what scopes include, dotted to what they extend or require; endpoints are rounded.
    #[must_use]
    pub fn to_mermaid(&self) -> String {
        let mut text = String::from("flowchart LR\n");
        for scope in &self.scopes {
            let _ = writeln!(text, "  s{}[{}]", scope.id().index(), quoted(scope.name()));
        }
        for (place, (group, members)) in self.groups.iter().enumerate() {
            let _ = writeln!(text, "  subgraph g{place} [{}]", quoted(group));
            for member in members {
                let _ = writeln!(text, "    s{}", member.index());
            }
            text.push_str("  end\n");
        }
        for (from, relation, to) in &self.edges {
            let arrow = match relation {
                Relation::Includes => "-->".to_owned(),
                Relation::Extends | Relation::Requires => format!("-. {} .->", relation.as_str()),
            };
            let _ = writeln!(text, "  s{} {arrow} s{}", from.index(), to.index());
        }
        for (place, (route, scopes)) in self.endpoints.iter().enumerate() {
            let _ = writeln!(text, "  e{place}([{}])", quoted(route));
            for scope in scopes {
                let _ = writeln!(text, "  s{} --- e{place}", scope.index());
            }
        }
        text
    }
}

/// A label: what could end it, or be taken for an entity, markup or Markdown, is written as an entity code.
fn quoted(text: &str) -> String {
    let mut label = String::from("\"");
    for character in text.chars() {
        if character.is_alphanumeric() || " :./-_{}".contains(character) {
            label.push(character);
        } else {
            let _ = write!(label, "#{};", u32::from(character));
        }
    }
    label.push('"');
    label
}
