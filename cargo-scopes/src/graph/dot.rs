//! The graph in Graphviz' language.

use std::fmt::Write as _;

use super::{Graph, Relation};

impl Graph<'_> {
    /// A `digraph` for `dot`: boxes for scopes, arrows to what they include, dashed to what they extend, dotted to what
    /// they require; endpoints are ellipses.
    #[must_use]
    pub fn to_dot(&self) -> String {
        let mut text = String::from("digraph scopes {\n  rankdir = LR;\n  node [shape = box, style = rounded];\n");
        for scope in &self.scopes {
            let _ = writeln!(
                text,
                "  s{} [label = {}, tooltip = {}];",
                scope.id().index(),
                quoted(scope.name()),
                quoted(scope.text())
            );
        }
        for (place, (group, members)) in self.groups.iter().enumerate() {
            let _ = writeln!(text, "  subgraph cluster_{place} {{\n    label = {};", quoted(group));
            for member in members {
                let _ = writeln!(text, "    s{};", member.index());
            }
            text.push_str("  }\n");
        }
        for (from, relation, to) in &self.edges {
            let style = match relation {
                Relation::Includes => "",
                Relation::Extends => " [style = dashed, label = extends]",
                Relation::Requires => " [style = dotted, label = requires]",
            };
            let _ = writeln!(text, "  s{} -> s{}{style};", from.index(), to.index());
        }
        for (place, (route, scopes)) in self.endpoints.iter().enumerate() {
            let _ = writeln!(text, "  e{place} [label = {}, shape = ellipse, style = solid];", quoted(route));
            for scope in scopes {
                let _ = writeln!(text, "  s{} -> e{place} [color = gray];", scope.index());
            }
        }
        text.push_str("}\n");
        text
    }
}

/// A string of the language: in it a quote ends it, a backslash begins an escape, and an ampersand an entity of HTML.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;"))
}
