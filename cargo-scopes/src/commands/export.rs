//! `export`: the manifest as a document that others read.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::ManifestArgument;
use crate::console::Console;
use crate::export::{self, Document, Missing};
use crate::failure::{Failure, Outcome};
use crate::files;

/// Write the manifest as a document that others read.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cargo scopes export html -o scopes.html\n  cargo scopes export openapi --components-only \
                  --grant client_credentials --token-url https://login.example.com/token"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    format: Format,
}

/// Where the manifest is, and where the document goes.
#[derive(Debug, Args)]
struct Files {
    /// The manifest, as with `--manifest`.
    #[arg(value_name = "FILE", conflicts_with = "manifest")]
    file: Option<PathBuf>,
    #[command(flatten)]
    manifest: ManifestArgument,
    /// The file to write, as a whole or not at all; without it the standard output.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Format {
    /// An OpenAPI 3.1 document: the security scheme, and the endpoints with what they require.
    #[command(after_help = "Example:\n  cargo scopes export openapi --api-version 4.2.0 --grant authorization_code \
                      --authorization-url https://login.example.com/authorize --token-url https://login.example.com/token")]
    Openapi(Box<OpenApi>),
    /// The metadata of the authorization server (RFC 8414).
    #[command(after_help = "Example:\n  cargo scopes export authorization-server --issuer https://login.example.com \
                      --grant client_credentials --token-url https://login.example.com/token")]
    AuthorizationServer(Box<AuthorizationServer>),
    /// The metadata of the protected resource (RFC 9728).
    #[command(after_help = "Example:\n  cargo scopes export protected-resource --resource https://api.example.com \
                      --authorization-server https://login.example.com")]
    ProtectedResource(Box<ProtectedResource>),
    /// A table of the scopes and one of the endpoints.
    #[command(after_help = "Example:\n  cargo scopes export markdown -o SCOPES.md")]
    Markdown(Files),
    /// One page with a search, inclusion as a tree and a preview of consent; it loads nothing.
    #[command(after_help = "Example:\n  cargo scopes export html -o scopes.html")]
    Html(Files),
    /// The manifest itself, with everything written out.
    #[command(after_help = "Example:\n  cargo scopes export json | jq '.scopes | keys'")]
    Json(Files),
    /// The names as a type with their texts, and what the endpoints take.
    #[command(after_help = "Example:\n  cargo scopes export typescript -o web/src/scopes.ts")]
    Typescript(Files),
}

#[derive(Debug, Args)]
struct OpenApi {
    #[command(flatten)]
    files: Files,
    /// The version of the API that the document describes.
    #[arg(long, value_name = "VERSION")]
    api_version: Option<String>,
    /// What the security scheme is called.
    #[arg(long, value_name = "NAME", default_value = "oauth2")]
    scheme: String,
    /// A grant type that gets a flow; without any those of `[kinds] grants`; may be repeated.
    #[arg(long = "grant", value_name = "TYPE")]
    grants: Vec<String>,
    /// Where the user authorizes.
    #[arg(long, value_name = "URL", value_parser = url)]
    authorization_url: Option<String>,
    /// Where tokens are issued.
    #[arg(long, value_name = "URL", value_parser = url)]
    token_url: Option<String>,
    /// Where tokens are refreshed, if not there.
    #[arg(long, value_name = "URL", value_parser = url)]
    refresh_url: Option<String>,
    /// The discovery document of an OpenID provider, which then stands for all flows.
    #[arg(long, value_name = "URL", value_parser = url, conflicts_with_all = ["grants", "authorization_url", "token_url", "refresh_url"])]
    oidc_url: Option<String>,
    /// Only what belongs under `components`.
    #[arg(long)]
    components_only: bool,
}

#[derive(Debug, Args)]
struct AuthorizationServer {
    #[command(flatten)]
    files: Files,
    /// The server's identifier.
    #[arg(long, value_name = "URL", value_parser = url)]
    issuer: String,
    /// Where the user authorizes.
    #[arg(long, value_name = "URL", value_parser = url)]
    authorization_url: Option<String>,
    /// Where tokens are issued.
    #[arg(long, value_name = "URL", value_parser = url)]
    token_url: Option<String>,
    /// Where the server's keys are.
    #[arg(long, value_name = "URL", value_parser = url)]
    jwks_url: Option<String>,
    /// Where clients register.
    #[arg(long, value_name = "URL", value_parser = url)]
    registration_url: Option<String>,
    /// Where tokens are revoked.
    #[arg(long, value_name = "URL", value_parser = url)]
    revocation_url: Option<String>,
    /// Where tokens are looked up.
    #[arg(long, value_name = "URL", value_parser = url)]
    introspection_url: Option<String>,
    /// Documentation for developers.
    #[arg(long, value_name = "URL", value_parser = url)]
    documentation: Option<String>,
    /// A grant type that is supported; without any those of `[kinds] grants`; may be repeated.
    #[arg(long = "grant", value_name = "TYPE")]
    grants: Vec<String>,
    /// A value of `response_type`, where the grant types do not tell; may be repeated.
    #[arg(long = "response-type", value_name = "TYPE")]
    response_types: Vec<String>,
}

