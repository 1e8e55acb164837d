//! Manifests as large as a file may be are compared in time that grows about as they do.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use scopes_manifest::Catalog;
use scopes_manifest::authority::{Authority, Gain, Opening};

/// Scopes of which each includes the next, with more keys for one of them, and endpoints that take each in turn.
fn chain(length: usize, changed: (usize, &str), endpoints: usize) -> Authority {
    let mut text = "format = 1\n[system]\nname = \"t\"\n[scopes]\nspare = \"S.\"\n".to_owned();
    for place in 0..length {
        let includes = if place + 1 < length { format!(", includes = [\"s{:05}\"]", place + 1) } else { String::new() };
        let more = if place == changed.0 { changed.1 } else { "" };
        let _ = writeln!(text, "s{place:05} = {{ text = \"T.\"{includes}{more} }}");
    }
    text.push_str("[endpoints]\n");
    for place in 0..endpoints {
        let _ = writeln!(text, "\"GET /{place}\" = \"s{:05}\"", place % length);
    }
    Authority::of(&Catalog::parse(&text).unwrap())
}

#[track_caller]
fn assert_soon<T>(work: impl FnOnce() -> T) -> T {
    let begin = Instant::now();
    let result = work();
    assert!(begin.elapsed() < Duration::from_secs(20), "{:?}", begin.elapsed());
    result
}

#[test]
fn a_long_chain() {
    let authority = chain(9_000, (0, ""), 0);
    assert_soon(|| assert_eq!(authority.gains(&authority), []));
}

#[test]
fn a_chain_with_many_endpoints() {
    let old = chain(2_000, (0, ""), 8_000);
    let bound = chain(2_000, (1_999, ", requires = [\"spare\"]"), 8_000);
    assert_soon(|| {
        assert_eq!(old.gains(&old), []);
        assert_eq!(old.gains_by_new_endpoints(&old), []);
        assert_eq!(old.gains(&bound), []);
    });
    let gains = assert_soon(|| bound.gains(&old));
    let routes: Vec<&str> = gains.iter().filter_map(Gain::endpoint).collect();
    assert_eq!(routes, ["GET /1999", "GET /3999", "GET /5999", "GET /7999"]);
    let sentence = gains.iter().find(|gain| gain.endpoint().is_some()).unwrap().to_string();
    assert!(sentence.ends_with("or with s00019, or with many others"), "{sentence}");
}

#[test]
fn no_more_callers_are_named_than_anybody_reads() {
    let [old, new] = [0, 4_000].map(|endpoints| chain(1_000, (0, ""), endpoints));
    let gains = assert_soon(|| old.gains_by_new_endpoints(&new));
    assert_eq!(gains.len(), 4_000);
    let most = gains.iter().map(|gain| match gain {
        Gain::Endpoint { opening: Opening::Scopes(callers), .. } => callers.len(),
        other => panic!("{other}"),
    });
    assert_eq!(most.max(), Some(100));
}
