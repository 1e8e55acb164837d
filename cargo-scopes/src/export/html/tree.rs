//! Inclusion as a tree of lists that open and close. A scope that is reached again is shown without what is under it, and a
//! tree that grows too large ends in links, so that the page stays in proportion to the manifest.

use std::collections::HashSet;

use maud::{Markup, html};
use scopes_manifest::ScopeId;

use super::page::Page;

/// How many lines one tree has at most beyond what stands directly under its root, and so how deep it is.
const MOST: usize = 60;

/// Up to how many scopes it is open from the beginning.
const OPEN: usize = 12;

/// From a scope to those next to it: the ones that it includes, or that include it.
pub(super) type Next = for<'p> fn(&'p Page<'_>, ScopeId) -> &'p [ScopeId];

/// The tree under a scope, without the scope itself.
pub(super) fn tree(page: &Page<'_>, root: ScopeId, next: Next) -> Markup {
    let is_open = size(page, root, next) <= OPEN;
    Tree { page, next, is_open, unfolded: HashSet::from([root]), lines: 0 }.under(root)
}

/// How many scopes are reached, counted as far as it matters.
fn size(page: &Page<'_>, root: ScopeId, next: Next) -> usize {
    let (mut reached, mut pending) = (HashSet::from([root]), vec![root]);
    while let Some(scope) = pending.pop().filter(|_| reached.len() <= OPEN + 1) {
        pending.extend(next(page, scope).iter().copied().filter(|next| reached.insert(*next)));
    }
    reached.len() - 1
}

struct Tree<'p, 'c> {
    page: &'p Page<'c>,
    next: Next,
    is_open: bool,
    unfolded: HashSet<ScopeId>,
    lines: usize,
}

impl Tree<'_, '_> {
    fn under(&mut self, scope: ScopeId) -> Markup {
        let next = (self.next)(self.page, scope);
        html! { ul .tree { @for scope in next { li { (self.node(*scope)) } } } }
    }

    fn node(&mut self, scope: ScopeId) -> Markup {
        let link = self.page.link(scope);
        let lines = (self.next)(self.page, scope).len();
        if lines == 0 {
            return link;
        }
        if self.unfolded.contains(&scope) {
            return html! { (link) " " span .quiet { "as above" } };
        }
        if self.lines + lines > MOST {
            return html! { (link) " " span .quiet { "and more, see there" } };
        }
        self.lines += lines;
        self.unfolded.insert(scope);
        html! { details open[self.is_open] { summary { (link) } (self.under(scope)) } }
    }
}
