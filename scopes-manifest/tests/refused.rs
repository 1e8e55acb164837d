//! Every vector of `tests/vectors/manifests.json` is refused with its code and nothing else, and the catalogues are
//! accepted.

use scopes_manifest::Catalog;

#[test]
fn vectors() {
    let vectors: serde_json::Value = serde_json::from_str(include_str!("../../tests/vectors/manifests.json")).unwrap();
    let cases = vectors["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 35);
    let mut wrong = Vec::new();
    for case in cases {
        let codes: Vec<&str> = match Catalog::parse(case["manifest"].as_str().unwrap()) {
            Ok(_) => Vec::new(),
            Err(faults) => faults.iter().map(|fault| fault.code().as_str()).collect(),
        };
        if codes != [case["code"].as_str().unwrap()] {
            wrong.push(format!("{}: wanted {}, got {codes:?}", case["name"], case["code"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn catalogues_are_accepted() {
    for (text, count) in [
        (include_str!("../../scopes.toml"), 102),
        (include_str!("../../tests/manifests/itwin.toml"), 13),
        (include_str!("../../tests/manifests/orshot.toml"), 9),
        (include_str!("../../tests/manifests/mendix.toml"), 6),
        (include_str!("../../tests/manifests/auth0.toml"), 2),
    ] {
        let catalog = Catalog::parse(text).unwrap_or_else(|faults| panic!("{faults}"));
        assert_eq!(catalog.scopes().len(), count, "{}", catalog.name());
    }
}
