//! The trait implementations of every generated enum. They are the same for each, so they stand here once and the
//! derive emits `scope_impls! { Scope }`.

/// Parsing, printing and conversions of a scope enum.
#[doc(hidden)]
#[macro_export]
macro_rules! __scope_impls {
    ($Scope:ident) => {
        #[automatically_derived]
        impl $crate::__private::core::fmt::Display for $Scope {
            #[inline]
            fn fmt(
                &self,
                formatter: &mut $crate::__private::core::fmt::Formatter<'_>,
            ) -> $crate::__private::core::fmt::Result {
                formatter.pad(<Self as $crate::Scope>::as_str(*self))
            }
        }

        #[automatically_derived]
        impl $crate::__private::core::fmt::Debug for $Scope {
            #[inline]
            fn fmt(
                &self,
                formatter: &mut $crate::__private::core::fmt::Formatter<'_>,
            ) -> $crate::__private::core::fmt::Result {
                $crate::__private::debug(*self, formatter)
            }
        }

        #[automatically_derived]
        impl $crate::__private::core::str::FromStr for $Scope {
            type Err = $crate::ParseError;

            #[inline]
            fn from_str(
                name: &$crate::__private::str,
            ) -> $crate::__private::core::result::Result<Self, $crate::ParseError> {
                $crate::__private::parse_scope(name)
            }
        }

        #[automatically_derived]
        impl<'name> $crate::__private::core::convert::TryFrom<&'name $crate::__private::str> for $Scope {
            type Error = $crate::ParseError;

            #[inline]
            fn try_from(
                name: &'name $crate::__private::str,
            ) -> $crate::__private::core::result::Result<Self, $crate::ParseError> {
                $crate::__private::parse_scope(name)
            }
        }

        #[automatically_derived]
        impl $crate::__private::core::convert::AsRef<$crate::__private::str> for $Scope {
            #[inline]
            fn as_ref(&self) -> &$crate::__private::str {
                <Self as $crate::Scope>::as_str(*self)
            }
        }

        #[automatically_derived]
        impl $crate::__private::core::convert::From<$Scope> for &'static $crate::__private::str {
            #[inline]
            fn from(scope: $Scope) -> Self {
                <$Scope as $crate::Scope>::as_str(scope)
            }
        }

        #[automatically_derived]
        impl $crate::__private::core::ops::BitOr for $Scope {
            type Output = $crate::ScopeSet<Self>;

            #[inline]
            fn bitor(self, other: Self) -> $crate::ScopeSet<Self> {
                $crate::__private::core::convert::From::from([self, other])
            }
        }

        // No program needs all of them, and the lints are for code that somebody writes.
        #[allow(dead_code, clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
        impl $Scope {
            /// The consent text in a language (RFC 5646), or in the next more general one that the manifest has, or in
            /// that of the manifest; and the language that it is in.
            #[must_use]
            #[inline]
            pub fn consent_in(
                self,
                locale: &$crate::__private::str,
            ) -> (&'static $crate::__private::str, &'static $crate::__private::str) {
                <Self as $crate::Scope>::consent_in(self, locale)
            }

            /// What it takes beyond the user's consent.
            #[must_use]
            #[inline]
            pub fn approval(self) -> $crate::Approval {
                <Self as $crate::Scope>::approval(self)
            }

            /// How much harm it could do.
            #[must_use]
            #[inline]
            pub fn sensitivity(self) -> $crate::Sensitivity {
                <Self as $crate::Scope>::sensitivity(self)
            }

            /// The kind of resource that it is granted for.
            #[must_use]
            #[inline]
            pub fn bound_to(self) -> $crate::__private::core::option::Option<&'static $crate::__private::str> {
                <Self as $crate::Scope>::bound_to(self)
            }

            /// Whether a refresh token is issued because of it.
            #[must_use]
            #[inline]
            pub fn issues_refresh_token(self) -> $crate::__private::bool {
                <Self as $crate::Scope>::issues_refresh_token(self)
            }

            /// Whether an ID token is issued because of it.
            #[must_use]
            #[inline]
            pub fn issues_id_token(self) -> $crate::__private::bool {
                <Self as $crate::Scope>::issues_id_token(self)
            }
        }

        $crate::__scope_serde_impls! { $Scope }
    };
}

/// What an enum of an axis of `[kinds]` can do: `kind_impls! { Client of Scope { Desktop = "desktop", Web = "web" } }`.
#[doc(hidden)]
#[macro_export]
macro_rules! __kind_impls {
    ($Kind:ident on $axis:ident of $Scope:ident { $($Variant:ident = $name:literal),* $(,)? }) => {
        #[automatically_derived]
        impl $crate::Kind for $Kind {
            type Scope = $Scope;
            const AXIS: $crate::Axis = $crate::Axis::$axis;
            const ALL: &'static [Self] = &[$(Self::$Variant),*];

            #[inline]
            fn as_str(self) -> &'static $crate::__private::str {
                match self {
                    $(Self::$Variant => $name,)*
                }
            }
        }

        #[automatically_derived]
        impl $crate::__private::core::fmt::Display for $Kind {
            #[inline]
            fn fmt(
                &self,
                formatter: &mut $crate::__private::core::fmt::Formatter<'_>,
            ) -> $crate::__private::core::fmt::Result {
                formatter.pad(<Self as $crate::Kind>::as_str(*self))
            }
        }

        #[automatically_derived]
        impl $crate::__private::core::convert::From<$Kind> for $crate::Holder<$Scope> {
            #[inline]
            fn from(kind: $Kind) -> Self {
                Self::__of(
                    <$Kind as $crate::Kind>::AXIS,
                    kind as $crate::__private::usize,
                    <$Kind as $crate::Kind>::as_str(kind),
                )
            }
        }
    };
}

/// Reading and writing a scope enum by its wire name.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __scope_serde_impls {
    ($Scope:ident) => {
        #[automatically_derived]
        impl $crate::__private::serde::Serialize for $Scope {
            #[inline]
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> $crate::__private::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(<Self as $crate::Scope>::as_str(*self))
            }
        }

        #[automatically_derived]
        impl<'de> $crate::__private::serde::Deserialize<'de> for $Scope {
            #[inline]
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> $crate::__private::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize_scope(deserializer)
            }
        }
    };
}

/// Without the feature `serde` there is nothing to implement.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __scope_serde_impls {
    ($Scope:ident) => {};
}
