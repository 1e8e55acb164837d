//! [`Security`]: what an operation requires, as a document says it (`OpenAPI` 3.1 section 4.8.30).

use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::scope::Scope;
use crate::set::ScopeSet;
use crate::system::Access;

/// The `security` of an operation: a list of objects, one an alternative, each with all scopes of it. It is empty for a
/// public operation, and names the scheme without scopes where any token will do. Written by serde.
///
/// ```
/// # use scopes_demo::Demo;
/// use scopes_runtime::{OAuth2, Requires};
///
/// #[derive(Requires)]
/// #[requires(Demo: any["contacts:write", all["contacts:read", "history:read"]])]
/// struct EditContact;
///
/// let scheme = OAuth2::<Demo>::new("demo")?;
/// assert_eq!(
///     serde_json::to_string(&scheme.security::<EditContact>()).unwrap(),
///     r#"[{"demo":["contacts:write"]},{"demo":["contacts:read","history:read"]}]"#,
/// );
/// # Ok::<(), scopes_runtime::InvalidSchemeName>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Security<'n, S: Scope> {
    scheme: &'n str,
    access: Access<S>,
}

impl<'n, S: Scope> Security<'n, S> {
    pub(super) fn new(scheme: &'n str, access: Access<S>) -> Self {
        Self { scheme, access }
    }

    /// The scopes of each alternative.
    pub(super) fn alternatives(&self) -> Vec<ScopeSet<S>> {
        match self.access {
            Access::Public => Vec::new(),
            Access::Authenticated { .. } => alloc::vec![ScopeSet::EMPTY],
            Access::Scopes(requirement) => requirement.alternatives().collect(),
        }
    }

    #[cfg(feature = "utoipa")]
    pub(super) fn scheme(&self) -> &'n str {
        self.scheme
    }
}

impl<S: Scope> Serialize for Security<'_, S> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        let alternatives = self.alternatives();
        let mut list = serializer.serialize_seq(Some(alternatives.len()))?;
        for scopes in alternatives {
            list.serialize_element(&Alternative { scheme: self.scheme, scopes })?;
        }
        list.end()
    }
}

/// One security requirement object.
struct Alternative<'n, S: Scope> {
    scheme: &'n str,
    scopes: ScopeSet<S>,
}

impl<S: Scope> Serialize for Alternative<'_, S> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        let names: Vec<&str> = self.scopes.iter().map(Scope::as_str).collect();
        let mut object = serializer.serialize_map(Some(1))?;
        object.serialize_entry(self.scheme, &names)?;
        object.end()
    }
}
