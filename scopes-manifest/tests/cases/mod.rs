//! For each code a text that gives it after [`HEAD`]. The tests of the JSON Schema read it as well.

/// How a manifest begins.
pub(crate) const HEAD: &str = "format = 1\n[system]\nname = \"T\"\n";

/// Codes with their texts.
pub(crate) const CASES: &[(&str, &str)] = &[
    ("syntax", "[scopes]\na = \"x\n"),
    ("unknown-key", "[scopes]\nguilds.join = \"x\"\na = \"x\"\n"),
    ("wrong-type", "[scopes]\na = 1\n"),
    ("name-charset", "[scopes]\n\"a b\" = \"x\"\n"),
    ("name-empty", "[scopes]\n\"\" = \"x\"\n"),
    ("name-has-delimiter", "delimiters = [\"space\", \"comma\"]\n[scopes]\n\"a,b\" = \"x\"\n"),
    ("case-clash", "[scopes]\n\"a:read\" = \"x\"\n\"A:Read\" = \"y\"\n"),
    ("duplicate", "[scopes]\na = { text = \"x\", claims = [\"c\", \"c\"] }\n"),
    ("unknown-scope", "[scopes]\na = { text = \"x\", requires = [\"b\"] }\n"),
    ("cycle", "[scopes]\na = { text = \"x\", includes = [\"b\"] }\nb = { text = \"y\", includes = [\"a\"] }\n"),
    ("self-reference", "[scopes]\na = { text = \"x\", extends = \"a\" }\n"),
    ("matches-nothing", "[scopes]\n\"r:all\" = { text = \"x\", includes = [\"r:*\"] }\n"),
    ("bad-pattern", "[scopes]\na = { text = \"x\", includes = [\"r*\"] }\n"),
    ("ident-clash", "[scopes]\n\"a:b\" = \"x\"\na_b = \"y\"\n"),
    ("bad-ident", "[scopes]\nself = \"x\"\n"),
    ("text-missing", "[scopes]\na = { group = \"g\" }\n"),
    ("text-unsafe", "[scopes]\na = \"x\\u200b\"\n"),
    ("bad-kind", "[kinds]\nclient = [\"web\"]\n[scopes]\na = { text = \"x\", client = [\"wbe\"] }\n"),
    ("smuggled", "[scopes]\na = { text = \"x\", includes = [\"b\"] }\nb = { text = \"y\", approval = \"admin\" }\n"),
    ("bad-preset", "[scopes]\na = \"x\"\n[presets]\np = { scopes = [] }\n"),
    ("bad-default", "default = [\"a\"]\n[scopes]\na = { text = \"x\", sensitivity = \"restricted\" }\n"),
    ("bad-endpoint", "[scopes]\na = \"x\"\n[endpoints]\n\"get /\" = \"a\"\n"),
    ("duplicate-endpoint", "[scopes]\na = \"x\"\n[endpoints]\n\"GET /{x}\" = \"a\"\n\"GET /{y}\" = \"a\"\n"),
    ("empty-requirement", "[scopes]\na = \"x\"\n[endpoints]\n\"GET /\" = { public = false }\n"),
    (
        "unsatisfiable",
        "[kinds]\nclient = [\"x\", \"y\"]\n[scopes]\na = { text = \"x\", client = [\"x\"] }\n\
         b = { text = \"y\", client = [\"y\"] }\n[endpoints]\n\"GET /\" = { all = [\"a\", \"b\"] }\n",
    ),
    ("bad-replacement", "[scopes]\na = { text = \"x\", deprecated = { use = \"a\" } }\n"),
    ("removed-name", "[scopes]\na = \"x\"\n[removed]\na = { in = \"2\" }\n"),
    ("restriction-misuse", "[scopes]\na = \"x\"\n[endpoints]\n\"GET /\" = { all = [\"a\"], under = [\"a\"] }\n"),
    ("bad-locale", "[scopes]\na = \"x\"\n[text.de]\nb = \"y\"\n"),
    ("missing-translation", "locales = [\"en\", \"de\"]\n[scopes]\na = \"x\"\n"),
    ("requires-own-closure", "[scopes]\na = { text = \"x\", includes = [\"b\"], requires = [\"b\"] }\nb = \"y\"\n"),
    ("lint", "[scopes]\ncontacts = \"x\"\ncontracts = \"y\"\n[lints]\nnear_duplicate = { level = \"deny\" }\n"),
];
