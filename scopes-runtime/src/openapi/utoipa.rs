//! The scheme and the requirements in a document that `utoipa` makes.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use ::utoipa::openapi::path::{Operation, PathItem};
use ::utoipa::openapi::security as document;
use ::utoipa::openapi::{Components, OpenApi};

use super::flow::{self, Flow, GrantType};
use super::scheme::OAuth2;
use super::security::Security;
use crate::routes::{self, Routes};
use crate::scope::Scope;
use crate::system::System;

impl<M: System> ::utoipa::Modify for OAuth2<M> {
    /// Adds the scheme, and sets the `security` of every operation that the manifest's `[endpoints]` list. The others
    /// stay as they are: the parity test finds them.
    fn modify(&self, openapi: &mut OpenApi) {
        let components = openapi.components.get_or_insert_with(Components::new);
        components.add_security_scheme(self.name(), document::SecurityScheme::from(self));
        let routes = Routes::<M::Scope>::new();
        for (path, item) in &mut openapi.paths.paths {
            for (method, operation) in operations(item) {
                if let Some(endpoint) = routes::with_method(routes.at_documented(path), method) {
                    operation.security = Some(self.security_of(endpoint.access()).into());
                }
            }
        }
    }
}

/// The operations of a path with their methods.
fn operations(item: &mut PathItem) -> impl Iterator<Item = (&str, &mut Operation)> {
    let fixed = [
        ("GET", &mut item.get),
        ("PUT", &mut item.put),
        ("POST", &mut item.post),
        ("DELETE", &mut item.delete),
        ("OPTIONS", &mut item.options),
        ("HEAD", &mut item.head),
        ("PATCH", &mut item.patch),
        ("TRACE", &mut item.trace),
        ("QUERY", &mut item.query),
    ];
    let fixed = fixed.into_iter().filter_map(|(method, operation)| Some((method, operation.as_mut()?)));
    fixed.chain(item.additional_operations.iter_mut().map(|(method, operation)| (method.as_str(), operation)))
}

impl<S: Scope> From<Security<'_, S>> for Vec<document::SecurityRequirement> {
    /// One requirement an alternative.
    fn from(security: Security<'_, S>) -> Self {
        let names = |scopes: crate::ScopeSet<S>| scopes.iter().map(Scope::as_str);
        let alternatives = security.alternatives().into_iter();
        alternatives.map(|scopes| document::SecurityRequirement::new(security.scheme(), names(scopes))).collect()
    }
}

impl<M: System> From<&OAuth2<M>> for document::SecurityScheme {
    fn from(scheme: &OAuth2<M>) -> Self {
        let refresh_url = scheme.refresh_url.as_deref();
        let mut oauth2 = document::OAuth2::new(scheme.flows.iter().map(|flow| of_flow::<M::Scope>(flow, refresh_url)));
        oauth2.description = scheme.description.as_deref().map(ToString::to_string);
        Self::OAuth2(oauth2)
    }
}

fn of_flow<S: Scope>(flow: &Flow, refresh_url: Option<&str>) -> document::Flow {
    let scopes = flow::scopes::<S>(flow.grant).map(|(scope, text)| (String::from(scope.as_str()), text.into_owned()));
    let scopes = scopes.collect::<document::Scopes>();
    let url = |url: &Option<flow::Url>| String::from(url.as_deref().unwrap_or_default());
    let (authorization, token) = (url(&flow.authorization_url), url(&flow.token_url));
    let refresh_url = refresh_url.map(String::from);
    match flow.grant {
        GrantType::Implicit => {
            let mut implicit = document::Implicit::new(authorization, scopes);
            implicit.refresh_url = refresh_url;
            document::Flow::Implicit(implicit)
        }
        GrantType::Password => {
            let mut password = document::Password::new(token, scopes);
            password.refresh_url = refresh_url;
            document::Flow::Password(password)
        }
        GrantType::ClientCredentials => {
            let mut credentials = document::ClientCredentials::new(token, scopes);
            credentials.refresh_url = refresh_url;
            document::Flow::ClientCredentials(credentials)
        }
        GrantType::AuthorizationCode => {
            let mut code = document::AuthorizationCode::new(authorization, token, scopes);
            code.refresh_url = refresh_url;
            document::Flow::AuthorizationCode(code)
        }
    }
}
