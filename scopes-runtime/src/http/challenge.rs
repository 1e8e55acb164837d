//! [`Challenge`]: the answer to a request whose token does not do (RFC 6750 section 3).
//!
//! What comes in: a [`Denied`], or the kind of error. What goes out: a status and one `WWW-Authenticate` header, made
//! of names from the manifest and of texts that the server wrote. Nothing that a client sent has a way in.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use core::fmt::{self, Write};

use ::http::header::WWW_AUTHENTICATE;
use ::http::{HeaderValue, Response, StatusCode};

use super::quoted::{self, NotQuotable};
use crate::denied::Denied;
use crate::granted::Granted;
use crate::requirement::Requirement;
use crate::scope::Scope;
use crate::set::ScopeSet;

/// The error codes of RFC 6750 section 3.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BearerError {
    /// `invalid_request`, 400: the credentials are malformed, or given more than once.
    InvalidRequest,
    /// `invalid_token`, 401: expired, revoked, malformed, or not for this resource.
    InvalidToken,
    /// `insufficient_scope`, 403: valid, and not enough for this operation.
    InsufficientScope,
}

impl BearerError {
    /// The code as it stands in the header.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InvalidRequest => "invalid_request",
            Self::InvalidToken => "invalid_token",
            Self::InsufficientScope => "insufficient_scope",
        }
    }

    /// The status that goes with it.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match self {
            Self::InvalidRequest => StatusCode::BAD_REQUEST,
            Self::InvalidToken => StatusCode::UNAUTHORIZED,
            Self::InsufficientScope => StatusCode::FORBIDDEN,
        }
    }
}

impl fmt::Display for BearerError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

/// A refusal with what the client needs to know to do better: RFC 6750 section 3, and `resource_metadata` of RFC 9728
/// section 5.1.
///
/// ```
/// # use scopes_demo::{Demo, Scope};
/// use scopes_runtime::{Challenge, Granted};
///
/// let granted = Granted::<Scope>::parse("contacts:read")?;
/// let denied = granted.check(&Demo!(all["contacts:read", "history:read"])).unwrap_err();
/// let challenge = Challenge::insufficient_scope(&denied);
/// assert_eq!(challenge.status(), 403);
/// assert_eq!(
///     challenge.header_value(),
///     "Bearer error=\"insufficient_scope\", error_description=\"missing: history:read\", \
///      scope=\"contacts:read history:read\"",
/// );
/// # Ok::<(), scopes_runtime::ParseError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    error: Option<BearerError>,
    realm: Option<Cow<'static, str>>,
    description: Option<Cow<'static, str>>,
    scope: Option<String>,
    resource_metadata: Option<Cow<'static, str>>,
}

impl Challenge {
    const fn new(error: Option<BearerError>) -> Self {
        Self { error, realm: None, description: None, scope: None, resource_metadata: None }
    }

    /// 401 to a request without credentials. It has no error code, for nothing was wrong (RFC 6750 section 3.1).
    #[must_use]
    pub const fn unauthenticated() -> Self {
        Self::new(None)
    }

    /// 400: malformed credentials.
    #[must_use]
    pub const fn invalid_request() -> Self {
        Self::new(Some(BearerError::InvalidRequest))
    }

    /// 401: a token that does not hold.
    #[must_use]
    pub const fn invalid_token() -> Self {
        Self::new(Some(BearerError::InvalidToken))
    }

    /// 403: `scope` names what the operation needs, the alternative that the token is nearest to, with all that this
    /// requires in turn; the description says what is missing, or which restriction denies.
    #[must_use]
    pub fn insufficient_scope<S: Scope>(denied: &Denied<S>) -> Self {
        let (missing, restrictions) = (denied.missing(), denied.restrictions());
        let mut challenge = Self::restricted(&restrictions);
        if restrictions.is_empty() {
            challenge.description = Some(if missing.is_empty() {
                Cow::Borrowed("not granted for this resource")
            } else {
                describe_missing(&missing).into()
            });
        }
        challenge.scope = Some(denied.needed().to_string());
        challenge
    }

    /// 403 to a token that holds restrictions that the operation does not honour.
    pub(crate) fn restricted<S: Scope>(restrictions: &ScopeSet<S>) -> Self {
        let mut challenge = Self::new(Some(BearerError::InsufficientScope));
        challenge.description = Some(alloc::format!("not allowed to a token restricted by {restrictions}").into());
        challenge
    }

