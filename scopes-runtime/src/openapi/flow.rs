//! The flows of a security scheme (`OpenAPI` 3.1 section 4.8.28) and the scopes that each can give.

use alloc::borrow::Cow;
use core::marker::PhantomData;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::ceiling::not_for;
use crate::kind::{Axis, Holder};
use crate::scope::Scope;

pub(super) type Url = Cow<'static, str>;

/// The grant types for which `OpenAPI` has a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum GrantType {
    Implicit,
    Password,
    ClientCredentials,
    AuthorizationCode,
}

impl GrantType {
    /// The flow's key in the document.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Implicit => "implicit",
            Self::Password => "password",
            Self::ClientCredentials => "clientCredentials",
            Self::AuthorizationCode => "authorizationCode",
        }
    }

    /// The `grant_type` of RFC 7591 section 2, by which `[kinds] grants` knows it.
    const fn registered(self) -> &'static str {
        match self {
            Self::Implicit => "implicit",
            Self::Password => "password",
            Self::ClientCredentials => "client_credentials",
            Self::AuthorizationCode => "authorization_code",
        }
    }
}

/// One flow.
#[derive(Clone, Debug)]
pub(super) struct Flow {
    pub(super) grant: GrantType,
    pub(super) authorization_url: Option<Url>,
    pub(super) token_url: Option<Url>,
}

/// The scopes that a token got by this flow may hold, with what a document says of each, in manifest order. Where
/// `[kinds] grants` does not list the flow's grant type, those that are limited to others are left out.
pub(super) fn scopes<S: Scope>(grant: GrantType) -> impl Iterator<Item = (S, Cow<'static, str>)> {
    let holder = Holder::named(Axis::Grants, grant.registered());
    let barred = not_for(&holder, Axis::Grants);
    let scopes = S::ALL.iter().copied().filter(move |scope| !barred.contains(*scope));
    scopes.map(|scope| (scope, describe(scope)))
}

/// `OpenAPI` knows nothing of a scope but its text, so that it is deprecated has to stand there.
fn describe<S: Scope>(scope: S) -> Cow<'static, str> {
    let text = scope.description();
    if scope.is_deprecated() { Cow::Owned(alloc::format!("Deprecated. {text}")) } else { Cow::Borrowed(text) }
}

/// A flow as the document has it.
pub(super) struct FlowObject<'f, S> {
    flow: &'f Flow,
    refresh_url: Option<&'f str>,
    system: PhantomData<S>,
}

impl<'f, S: Scope> FlowObject<'f, S> {
    pub(super) fn new(flow: &'f Flow, refresh_url: Option<&'f str>) -> Self {
        Self { flow, refresh_url, system: PhantomData }
    }
}

impl<S: Scope> Serialize for FlowObject<'_, S> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        let urls = [
            ("authorizationUrl", self.flow.authorization_url.as_deref()),
            ("tokenUrl", self.flow.token_url.as_deref()),
            ("refreshUrl", self.refresh_url),
        ];
        let mut object = serializer.serialize_map(None)?;
        for (key, url) in urls.into_iter().filter_map(|(key, url)| Some((key, url?))) {
            object.serialize_entry(key, url)?;
        }
        object.serialize_entry("scopes", &ScopesObject::<S>(self.flow.grant, PhantomData))?;
        object.end()
    }
}

/// Scope names to texts.
struct ScopesObject<S>(GrantType, PhantomData<S>);

impl<S: Scope> Serialize for ScopesObject<S> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        serializer.collect_map(scopes::<S>(self.0).map(|(scope, text)| (scope.as_str(), text)))
    }
}