#[derive(Debug, Args)]
struct ProtectedResource {
    #[command(flatten)]
    files: Files,
    /// The resource's identifier, where it is not `audience_uri` of the manifest.
    #[arg(long, value_name = "URL", value_parser = url)]
    resource: Option<String>,
    /// The issuer of an authorization server that it trusts; may be repeated.
    #[arg(long = "authorization-server", value_name = "URL", value_parser = url)]
    authorization_servers: Vec<String>,
    /// How it takes tokens; may be repeated.
    #[arg(long = "bearer-method", value_name = "METHOD", value_parser = ["header", "body", "query"])]
    bearer_methods: Vec<String>,
    /// Documentation for developers.
    #[arg(long, value_name = "URL", value_parser = url)]
    documentation: Option<String>,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let files = arguments.format.files();
    let named = files.file.as_ref().or(files.manifest.manifest.as_ref()).cloned();
    let catalog = ManifestArgument { manifest: named }.load(console)?.catalog;
    let text = match &arguments.format {
        Format::Markdown(_) => export::markdown(&catalog),
        Format::Html(_) => export::html(&catalog),
        Format::Json(_) => export::json(&catalog),
        Format::Typescript(_) => export::typescript(&catalog),
        Format::Openapi(one) => told(export::openapi(&catalog, &one.options()), console)?,
        Format::AuthorizationServer(one) => told(export::authorization_server(&catalog, &one.server()), console)?,
        Format::ProtectedResource(one) => told(export::protected_resource(&catalog, &one.resource()), console)?,
    };
    match &files.output {
        Some(path) => files::document(path, &text)?,
        None => console.print(&text)?,
    }
    Ok(Outcome::Fine)
}

/// A URL of an option.
fn url(text: &str) -> Result<String, &'static str> {
    if export::url::is_absolute(text) {
        Ok(text.to_owned())
    } else {
        Err("write an absolute URL, such as https://login.example.com")
    }
}

/// The document's text; what it has no words for is told.
fn told(document: Result<Document, Missing>, console: &mut Console<'_>) -> Result<String, Failure> {
    let document = document.map_err(|missing| Failure::with_help(missing.to_string(), missing.help()))?;
    for sentence in &document.unsaid {
        console.tell(&format!("note: {sentence}\n"))?;
    }
    Ok(format!("{document}\n"))
}

impl Format {
    fn files(&self) -> &Files {
        match self {
            Self::Markdown(files) | Self::Html(files) | Self::Json(files) | Self::Typescript(files) => files,
            Self::Openapi(one) => &one.files,
            Self::AuthorizationServer(one) => &one.files,
            Self::ProtectedResource(one) => &one.files,
        }
    }
}

impl OpenApi {
    fn options(&self) -> export::OpenApiOptions {
        export::OpenApiOptions {
            version: self.api_version.clone(),
            scheme: Some(self.scheme.clone()),
            grants: self.grants.clone(),
            authorization_url: self.authorization_url.clone(),
            token_url: self.token_url.clone(),
            refresh_url: self.refresh_url.clone(),
            oidc_url: self.oidc_url.clone(),
            components_only: self.components_only,
        }
    }
}

impl AuthorizationServer {
    fn server(&self) -> export::Server {
        export::Server {
            issuer: self.issuer.clone(),
            authorization_endpoint: self.authorization_url.clone(),
            token_endpoint: self.token_url.clone(),
            jwks_uri: self.jwks_url.clone(),
            registration_endpoint: self.registration_url.clone(),
            revocation_endpoint: self.revocation_url.clone(),
            introspection_endpoint: self.introspection_url.clone(),
            service_documentation: self.documentation.clone(),
            grants: self.grants.clone(),
            response_types: self.response_types.clone(),
        }
    }
}

impl ProtectedResource {
    fn resource(&self) -> export::Resource {
        export::Resource {
            resource: self.resource.clone(),
            authorization_servers: self.authorization_servers.clone(),
            bearer_methods: self.bearer_methods.clone(),
            documentation: self.documentation.clone(),
        }
    }
}
