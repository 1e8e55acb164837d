//! What a manifest says, worked out anew and naively from its text: names are strings, inclusion is followed until
//! nothing is added. The expected answer to every request of these tests comes from here, and not from what the server
//! is made of.

#![allow(dead_code, unused_imports, reason = "each test uses its part")]

mod verdict;

pub(crate) use self::verdict::{Credentials, Refusal, Why};

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

/// A manifest, as far as a check needs it.
#[derive(Debug)]
pub(crate) struct Catalogue {
    /// All scopes, in the order of the file.
    pub(crate) names: Vec<String>,
    includes: BTreeMap<String, Vec<String>>,
    restrictions: BTreeSet<String>,
    endpoints: BTreeMap<(String, String), Access>,
}

/// What an endpoint takes.
#[derive(Clone, Debug)]
pub(crate) enum Access {
    Public,
    Authenticated {
        under: BTreeSet<String>,
    },
    /// All scopes of one of these.
    Scopes {
        alternatives: Vec<Vec<String>>,
        under: BTreeSet<String>,
    },
}

impl Catalogue {
    /// sipgate's.
    pub(crate) fn sipgate() -> Self {
        Self::parse(include_str!("../../../../scopes.toml"))
    }

    pub(crate) fn parse(text: &str) -> Self {
        let manifest: Table = text.parse().unwrap();
        let scopes = manifest["scopes"].as_table().unwrap();
        let place = |name: &String| text.find(&format!("\n\"{name}\" = ")).unwrap();
        let mut names: Vec<String> = scopes.keys().cloned().collect();
        names.sort_by_key(place);
        let included = |scope: &Value| scope.get("includes").map(strings).unwrap_or_default();
        let is_restriction = |name: &&String| scopes[*name].get("kind").and_then(Value::as_str) == Some("restriction");
        let endpoints = manifest["endpoints"].as_table().unwrap().iter().map(|(key, access)| {
            let (method, path) = key.split_once(' ').unwrap();
            ((method.to_owned(), path.to_owned()), Access::read(access))
        });
        Self {
            includes: scopes.iter().map(|(name, scope)| (name.clone(), included(scope))).collect(),
            restrictions: names.iter().filter(is_restriction).cloned().collect(),
            endpoints: endpoints.collect(),
            names,
        }
    }

    /// Methods and paths of all endpoints.
    pub(crate) fn endpoints(&self) -> impl Iterator<Item = (&str, &str)> {
        self.endpoints.keys().map(|(method, path)| (method.as_str(), path.as_str()))
    }

    pub(crate) fn access(&self, method: &str, path: &str) -> &Access {
        &self.endpoints[&(method.to_owned(), path.to_owned())]
    }

    /// The methods of a path as `Allow` lists them, in any order.
    pub(crate) fn methods(&self, path: &str) -> BTreeSet<&str> {
        let mut methods: BTreeSet<_> =
            self.endpoints().filter(|(_, known)| *known == path).map(|(method, _)| method).collect();
        if methods.contains("GET") {
            methods.insert("HEAD");
        }
        methods
    }

    /// These scopes and all that they include.
    pub(crate) fn closure<N: AsRef<str>>(&self, names: impl IntoIterator<Item = N>) -> BTreeSet<String> {
        let mut closure: BTreeSet<String> = names.into_iter().map(|name| name.as_ref().to_owned()).collect();
        closure.retain(|name| self.includes.contains_key(name));
        loop {
            let included: BTreeSet<String> = closure.iter().flat_map(|name| self.includes[name].clone()).collect();
            let before = closure.len();
            closure.extend(included);
            if closure.len() == before {
                return closure;
            }
        }
    }

    /// The other scopes that include this one.
    pub(crate) fn composites(&self, name: &str) -> Vec<&String> {
        self.names.iter().filter(|other| *other != name && self.closure([other]).contains(name)).collect()
    }

    /// All scopes but those that give one of these, alone or by inclusion.
    pub(crate) fn others(&self, needed: &BTreeSet<String>) -> Vec<String> {
        self.names.iter().filter(|name| self.closure([name]).is_disjoint(needed)).cloned().collect()
    }

    /// The restrictions among these names.
    pub(crate) fn restrictions_among(&self, names: &[String]) -> BTreeSet<String> {
        names.iter().filter(|name| self.restrictions.contains(*name)).cloned().collect()
    }

    /// As a scope string, in the order of the file.
    pub(crate) fn listed(&self, names: &BTreeSet<String>) -> String {
        self.names.iter().filter(|name| names.contains(*name)).cloned().collect::<Vec<_>>().join(" ")
    }
}

impl Access {
    fn read(value: &Value) -> Self {
        let under = value.get("under").map(strings).unwrap_or_default().into_iter().collect();
        if let Some(name) = value.as_str() {
            return Self::Scopes { alternatives: vec![vec![name.to_owned()]], under };
        }
        if let Some(all) = value.get("all") {
            return Self::Scopes { alternatives: vec![strings(all)], under };
        }
        if let Some(any) = value.get("any") {
            let alternative = |one: &Value| one.as_str().map_or_else(|| strings(one), |name| vec![name.to_owned()]);
            return Self::Scopes { alternatives: any.as_array().unwrap().iter().map(alternative).collect(), under };
        }
        if value.get("authenticated").is_some() {
            return Self::Authenticated { under };
        }
        assert_eq!(value.get("public"), Some(&Value::Boolean(true)), "a form that is not known: {value:?}");
        Self::Public
    }

    /// The alternatives; none where no scope is needed.
    pub(crate) fn alternatives(&self) -> &[Vec<String>] {
        match self {
            Self::Public | Self::Authenticated { .. } => &[],
            Self::Scopes { alternatives, .. } => alternatives,
        }
    }
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}
