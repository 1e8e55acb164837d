//! Every kind of change there is has an example: a list that is as long as `Kind::ALL`.

use std::collections::BTreeSet;

use cargo_scopes::change::{Kind, between};
use scopes_manifest::Catalog;

use super::kinds::OLD;

/// Parts of the manifest of `kinds`, and what stands there instead.
type Replaced = [(&'static str, &'static str)];

const RETIRED: (&str, &str) = ("[presets]", "[removed]\nold = { in = \"1\" }\n[presets]");
const WITHOUT_LIST: [(&str, &str); 3] = [
    ("\"list\" = { text = \"List.\", client = [\"web\"], optional = true }\n", ""),
    ("\"list\" = \"Auflisten.\"\n", ""),
    ("[\"write\", [\"read\", \"list\"]]", "[\"write\"]"),
];
const WITH_NEW: [(&str, &str); 2] =
    [("[scopes]", "[scopes]\nnew = \"New.\""), ("[text.de]", "[text.de]\nnew = \"Neu.\"")];

const EXAMPLES: &[(Kind, &Replaced)] = &[
    (Kind::ScopeAdded, &WITH_NEW),
    (Kind::ScopeRemoved, &WITHOUT_LIST),
    (
        Kind::ScopeRenamed,
        &[
            ("\"list\" = { text = \"List.\",", "\"index\" = { text = \"List.\", aliases = [\"list\"],"),
            ("\"read\", \"list\"", "\"read\", \"index\""),
            ("\"list\" = \"Auflisten.\"", "\"index\" = \"Auflisten.\""),
        ],
    ),
    (
        Kind::ScopeRestated,
        &[
            ("\"List.\"", "\"List.\", extends = \"read\", claims = [\"email\"]"),
            ("\"Read.\"", "{ text = \"Read.\", claims = [\"email\"] }"),
        ],
    ),
    (Kind::AliasAdded, &[("aliases = [\"put\"]", "aliases = [\"put\", \"set\"]")]),
    (Kind::AliasRemoved, &[(", aliases = [\"put\"]", "")]),
    (Kind::AliasMoved, &[(", aliases = [\"put\"]", ""), ("\"Read.\"", "{ text = \"Read.\", aliases = [\"put\"] }")]),
    (Kind::Identifier, &[("text = \"List.\"", "text = \"List.\", rust = \"Index\"")]),
    (Kind::Deprecation, &[("optional = true", "optional = true, deprecated = true")]),
    (Kind::Extends, &[("text = \"List.\"", "text = \"List.\", extends = \"read\"")]),
    (Kind::Optional, &[(", optional = true", "")]),
    (Kind::RemovedList, &[RETIRED]),
    (Kind::Authority, &[("client = [\"web\"], ", "")]),
    (Kind::Calls, &[("/{id}\" = \"read\"", "/{id}\" = \"list\"")]),
    (Kind::CallsNew, &[("\"PUT /x\"", "\"GET /y\" = \"list\"\n\"PUT /x\"")]),
    (Kind::EndpointAdded, &[WITH_NEW[0], WITH_NEW[1], ("\"PUT /x\"", "\"GET /y\" = \"new\"\n\"PUT /x\"")]),
    (Kind::EndpointRemoved, &[("\"GET /x/{id}\" = \"read\"\n", "")]),
    (Kind::EndpointRenamed, &[("/{id}", "/{name}")]),
    (Kind::EndpointExtended, &[WITH_NEW[0], WITH_NEW[1], ("[\"write\",", "[\"write\", \"new\",")]),
    (Kind::EndpointReduced, &WITHOUT_LIST),
    (Kind::EndpointRestated, &[("/{id}\" = \"read\"", "/{id}\" = { any = [\"read\", \"write\"] }")]),
    (Kind::PresetAdded, &[("[presets]", "[presets]\nsome = { scopes = [\"read\"] }")]),
    (Kind::PresetRemoved, &[("all = { text = \"All.\", scopes = [\"read\", \"write\"] }\n", "")]),
    (Kind::PresetChanged, &[("scopes = [\"read\", \"write\"]", "scopes = [\"read\"]")]),
    (Kind::Default, &[("default = [\"read\"]\n", "")]),
    (Kind::Unknown, &[("default =", "unknown = \"ignore\"\ndefault =")]),
    (Kind::AudienceUri, &[("default =", "audience_uri = \"https://a.example\"\ndefault =")]),
    (Kind::ValueAdded, &[("[\"web\", \"desktop\"]", "[\"web\", \"desktop\", \"watch\"]")]),
    (Kind::ValueRemoved, &[("[\"web\", \"desktop\"]", "[\"web\"]")]),
    (Kind::System, &[("name = \"t\"", "name = \"u\"")]),
    (Kind::Text, &[("\"Read.\"", "\"Read all.\"")]),
    (Kind::Lint, &[("[presets]", "[lints]\nnaming = { level = \"deny\" }\n[presets]")]),
];

#[test]
fn every_kind_has_an_example() {
    for (kind, replaced) in EXAMPLES {
        let mut new = OLD.to_owned();
        for (from, to) in *replaced {
            assert!(new.contains(from), "{from}");
            new = new.replacen(from, to, 1);
        }
        let mut old = OLD.to_owned();
        if *kind == Kind::ScopeRestated {
            // The claim comes from the scope that is extended, then from both.
            old = new.replace(", extends = \"read\", claims = [\"email\"]", ", extends = \"read\"");
        }
        let [old, new] = [old, new].map(|text| Catalog::parse(&text).map_err(|faults| faults.to_string()).unwrap());
        let changes = between(&old, &new);
        assert!(changes.iter().any(|change| change.kind() == *kind), "{}: {changes:?}", kind.as_str());
    }
    let shown: BTreeSet<Kind> = EXAMPLES.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(shown, Kind::ALL.iter().copied().collect());
    let words: BTreeSet<&str> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
    assert_eq!(words.len(), Kind::ALL.len());
}
