//! What stands under `#[derive(Scopes)]`: the marker and its `#[scopes(…)]`.
//!
//! Read twice: by the derive, so that mistakes are reported once and in place, and again by the macro that it
//! expands to.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use scopes_manifest::Axis;
use syn::ext::IdentExt as _;
use syn::meta::ParseNestedMeta;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned as _;
use syn::{Data, DeriveInput, Error, Fields, LitStr, Path, Result, Visibility, parse_quote};

use crate::expand::axis_variant;

/// A marker struct with its options.
pub(crate) struct Marker {
    pub(crate) ident: Ident,
    pub(crate) visibility: Visibility,
    pub(crate) manifest: LitStr,
    pub(crate) scope: Ident,
    pub(crate) set: Ident,
    /// The enums of the axes, in the order of `Axis::ALL`.
    kinds: [Ident; 4],
    /// The module of the marker, `crate` at the root.
    pub(crate) module: Path,
    /// The runtime crate.
    pub(crate) runtime: Path,
}

impl Parse for Marker {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        Self::from_input(DeriveInput::parse(input)?)
    }
}

impl Marker {
    pub(crate) fn from_input(input: DeriveInput) -> Result<Self> {
        let is_unit = matches!(&input.data, Data::Struct(data) if matches!(data.fields, Fields::Unit));
        if !is_unit || !input.generics.params.is_empty() {
            let message = "`Scopes` is derived for a unit struct that stands for the system: `pub struct Sipgate;`";
            return Err(Error::new(input.ident.span(), message));
        }
        let (mut manifest, mut seen) = (None, Vec::new());
        let mut marker = Self {
            ident: input.ident.clone(),
            visibility: input.vis,
            manifest: LitStr::new("", Span::call_site()),
            scope: Ident::new("Scope", Span::call_site()),
            set: Ident::new("ScopeSet", Span::call_site()),
            kinds: Axis::ALL.map(|axis| Ident::new(&axis_variant(axis), Span::call_site())),
            module: parse_quote!(crate),
            runtime: parse_quote!(::scopes_runtime),
        };
        for attribute in input.attrs.iter().filter(|attribute| attribute.path().is_ident("scopes")) {
            attribute.parse_nested_meta(|meta| marker.read_key(&meta, &mut manifest, &mut seen))?;
        }
        let message = "say where the manifest is, relative to the folder of Cargo.toml: \
                       `#[scopes(manifest = \"scopes.toml\")]`";
        marker.manifest = manifest.ok_or_else(|| Error::new(input.ident.span(), message))?;
        Ok(marker)
    }

    fn read_key(
        &mut self,
        meta: &ParseNestedMeta<'_>,
        manifest: &mut Option<LitStr>,
        seen: &mut Vec<String>,
    ) -> Result<()> {
        let key = meta.path.require_ident()?.to_string();
        if seen.contains(&key) {
            return Err(meta.error(format!("`{key}` stands twice")));
        }
        match key.as_str() {
            "manifest" => *manifest = Some(meta.value()?.parse()?),
            "scope" => self.scope = meta.value()?.parse()?,
            "set" => self.set = meta.value()?.parse()?,
            "client" => self.kinds[Axis::Client as usize] = meta.value()?.parse()?,
            "audience" => self.kinds[Axis::Audience as usize] = meta.value()?.parse()?,
            "subject" => self.kinds[Axis::Subject as usize] = meta.value()?.parse()?,
            "grants" => self.kinds[Axis::Grants as usize] = meta.value()?.parse()?,
            "path" => self.module = module_path(meta)?,
            "crate" => self.runtime = Path::parse_mod_style(meta.value()?)?,
            _ => {
                let known = ["manifest", "scope", "set", "client", "audience", "subject", "grants", "path", "crate"];
                let advice = scopes_manifest::spelling::nearest(&key, known).map_or_else(
                    || format!("known are {}", known.join(", ")),
                    |near| format!("did you mean `{near}`?"),
                );
                return Err(meta.error(format!("unknown key `{key}`; {advice}")));
            }
        }
        seen.push(key);
        Ok(())
    }

    /// The name of the enum of an axis.
    pub(crate) fn kind(&self, axis: Axis) -> &Ident {
        &self.kinds[axis as usize]
    }

    /// The module's segments after `crate`.
    pub(crate) fn module_segments(&self) -> impl Iterator<Item = &Ident> {
        self.module.segments.iter().skip(1).map(|segment| &segment.ident)
    }

    /// The name of an item that is generated once for each marker and must not meet another's.
    pub(crate) fn hidden(&self, prefix: &str) -> Ident {
        let mut name = prefix.to_owned();
        for part in self.module_segments().chain([&self.ident]) {
            name.push('_');
            name.push_str(&part.unraw().to_string());
        }
        Ident::new(&name, Span::call_site())
    }

    /// `::scopes_runtime::__private`.
    pub(crate) fn private(&self) -> TokenStream {
        let runtime = &self.runtime;
        quote!(#runtime::__private)
    }
}

impl ToTokens for Marker {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self {
            ident,
            visibility,
            manifest,
            scope,
            set,
            kinds: [client, audience, subject, grants],
            module,
            runtime,
        } = self;
        tokens.extend(quote! {
            #[scopes(
                manifest = #manifest, scope = #scope, set = #set, client = #client, audience = #audience,
                subject = #subject, grants = #grants, path = #module, crate = #runtime
            )]
            #visibility struct #ident;
        });
    }
}

fn module_path(meta: &ParseNestedMeta<'_>) -> Result<Path> {
    let path = Path::parse_mod_style(meta.value()?)?;
    let starts_at_crate =
        path.leading_colon.is_none() && path.segments.first().is_some_and(|segment| segment.ident == "crate");
    if starts_at_crate {
        Ok(path)
    } else {
        Err(Error::new(path.span(), "the module's path begins with `crate`, such as `crate::auth`"))
    }
}
