//! A validated catalogue as a draft: everything that it says, patterns, rules and bundles written out.

use indexmap::IndexMap;
use scopes_manifest::format::{DEFAULT_LOCALE, DEFAULT_MAX_BYTES, SEPARATORS};
use scopes_manifest::{self as manifest, Axis, Catalog, LintSetting, ScopeId, identifier};

use super::values::{DefaultScopes, Deprecation, Lint, Preset, Removed, Scope, System};
use super::{Access, Draft};

impl Draft {
    /// What the catalogue says. Reading [`Draft::to_toml`] again gives the same catalogue.
    #[must_use]
    pub fn of(catalog: &Catalog) -> Self {
        let axes =
            Axis::ALL.into_iter().filter_map(|axis| Some((axis.as_str().to_owned(), catalog.kinds(axis)?.to_vec())));
        Self {
            system: system(catalog),
            kinds: axes.collect(),
            scopes: catalog.scopes().iter().map(|one| (one.name().to_owned(), scope(catalog, one))).collect(),
            removed: catalog.removed().iter().map(removed).collect(),
            presets: catalog.presets().iter().map(|one| preset(catalog, one)).collect(),
            endpoints: catalog
                .endpoints()
                .iter()
                .map(|one| (one.route().to_owned(), access(catalog, one.access())))
                .collect(),
            text: texts(catalog),
            lints: lints(catalog),
            ..Self::new(catalog.name())
        }
    }
}

fn names(catalog: &Catalog, ids: &[ScopeId]) -> Vec<String> {
    crate::names::names(catalog, ids).into_iter().map(str::to_owned).collect()
}

/// The direct inclusions by name. A name with `*` in it would be read as a pattern, and only a pattern of its family can
/// have brought it: that stands for it, and for nothing that is not included already.
fn includes(catalog: &Catalog, ids: &[ScopeId]) -> Vec<String> {
    let mut written: Vec<String> = Vec::with_capacity(ids.len());
    for mut name in names(catalog, ids) {
        if name.contains('*') {
            name.truncate(name.rfind(SEPARATORS).map_or(0, |separator| separator + 1));
            name.push('*');
            // Only a pattern can come twice.
            if written.contains(&name) {
                continue;
            }
        }
        written.push(name);
    }
    written
}

/// The word, unless it is what the format takes where nothing is said.
fn unless_default<T: Copy + PartialEq + Default>(value: T, word: &str) -> Option<String> {
    (value != T::default()).then(|| word.to_owned())
}

fn system(catalog: &Catalog) -> System {
    let words = |delimiters: &[manifest::Delimiter]| delimiters.iter().map(|one| one.as_str().to_owned()).collect();
    let is_usual = catalog.delimiters() == [manifest::Delimiter::Space];
    System {
        name: catalog.name().to_owned(),
        naming: unless_default(catalog.naming(), catalog.naming().as_str()),
        unknown: unless_default(catalog.unknown(), catalog.unknown().as_str()),
        delimiters: (!is_usual).then(|| words(catalog.delimiters())),
        default: catalog.default_scopes().map(|scopes| DefaultScopes::Scopes(names(catalog, scopes))),
        locale: (catalog.locale() != DEFAULT_LOCALE).then(|| catalog.locale().to_owned()),
        locales: (catalog.locales() != [catalog.locale()]).then(|| catalog.locales().to_vec()),
        strip_prefix: catalog.strip_prefix().map(str::to_owned),
        audience_uri: catalog.audience_uri().map(str::to_owned),
        bound_to: catalog.resource_kinds().to_vec(),
        max_bytes: u32::try_from(catalog.max_bytes()).ok().filter(|bytes| *bytes != DEFAULT_MAX_BYTES),
    }
}

fn scope(catalog: &Catalog, scope: &manifest::Scope) -> Scope {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let allowed = |axis| scope.allowed(axis).map(<[String]>::to_vec);
    let derived = identifier::variant(scope.name(), catalog.strip_prefix());
    Scope {
        text: scope.text().to_owned(),
        consent: scope.has_consent().then(|| scope.consent().to_owned()),
        detail: owned(scope.detail()),
        includes: includes(catalog, scope.includes()),
        extends: scope.extends().map(|id| catalog.scope(id).name().to_owned()),
        requires: names(catalog, scope.requires()),
        claims: scope.claims().to_vec(),
        issues: scope.issues().iter().map(|issued| issued.as_str().to_owned()).collect(),
        client: allowed(Axis::Client),
        audience: allowed(Axis::Audience),
        subject: allowed(Axis::Subject),
        grants: allowed(Axis::Grants),
        approval: unless_default(scope.approval(), scope.approval().as_str()),
        sensitivity: unless_default(scope.sensitivity(), scope.sensitivity().as_str()),
        optional: scope.is_optional(),
        kind: scope.is_restriction().then(|| "restriction".to_owned()),
        bound_to: owned(scope.bound_to()),
        aliases: scope.aliases().to_vec(),
        deprecated: scope.deprecation().map(|deprecation| Deprecation {
            since: owned(deprecation.since()),
            replacement: deprecation.replacement().map(|id| catalog.scope(id).name().to_owned()),
            note: owned(deprecation.note()),
            remove_after: owned(deprecation.remove_after()),
        }),
        since: owned(scope.since()),
        group: owned(scope.group()),
        docs: owned(scope.docs()),
        rust: (derived.as_deref() != Ok(scope.variant())).then(|| scope.variant().to_owned()),
    }
}

fn removed(removed: &manifest::Removed) -> (String, Removed) {
    let (version, note) = (removed.since().map(str::to_owned), removed.note().map(str::to_owned));
    (removed.name().to_owned(), Removed { version, note })
}

fn preset(catalog: &Catalog, preset: &manifest::Preset) -> (String, Preset) {
    let text = preset.text().map(str::to_owned);
    (preset.name().to_owned(), Preset { text, scopes: names(catalog, preset.scopes()) })
}

fn access(catalog: &Catalog, access: &manifest::Access) -> Access {
    match access {
        manifest::Access::Public => Access::Public,
        manifest::Access::Authenticated { under } => Access::Authenticated { under: names(catalog, under) },
        manifest::Access::Scopes(needs) => Access::Scopes {
            alternatives: needs.alternatives().iter().map(|scopes| names(catalog, scopes)).collect(),
            under: names(catalog, needs.under()),
        },
    }
}

/// The texts in other languages; those in the language of the manifest are the scopes' own `consent`.
fn texts(catalog: &Catalog) -> IndexMap<String, IndexMap<String, String>> {
    let scopes = catalog.scopes();
    let table = |locale: &str| {
        let texts = scopes
            .iter()
            .filter_map(|one| Some((one.name().to_owned(), catalog.consent(one.id(), locale)?.to_owned())));
        (locale.to_owned(), texts.collect::<IndexMap<_, _>>())
    };
    catalog.translated().into_iter().filter(|locale| *locale != catalog.locale()).map(table).collect()
}

/// Those that the manifest says something of.
fn lints(catalog: &Catalog) -> IndexMap<String, Lint> {
    let settings = catalog.lints().map(|lint| (lint.name().to_owned(), settings(catalog, &lint)));
    settings.filter(|(_, lint)| *lint != Lint::default()).collect()
}

fn settings(catalog: &Catalog, lint: &LintSetting<'_>) -> Lint {
    let level = unless_default(lint.level(), lint.level().as_str());
    let excepted = catalog.scopes().iter().filter(|scope| lint.excepts(scope.id()));
    Lint { level, except: excepted.map(|scope| scope.name().to_owned()).collect() }
}
