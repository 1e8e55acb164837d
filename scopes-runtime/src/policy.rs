//! What a manifest says of asking for scopes: the generated data that requests, ceilings and consent are judged by.
//!
//! What comes in: literals written by `scopes-macros`. What goes out: masks and texts by a scope's index. Nothing
//! here is public API: it is reached through `__private`.

use crate::column::Texts;
use crate::words::Words;

/// One system's policy. `W` is `[u64; N]`.
#[derive(Debug)]
pub struct Policy<W: 'static> {
    /// Whether a space may stand between the scopes of a request.
    pub space: bool,
    /// Whether a comma may.
    pub comma: bool,
    /// Whether an unknown scope of a request is left out instead of refusing all of it.
    pub ignores_unknown: bool,
    /// What a request without scopes asks for; `None` refuses it.
    pub default: Option<W>,
    /// The language of the texts.
    pub locale: &'static str,
    /// Consent texts in other languages.
    pub translations: &'static [(&'static str, Texts)],
    /// Who may hold what, in the order of [`Axis`](crate::Axis).
    pub axes: [Holders<W>; 4],
    /// Scopes that take at least the approval `registration`, `admin`, `review`.
    pub approvals: [W; 3],
    /// Scopes that are at least `sensitive`, `restricted`.
    pub sensitivities: [W; 2],
    /// Scopes because of which an ID token is issued.
    pub id_token: W,
    /// Scopes because of which a refresh token is issued.
    pub refresh_token: W,
    /// The kind of resource that scopes are granted for.
    pub resources: Texts,
}

/// Who may hold scopes, on one axis.
#[derive(Debug)]
pub struct Holders<W: 'static> {
    /// The scopes that not all kinds may hold.
    pub limited: W,
    /// The kinds, as the manifest lists them.
    pub kinds: &'static [&'static str],
    /// What each kind may hold of those.
    pub allowed: &'static [W],
}

impl<W: Words> Policy<W> {
    /// Strict and without exceptions: what holds where a manifest says nothing.
    pub const STRICT: Self = Self {
        space: true,
        comma: false,
        ignores_unknown: false,
        default: None,
        locale: "en",
        translations: &[],
        axes: [Holders::ALL, Holders::ALL, Holders::ALL, Holders::ALL],
        approvals: [W::EMPTY; 3],
        sensitivities: [W::EMPTY; 2],
        id_token: W::EMPTY,
        refresh_token: W::EMPTY,
        resources: Texts::NONE,
    };
}

impl<W: Words> Holders<W> {
    /// Every kind may hold every scope.
    pub const ALL: Self = Self { limited: W::EMPTY, kinds: &[], allowed: &[] };
}
