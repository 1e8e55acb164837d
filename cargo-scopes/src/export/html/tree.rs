//! Inclusion as a tree of lists that open and close: what stands under a scope comes in, markup goes out to its article. A
//! scope that is reached again is shown without what is under it, and what is more than `Limits` grants is left to links.

use std::collections::HashSet;

use maud::{Markup, html};
use scopes_manifest::ScopeId;

use super::limits::Limits;
use super::page::Page;

/// Up to how many scopes a tree is open from the beginning.
const OPEN: usize = 12;

/// From a scope to those next to it.
#[derive(Clone, Copy)]
pub(super) enum Direction {
    /// To those that it includes itself.
    Includes,
    /// To those that include it themselves.
    IncludedBy,
}

/// The tree under a scope, without the scope itself.
pub(super) fn tree(page: &Page<'_>, root: ScopeId, direction: Direction) -> Markup {
    let outline = outline(page, root, direction, page.limits);
    let is_open = size(page, root, direction) <= OPEN;
    html! {
        ul .tree {
            (nodes(page, &outline.nodes, is_open))
            @if outline.omitted > 0 { li .quiet { "and " (outline.omitted) " more, which the manifest lists" } }
        }
    }
}

/// What a tree consists of.
pub(super) struct Outline {
    nodes: Vec<Node>,
    /// How many scopes directly under the root are left out.
    omitted: usize,
    /// How many lines there are below those directly under the root.
    pub(super) nested: usize,
}

struct Node {
    scope: ScopeId,
    under: Under,
}

enum Under {
    Nothing,
    /// Shown where the tree first comes to the scope.
    Above,
    /// More than there is room for; its own article shows it.
    There,
    Nodes(Vec<Node>),
}

pub(super) fn outline(page: &Page<'_>, root: ScopeId, direction: Direction, limits: Limits) -> Outline {
    let direct = page.next_to(root, direction);
    let shown = direct.get(..limits.direct).unwrap_or(direct);
    let mut walk = Walk { page, direction, most: limits.nested, unfolded: HashSet::from([root]), lines: 0 };
    let nodes = shown.iter().map(|scope| walk.node(*scope)).collect();
    Outline { nodes, omitted: direct.len() - shown.len(), nested: walk.lines }
}

struct Walk<'p, 'c> {
    page: &'p Page<'c>,
    direction: Direction,
    /// How many lines there may be beyond what stands directly under the root, and so how deep the tree may be.
    most: usize,
    unfolded: HashSet<ScopeId>,
    lines: usize,
}

impl Walk<'_, '_> {
    fn node(&mut self, scope: ScopeId) -> Node {
        let next = self.page.next_to(scope, self.direction);
        let under = if next.is_empty() {
            Under::Nothing
        } else if self.unfolded.contains(&scope) {
            Under::Above
        } else if self.lines + next.len() > self.most {
            Under::There
        } else {
            self.lines += next.len();
            self.unfolded.insert(scope);
            Under::Nodes(next.iter().map(|scope| self.node(*scope)).collect())
        };
        Node { scope, under }
    }
}

fn nodes(page: &Page<'_>, list: &[Node], is_open: bool) -> Markup {
    html! { @for node in list { li { (node_markup(page, node, is_open)) } } }
}

fn node_markup(page: &Page<'_>, node: &Node, is_open: bool) -> Markup {
    let link = page.link(node.scope);
    match &node.under {
        Under::Nothing => link,
        Under::Above => html! { (link) " " span .quiet { "as above" } },
        Under::There => html! { (link) " " span .quiet { "and more, see there" } },
        Under::Nodes(list) => html! {
            details open[is_open] { summary { (link) } ul .tree { (nodes(page, list, is_open)) } }
        },
    }
}

/// How many scopes are reached, counted as far as it matters.
fn size(page: &Page<'_>, root: ScopeId, direction: Direction) -> usize {
    let (mut reached, mut pending) = (HashSet::from([root]), vec![root]);
    while let Some(scope) = pending.pop().filter(|_| reached.len() <= OPEN + 1) {
        let unseen = page.next_to(scope, direction).iter().copied().filter(|next| reached.insert(*next));
        pending.extend(unseen.take(OPEN + 2));
    }
    reached.len() - 1
}
