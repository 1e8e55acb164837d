//! A catalogue as a graph: scopes, what they include, extend and require, and the endpoints that ask for them. `dot` and
//! `mermaid` write it down.

mod dot;
mod mermaid;

use std::collections::{BTreeSet, HashMap, HashSet};

use scopes_manifest::{Access, Catalog, Scope, ScopeId};

use crate::groups::groups;

/// What is drawn.
///
/// ```
/// use cargo_scopes::graph::Graph;
/// use scopes_manifest::Catalog;
///
/// let catalog = Catalog::parse(
///     "format = 1\n[system]\nname = \"calendar\"\n[scopes]\n\"events:read\" = \"Read events.\"\n\
///      \"events:write\" = { text = \"Change events.\", includes = [\"events:read\"] }\n\
///      \"rooms:read\" = \"Read rooms.\"\n",
/// )?;
/// let around = catalog.scopes()[0].id();
/// let graph = Graph::of(&catalog, Some(around), false);
/// assert_eq!(
///     graph.to_mermaid(),
///     "flowchart LR\n  s0[\"events:read\"]\n  s1[\"events:write\"]\n  s1 --> s0\n"
/// );
/// # Ok::<(), scopes_manifest::Diagnostics>(())
/// ```
#[derive(Clone, Debug)]
pub struct Graph<'c> {
    scopes: Vec<&'c Scope>,
    /// The groups of the manifest in the order of their first scopes, each with its scopes.
    groups: Vec<(&'c str, Vec<ScopeId>)>,
    edges: Vec<(ScopeId, Relation, ScopeId)>,
    endpoints: Vec<(&'c str, BTreeSet<ScopeId>)>,
}

/// How one scope relates to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Relation {
    Includes,
    Extends,
    Requires,
}

impl Relation {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Includes => "includes",
            Self::Extends => "extends",
            Self::Requires => "requires",
        }
    }
}

impl<'c> Graph<'c> {
    /// The whole catalogue, or what a scope reaches and what reaches it. With endpoints where `endpoints` is set.
    #[must_use]
    pub fn of(catalog: &'c Catalog, around: Option<ScopeId>, endpoints: bool) -> Self {
        let near = around.map(|around| near(catalog, around));
        let is_drawn = |scope: &&Scope| near.as_ref().is_none_or(|near| near.contains(&scope.id()));
        let scopes: Vec<&Scope> = catalog.scopes().iter().filter(is_drawn).collect();
        let drawn: HashSet<ScopeId> = scopes.iter().map(|scope| scope.id()).collect();
        let edges = scopes.iter().flat_map(|scope| edges(scope)).filter(|(_, _, to)| drawn.contains(to)).collect();
        let endpoints = catalog.endpoints().iter().filter(|_| endpoints).filter_map(|endpoint| {
            let Access::Scopes(requirement) = endpoint.access() else { return None };
            let named: BTreeSet<ScopeId> =
                requirement.alternatives().iter().flatten().copied().filter(|scope| drawn.contains(scope)).collect();
            (!named.is_empty()).then_some((endpoint.route(), named))
        });
        let groups = groups(scopes.iter().copied()).into_iter();
        let groups = groups.filter_map(|(group, members)| Some((group?, members.into_iter().map(Scope::id).collect())));
        Self { groups: groups.collect(), endpoints: endpoints.collect(), scopes, edges }
    }
}

/// A scope, what it reaches, and what reaches it.
fn near(catalog: &Catalog, around: ScopeId) -> HashSet<ScopeId> {
    let mut included_by: HashMap<ScopeId, Vec<ScopeId>> = HashMap::new();
    for scope in catalog.scopes() {
        for included in scope.includes() {
            included_by.entry(*included).or_default().push(scope.id());
        }
    }
    let (mut reaching, mut pending) = (HashSet::from([around]), vec![around]);
    while let Some(scope) = pending.pop() {
        let unseen = included_by.get(&scope).into_iter().flatten().copied().filter(|by| reaching.insert(*by));
        pending.extend(unseen);
    }
    reaching.extend(catalog.closure(around));
    reaching
}

fn edges(scope: &Scope) -> impl Iterator<Item = (ScopeId, Relation, ScopeId)> {
    let includes = scope.includes().iter().map(|to| (Relation::Includes, *to));
    let extends = scope.extends().into_iter().map(|to| (Relation::Extends, to));
    let requires = scope.requires().iter().map(|to| (Relation::Requires, *to));
    includes.chain(extends).chain(requires).map(|(relation, to)| (scope.id(), relation, to))
}
