//! [`OAuth2`]: the security scheme of a system (`OpenAPI` 3.1 section 4.8.27).

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;
use core::marker::PhantomData;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::flow::{Flow, FlowObject, GrantType, Url};
use super::security::Security;
use crate::permit::Requires;
use crate::system::{Access, System};

/// The security scheme `oauth2` of a system: its name in the document, and the flows by which a client gets a token.
///
/// ```
/// # use scopes_demo::Demo;
/// use scopes_runtime::OAuth2;
///
/// let scheme = OAuth2::<Demo>::new("demo")?
///     .authorization_code("https://example.com/authorize", "https://example.com/token")
///     .client_credentials("https://example.com/token");
/// let components = serde_json::to_value(scheme.components()).unwrap();
/// let flows = &components["securitySchemes"]["demo"]["flows"];
/// assert_eq!(flows["authorizationCode"]["scopes"]["contacts:read"], "Read contacts.");
/// # Ok::<(), scopes_runtime::InvalidSchemeName>(())
/// ```
///
/// With the feature `utoipa` it is a `Modify`: it adds the scheme to the document, and gives every operation that the
/// manifest's `[endpoints]` list the `security` that they say.
pub struct OAuth2<M> {
    name: Cow<'static, str>,
    pub(super) description: Option<Cow<'static, str>>,
    /// At most one a grant type, in the order of the document.
    pub(super) flows: Vec<Flow>,
    pub(super) refresh_url: Option<Url>,
    system: PhantomData<fn() -> M>,
}

impl<M: System> OAuth2<M> {
    /// A scheme by the name that the document's requirements refer to, as yet without a flow.
    ///
    /// # Errors
    /// A name that no component can have: `OpenAPI` allows ASCII letters, digits, `.`, `-` and `_`.
    pub fn new(name: impl Into<Cow<'static, str>>) -> Result<Self, InvalidSchemeName> {
        let name = name.into();
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte)) {
            return Err(InvalidSchemeName(name));
        }
        Ok(Self { name, description: None, flows: Vec::new(), refresh_url: None, system: PhantomData })
    }

    /// With a description, in `CommonMark`.
    #[must_use]
    pub fn description(mut self, text: impl Into<Cow<'static, str>>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// With the authorization code grant (RFC 6749 section 4.1).
    #[must_use]
    pub fn authorization_code(self, authorization_url: impl Into<Url>, token_url: impl Into<Url>) -> Self {
        self.flow(GrantType::AuthorizationCode, Some(authorization_url.into()), Some(token_url.into()))
    }

    /// With the client credentials grant (RFC 6749 section 4.4).
    #[must_use]
    pub fn client_credentials(self, token_url: impl Into<Url>) -> Self {
        self.flow(GrantType::ClientCredentials, None, Some(token_url.into()))
    }

    /// With the implicit grant (RFC 6749 section 4.2), which RFC 9700 section 2.1.2 advises against.
    #[must_use]
    pub fn implicit(self, authorization_url: impl Into<Url>) -> Self {
        self.flow(GrantType::Implicit, Some(authorization_url.into()), None)
    }

    /// With the resource owner password credentials grant (RFC 6749 section 4.3), which RFC 9700 section 2.4 forbids.
    #[must_use]
    pub fn password(self, token_url: impl Into<Url>) -> Self {
        self.flow(GrantType::Password, None, Some(token_url.into()))
    }

    /// With the URL of refreshed tokens, for all flows.
    #[must_use]
    pub fn refresh_url(mut self, url: impl Into<Url>) -> Self {
        self.refresh_url = Some(url.into());
        self
    }

    fn flow(mut self, grant: GrantType, authorization_url: Option<Url>, token_url: Option<Url>) -> Self {
        self.flows.retain(|flow| flow.grant != grant);
        self.flows.push(Flow { grant, authorization_url, token_url });
        self.flows.sort_by_key(|flow| flow.grant);
        self
    }

    /// The scheme's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The document's `components` with this scheme.
    #[must_use]
    pub fn components(&self) -> Components<'_, M> {
        Components(self)
    }

    /// The `security` of an operation that requires what `R` does.
    #[must_use]
    pub fn security<R: Requires<Scope = M::Scope> + ?Sized>(&self) -> Security<'_, M::Scope> {
        self.security_of(&Access::Scopes(R::REQUIREMENT))
    }

    /// The `security` of an operation with this access, such as that of an endpoint of the manifest.
    #[must_use]
    pub fn security_of(&self, access: &Access<M::Scope>) -> Security<'_, M::Scope> {
        Security::new(&self.name, *access)
    }
}

impl<M> fmt::Debug for OAuth2<M> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("OAuth2").field("name", &self.name).field("flows", &self.flows).finish_non_exhaustive()
    }
}

impl<M> Clone for OAuth2<M> {
    fn clone(&self) -> Self {
        let Self { name, description, flows, refresh_url, system } = self;
        Self {
            name: name.clone(),
            description: description.clone(),
            flows: flows.clone(),
            refresh_url: refresh_url.clone(),
            system: *system,
        }
    }
}

impl<M: System> Serialize for OAuth2<M> {
    /// The security scheme object.
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("type", "oauth2")?;
        if let Some(description) = &self.description {
            object.serialize_entry("description", description)?;
        }
        object.serialize_entry("flows", &Flows(self))?;
        object.end()
    }
}

struct Flows<'o, M>(&'o OAuth2<M>);

impl<M: System> Serialize for Flows<'_, M> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        let refresh_url = self.0.refresh_url.as_deref();
        let flows = self.0.flows.iter();
        serializer.collect_map(flows.map(|flow| (flow.grant.key(), FlowObject::<M::Scope>::new(flow, refresh_url))))
    }
}

/// The `components` of a document: an object with the scheme under `securitySchemes`. Written by serde.
#[derive(Debug)]
pub struct Components<'o, M>(&'o OAuth2<M>);

impl<M: System> Serialize for Components<'_, M> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        let mut components = serializer.serialize_map(Some(1))?;
        components.serialize_entry("securitySchemes", &Schemes(self.0))?;
        components.end()
    }
}

struct Schemes<'o, M>(&'o OAuth2<M>);

impl<M: System> Serialize for Schemes<'_, M> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        let mut schemes = serializer.serialize_map(Some(1))?;
        schemes.serialize_entry(&*self.0.name, self.0)?;
        schemes.end()
    }
}

/// A name that no component of an `OpenAPI` document can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidSchemeName(Cow<'static, str>);

impl fmt::Display for InvalidSchemeName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?} cannot name a security scheme: use ASCII letters, digits, `.`, `-` and `_`", self.0)
    }
}

impl Error for InvalidSchemeName {}
