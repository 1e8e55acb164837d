//! Methods and paths that the manifest does not list.

use std::collections::BTreeSet;

use super::catalogue::Catalogue;
use super::endpoints;
use super::wire::{Site, request};

const METHODS: [&str; 10] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get"];

#[test]
fn a_method_that_is_not_listed_is_refused_with_those_that_are() {
    let (site, catalogue) = (Site::start(), Catalogue::sipgate());
    let all = site.bearer(&catalogue.names.join(" "));
    let mut connection = site.connect();
    let paths: BTreeSet<&str> = endpoints().into_iter().map(|(_, path)| path).collect();
    for path in paths {
        let listed = catalogue.methods(path);
        let target = path.replace(['{', '}'], "");
        for method in METHODS.into_iter().filter(|method| !listed.contains(method)) {
            // Whoever asks: no token makes a method be there.
            for headers in [&[][..], &[("Authorization", all.as_str())], &[("Authorization", "Bearer garbage")]] {
                let answer = connection.ask(&request(method, &target, headers, Some("{}")));
                assert_eq!(answer.status, 405, "{method} {path}: {answer:?}");
                let allowed: Vec<_> = answer.header("allow").unwrap().split(", ").collect();
                assert_eq!(allowed.len(), listed.len(), "{method} {path}: {allowed:?}");
                assert_eq!(allowed.into_iter().collect::<BTreeSet<_>>(), listed, "{method} {path}");
                assert_eq!(answer.header("www-authenticate"), None, "{method} {path}: {answer:?}");
            }
        }
    }
}

#[test]
fn a_path_that_is_not_there_is_not_found_with_any_token() {
    let (site, catalogue) = (Site::start(), Catalogue::sipgate());
    let all = site.bearer(&catalogue.names.join(" "));
    for path in ["/", "/sessions", "/groups/g0", "/contacts/ada/more", "/.well-known", "/openapi.yaml"] {
        for headers in [&[][..], &[("Authorization", all.as_str())], &[("Authorization", "Bearer a b")]] {
            let answer = site.ask(&request("GET", path, headers, None));
            assert_eq!((answer.status, answer.header("www-authenticate")), (404, None), "{path}: {answer:?}");
        }
    }
}
