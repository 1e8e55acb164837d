//! What the manifest says of asking for scopes, as the runtime's `Policy`.

use proc_macro2::TokenStream;
use quote::quote;
use scopes_manifest::{Approval, Axis, Catalog, Delimiter, Issued, Scope, Sensitivity, UnknownPolicy};

use super::{Input, column};

pub(super) fn value(input: &Input<'_>) -> TokenStream {
    let Input { catalog, private, .. } = input;
    let accepts = |delimiter| catalog.delimiters().contains(&delimiter);
    let (space, comma) = (accepts(Delimiter::Space), accepts(Delimiter::Comma));
    let ignores_unknown = catalog.unknown() == UnknownPolicy::Ignore;
    let default = match catalog.default_scopes() {
        None => quote!(#private::core::option::Option::None),
        Some(scopes) => {
            let mask = column::bits(catalog, |scope| scopes.contains(&scope.id()));
            quote!(#private::core::option::Option::Some(#mask))
        }
    };
    let locale = catalog.locale();
    let translations = catalog.locales().iter().filter(|other| *other != locale).map(|locale| {
        let texts = column::texts(private, catalog, |scope| catalog.consent(scope.id(), locale));
        quote!((#locale, #texts))
    });
    let axes = Axis::ALL.map(|axis| holders(input, axis));
    let approvals = [Approval::Registration, Approval::Admin, Approval::Review]
        .map(|least| column::bits(catalog, |scope| scope.approval() >= least));
    let sensitivities = [Sensitivity::Sensitive, Sensitivity::Restricted]
        .map(|least| column::bits(catalog, |scope| scope.sensitivity() >= least));
    let issues = |issued| column::bits(catalog, move |scope| scope.issues().contains(&issued));
    let (id_token, refresh_token) = (issues(Issued::IdToken), issues(Issued::RefreshToken));
    let resources = column::texts(private, catalog, Scope::bound_to);
    quote! {
        #private::Policy {
            space: #space,
            comma: #comma,
            ignores_unknown: #ignores_unknown,
            default: #default,
            locale: #locale,
            translations: &[#(#translations),*],
            axes: [#(#axes),*],
            approvals: [#(#approvals),*],
            sensitivities: [#(#sensitivities),*],
            id_token: #id_token,
            refresh_token: #refresh_token,
            resources: #resources,
        }
    }
}

/// Who may hold what, on one axis.
fn holders(input: &Input<'_>, axis: Axis) -> TokenStream {
    let Input { catalog, private, .. } = input;
    let limited = column::bits(catalog, |scope| scope.allowed(axis).is_some());
    let kinds = catalog.kinds(axis).unwrap_or_default();
    let allowed = kinds.iter().map(|kind| allowed(catalog, axis, kind));
    quote!(#private::Holders { limited: #limited, kinds: &[#(#kinds),*], allowed: &[#(#allowed),*] })
}

fn allowed(catalog: &Catalog, axis: Axis, kind: &str) -> TokenStream {
    column::bits(catalog, |scope| scope.allowed(axis).is_some_and(|kinds| kinds.iter().any(|allowed| allowed == kind)))
}
