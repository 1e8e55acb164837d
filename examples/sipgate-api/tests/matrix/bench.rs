//! A server, its data as they are seen from outside, and requests of which the answer is known before.

use std::collections::HashMap;

use super::Case;
use super::catalogue::Catalogue;
use super::expected;
use super::valid::Operations;
use super::wire::{Answer, Connection, Site, request};

/// What became of some cases.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Outcome {
    pub(super) passed: usize,
    pub(super) refused: usize,
    /// How many wrote something.
    pub(super) wrote: usize,
}

pub(super) struct Bench {
    site: Site,
    catalogue: Catalogue,
    operations: Operations,
    connection: Connection,
    /// The same file that the server uses.
    database: rusqlite::Connection,
    metadata: String,
    /// `Authorization` with a token of all scopes.
    everything: String,
    /// What a path's last parameter can name, until it is removed; by the path template.
    spare: HashMap<String, String>,
}

impl Bench {
    pub(super) fn start(file: &str) -> Self {
        let (site, file) = Site::with_file(file);
        let catalogue = Catalogue::sipgate();
        Self {
            operations: Operations::of(site.document("/openapi.json")),
            connection: site.connect(),
            database: rusqlite::Connection::open(file).unwrap(),
            metadata: format!("{}/.well-known/oauth-protected-resource", site.url()),
            everything: site.bearer(&catalogue.names.join(" ")),
            spare: HashMap::new(),
            site,
            catalogue,
        }
    }

    pub(super) fn site(&self) -> &Site {
        &self.site
    }

    pub(super) fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    pub(super) fn metadata(&self) -> &str {
        &self.metadata
    }

    /// Tries all cases on an endpoint, first those that are to be refused. What a token of all scopes reads is the same
    /// before and after those.
    pub(super) fn run(&mut self, method: &str, path: &str, cases: &[Case]) -> Outcome {
        let is_refused = |case: &&Case| self.catalogue.refusal(method, path, &case.credentials).is_some();
        let (refused, passed): (Vec<&Case>, Vec<&Case>) = cases.iter().partition(is_refused);
        // Makes what the path names, if it has to be made.
        self.target(method, path);
        let before = self.all_that_can_be_read();
        let wrote = refused.iter().filter(|case| self.wrote(method, path, case)).count();
        assert_eq!(wrote, 0, "{method} {path}");
        assert_eq!(self.all_that_can_be_read(), before, "{method} {path}");
        let wrote = passed.iter().filter(|case| self.wrote(method, path, case)).count();
        Outcome { passed: passed.len(), refused: refused.len(), wrote }
    }

    /// Sends one request and compares the answer with what the manifest says. Whether the data are others now; the same
    /// change a second time is none.
    fn wrote(&mut self, method: &str, path: &str, case: &Case) -> bool {
        let context = format!("{method} {path}, {}", case.name);
        let target = self.target(method, path);
        let before = self.version_of_data();
        let answer = self.send(method, &target, &case.authorization);
        let is_changed = self.version_of_data() != before;
        assert!(self.operations.documents(method, path, answer.status), "{context}: not documented: {answer:?}");
        if let Some(refusal) = self.catalogue.refusal(method, path, &case.credentials) {
            expected::assert_refused(&answer, &refusal, Some(&self.metadata), &context);
            assert!(!is_changed, "{context}: the data were written");
        } else {
            assert_eq!(answer.status, self.operations.success(method, path), "{context}: {answer:?}");
            assert_eq!(answer.header("www-authenticate"), None, "{context}");
            assert!(!is_changed || method != "GET", "{context}: the data were written");
            if method == "DELETE" {
                self.spare.remove(path);
            }
        }
        if method == "GET" {
            let head = self.send("HEAD", &target, &case.authorization);
            assert_eq!(head.status, answer.status, "{context}");
            assert_eq!(head.timeless_headers(), answer.timeless_headers(), "{context}");
        }
        is_changed
    }

    fn send(&mut self, method: &str, target: &str, authorization: &[String]) -> Answer {
        let headers: Vec<_> = authorization.iter().map(|value| ("Authorization", value.as_str())).collect();
        let body = self.operations.body(method, target);
        let answer = self.connection.ask(&request(method, target, &headers, body.as_deref()));
        assert!(!answer.closes(), "a request that is refused costs no connection: {answer:?}");
        answer
    }

    /// The path with its parameters filled in: by the document's examples, or else by something that is made for it.
    fn target(&mut self, method: &str, path: &str) -> String {
        let filled = self.operations.with_examples(method, path);
        let Some((collection, _)) = filled.split_once("/{") else { return filled };
        if !self.spare.contains_key(path) {
            let everything = self.everything.clone();
            let made = self.send("POST", collection, std::slice::from_ref(&everything));
            assert_eq!(
                made.status, 201,
                "there is no example for a parameter of {path}, and none can be made: {made:?}"
            );
            let id = made.json()["id"].as_str().unwrap().to_owned();
            self.spare.insert(path.to_owned(), format!("{collection}/{id}"));
        }
        self.spare[path].clone()
    }

    /// What SQLite counts up whenever another connection has written.
    fn version_of_data(&self) -> i64 {
        self.database.pragma_query_value(None, "data_version", |row| row.get(0)).unwrap()
    }

    /// What every endpoint that only reads gives to a token of all scopes.
    fn all_that_can_be_read(&mut self) -> Vec<(String, String)> {
        let paths: Vec<String> = self
            .catalogue
            .endpoints()
            .filter(|(method, _)| *method == "GET")
            .map(|(_, path)| path.to_owned())
            .collect();
        let (everything, mut read) = (self.everything.clone(), Vec::new());
        for path in paths {
            let target = self.target("GET", &path);
            let answer = self.send("GET", &target, std::slice::from_ref(&everything));
            assert_eq!(answer.status, 200, "{path}: {answer:?}");
            read.push((path, answer.text().to_owned()));
        }
        read
    }
}