    /// Names in `scope` what an operation needs, for a client that holds nothing yet.
    #[must_use]
    pub fn requiring<S: Scope>(mut self, requirement: &Requirement<S>) -> Self {
        self.scope = Some(Denied::new(*requirement, &Granted::default()).needed().to_string());
        self
    }

    /// Says why, in the server's own words. A text that cannot stand between quotes is left out, for it would break the
    /// header; and so is an empty one, which RFC 6749 appendix A.8 does not know.
    pub(crate) fn because(mut self, description: Option<&'static str>) -> Self {
        self.description = description.filter(|text| !text.is_empty() && quoted::is_quotable(text)).map(Cow::Borrowed);
        self
    }

    /// With a description for developers, which is the program's own text.
    ///
    /// # Errors
    /// A text that is empty or cannot stand between quotes.
    pub fn with_description(mut self, description: &'static str) -> Result<Self, NotQuotable> {
        self.description = Some(Cow::Borrowed(quoted::quotable("error_description", description)?));
        Ok(self)
    }

    /// With the protection space (RFC 9110 section 11.5).
    ///
    /// # Errors
    /// A text that is empty or cannot stand between quotes.
    pub fn with_realm(mut self, realm: impl Into<Cow<'static, str>>) -> Result<Self, NotQuotable> {
        let realm = realm.into();
        quoted::quotable("realm", &realm)?;
        self.realm = Some(realm);
        Ok(self)
    }

    /// With the URL of the protected resource's metadata (RFC 9728 section 5.1).
    ///
    /// # Errors
    /// Anything but an `https` or `http` URL.
    pub fn with_resource_metadata(mut self, url: impl Into<Cow<'static, str>>) -> Result<Self, NotQuotable> {
        let url = url.into();
        quoted::uri("resource_metadata", &url)?;
        self.resource_metadata = Some(url);
        Ok(self)
    }

    /// The same challenge with the realm and the metadata of `server`, where it has none of its own.
    #[cfg(feature = "tower")]
    pub(crate) fn completed_by(mut self, server: &Self) -> Self {
        self.realm = self.realm.or_else(|| server.realm.clone());
        self.resource_metadata = self.resource_metadata.or_else(|| server.resource_metadata.clone());
        self
    }

    /// The error code; `None` where there were no credentials.
    #[must_use]
    pub const fn error(&self) -> Option<BearerError> {
        self.error
    }

    /// The scopes that the operation needs, as a scope string.
    #[must_use]
    pub fn scope(&self) -> Option<&str> {
        self.scope.as_deref()
    }

    /// 400, 401 or 403.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self.error {
            None => StatusCode::UNAUTHORIZED,
            Some(error) => error.status(),
        }
    }

    /// The value of `WWW-Authenticate`.
    #[must_use]
    pub fn header_value(&self) -> HeaderValue {
        // All parts are printable ASCII, so the text is always a header's value. Were it not, the scheme alone is
        // still a challenge.
        HeaderValue::try_from(self.to_string()).unwrap_or_else(|_| HeaderValue::from_static("Bearer"))
    }

    /// The whole answer, with an empty body.
    #[must_use]
    pub fn into_response<B: Default>(self) -> Response<B> {
        let mut response = Response::new(B::default());
        *response.status_mut() = self.status();
        response.headers_mut().insert(WWW_AUTHENTICATE, self.header_value());
        // Read by the layer `Authenticate`, which knows the realm and the metadata.
        response.extensions_mut().insert(self);
        response
    }
}

/// The names, as long as they are few: `scope` has all that are needed, and servers limit the length of headers.
fn describe_missing<S: Scope>(missing: &ScopeSet<S>) -> String {
    const LONGEST: usize = 1024;
    let description = alloc::format!("missing: {missing}");
    if description.len() > LONGEST { alloc::format!("missing: {} scopes", missing.len()) } else { description }
}

impl fmt::Display for Challenge {
    /// The value of `WWW-Authenticate`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Bearer")?;
        let parameters = [
            ("realm", self.realm.as_deref()),
            ("error", self.error.map(BearerError::as_str)),
            ("error_description", self.description.as_deref()),
            ("scope", self.scope.as_deref()),
            ("resource_metadata", self.resource_metadata.as_deref()),
        ];
        let mut separator = ' ';
        for (name, value) in parameters.into_iter().filter_map(|(name, value)| Some((name, value?))) {
            formatter.write_char(separator)?;
            if separator == ',' {
                formatter.write_char(' ')?;
            }
            write!(formatter, "{name}=\"{value}\"")?;
            separator = ',';
        }
        Ok(())
    }
}
