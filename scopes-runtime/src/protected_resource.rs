//! [`ProtectedResource`]: the metadata that a resource server publishes of itself (RFC 9728).

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;
use core::marker::PhantomData;
use core::net::{Ipv4Addr, Ipv6Addr};

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::system::System;

/// The metadata of a protected resource (RFC 9728 section 2): who it is, which authorization servers it trusts, and the
/// scopes of the manifest. Written by serde; to be served as JSON under [`metadata_url`](Self::metadata_url).
///
/// ```
/// # use scopes_demo::Demo;
/// use scopes_runtime::ProtectedResource;
///
/// let resource = ProtectedResource::<Demo>::new("https://api.example.com/v2")?
///     .authorization_server("https://login.example.com");
/// assert_eq!(
///     resource.metadata_url(),
///     "https://api.example.com/.well-known/oauth-protected-resource/v2",
/// );
/// let document = serde_json::to_value(&resource).unwrap();
/// assert_eq!(document["resource"], "https://api.example.com/v2");
/// assert_eq!(document["scopes_supported"][0], "contacts:read");
/// # Ok::<(), scopes_runtime::InvalidResource>(())
/// ```
pub struct ProtectedResource<M> {
    resource: Cow<'static, str>,
    /// Where in `resource` the path begins.
    path: usize,
    authorization_servers: Vec<Cow<'static, str>>,
    documentation: Option<Cow<'static, str>>,
    system: PhantomData<fn() -> M>,
}

impl<M: System> ProtectedResource<M> {
    /// The resource by its identifier, which is also the `aud` of its tokens (RFC 9068 section 3): an absolute `https`
    /// URI without a fragment. `http` is let in where the host is loopback.
    ///
    /// # Errors
    /// Anything else.
    pub fn new(resource: impl Into<Cow<'static, str>>) -> Result<Self, InvalidResource> {
        let resource = resource.into();
        let Some(path) = path(&resource) else { return Err(InvalidResource(resource)) };
        Ok(Self { resource, path, authorization_servers: Vec::new(), documentation: None, system: PhantomData })
    }

    /// With an authorization server, by its issuer identifier (RFC 8414 section 2).
    #[must_use]
    pub fn authorization_server(mut self, issuer: impl Into<Cow<'static, str>>) -> Self {
        self.authorization_servers.push(issuer.into());
        self
    }

    /// With the URL of documentation for developers.
    #[must_use]
    pub fn documentation(mut self, url: impl Into<Cow<'static, str>>) -> Self {
        self.documentation = Some(url.into());
        self
    }

    /// The resource's identifier.
    #[must_use]
    pub fn resource(&self) -> &str {
        &self.resource
    }

    /// Where the metadata is published (RFC 9728 section 3.1): the `resource_metadata` of a challenge.
    #[must_use]
    pub fn metadata_url(&self) -> String {
        let authority = self.resource.get(..self.path).unwrap_or_default();
        alloc::format!("{authority}{}", self.metadata_path())
    }

    /// The path of that, with the query if the resource has one: what a router serves it under.
    #[must_use]
    pub fn metadata_path(&self) -> String {
        let path = self.resource.get(self.path..).unwrap_or_default();
        // A slash that ends the host is taken away, also before a query.
        let path = if path == "/" || path.starts_with("/?") { path.get(1..).unwrap_or_default() } else { path };
        alloc::format!("/.well-known/oauth-protected-resource{path}")
    }
}

impl<M> Clone for ProtectedResource<M> {
    fn clone(&self) -> Self {
        Self {
            resource: self.resource.clone(),
            path: self.path,
            authorization_servers: self.authorization_servers.clone(),
            documentation: self.documentation.clone(),
            system: PhantomData,
        }
    }
}

impl<M> fmt::Debug for ProtectedResource<M> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("ProtectedResource").field("resource", &self.resource).finish_non_exhaustive()
    }
}

/// Where the path of a resource identifier begins; `None` where the text is none.
fn path(resource: &str) -> Option<usize> {
    let (scheme, rest) = resource.split_once("://")?;
    let authority = rest.find(['/', '?']).unwrap_or(rest.len());
    let host = host(rest.get(..authority)?)?;
    let is_ipv4_loopback = host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback());
    let is_loopback = host == "localhost" || host == "[::1]" || is_ipv4_loopback;
    let is_known = scheme == "https" || (scheme == "http" && is_loopback);
    let is_uri = |byte: u8| byte.is_ascii_graphic() && !b"\"\\<>^`{|}#".contains(&byte);
    let is_escape = |escape: &str| escape.as_bytes().get(..2).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit));
    let is_sound = is_known && rest.bytes().all(is_uri) && rest.split('%').skip(1).all(is_escape);
    is_sound.then_some(resource.len() - rest.len() + authority)
}

/// The host of an authority without user information (RFC 3986 section 3.2).
fn host(authority: &str) -> Option<&str> {
    let end = if authority.starts_with('[') {
        authority.find(']')? + 1
    } else {
        authority.find(':').unwrap_or(authority.len())
    };
    let (host, port) = authority.split_at_checked(end)?;
    let is_port = port.is_empty() || port.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok());
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte);
    let is_address = |address: &str| address.parse::<Ipv6Addr>().is_ok();
    let is_host = match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(address) => is_address(address),
        None => !host.is_empty() && host.bytes().all(is_name),
    };
    (is_port && is_host).then_some(host)
}

impl<M: System> Serialize for ProtectedResource<M> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("resource", &self.resource)?;
        object.serialize_entry("resource_name", M::NAME)?;
        if !self.authorization_servers.is_empty() {
            object.serialize_entry("authorization_servers", &self.authorization_servers)?;
        }
        object.serialize_entry("scopes_supported", &M::scopes_supported())?;
        object.serialize_entry("bearer_methods_supported", &["header"])?;
        if let Some(documentation) = &self.documentation {
            object.serialize_entry("resource_documentation", documentation)?;
        }
        object.end()
    }
}

/// A text that does not identify a protected resource (RFC 9728 section 1.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidResource(Cow<'static, str>);

impl fmt::Display for InvalidResource {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:?} identifies no protected resource: give an absolute URI with https, or http on loopback, \
             and without a fragment",
            self.0
        )
    }
}

impl Error for InvalidResource {}
