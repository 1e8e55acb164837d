//! What a change means for whom: its class, by which `diff` groups changes and `--deny` refuses them.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

macro_rules! classes {
    ($($name:ident = $word:literal, $meaning:literal;)*) => {
        /// What a change means, the most severe first.
        ///
        /// ```
        /// use cargo_scopes::change::Class;
        ///
        /// assert_eq!("widening".parse(), Ok(Class::Widening));
        /// assert_eq!(Class::ALL[0].as_str(), "breaking");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Class {
            $(#[doc = concat!($meaning, ".")] $name,)*
        }

        impl Class {
            /// Every class, the most severe first.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its name, as `--deny` takes it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }

            /// What it means, in a sentence without a full stop.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self {
                    $(Self::$name => $meaning,)*
                }
            }
        }
    };
}

classes! {
    Breaking = "breaking", "A name, endpoint, preset or identifier that programs use is gone or another, or a request \
                            that was accepted is refused";
    Widening = "widening", "Somebody who holds existing scopes may do more, or a request that was refused is answered";
    Narrowing = "narrowing", "Somebody who holds existing scopes may do less";
    Addition = "addition", "Something is new that no existing scope reaches";
    Documentation = "documentation", "Nothing but what people read";
}

impl FromStr for Class {
    type Err = UnknownClass;

    fn from_str(word: &str) -> Result<Self, UnknownClass> {
        Self::ALL.iter().copied().find(|class| class.as_str() == word).ok_or(UnknownClass)
    }
}

/// No class has this name; its message lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownClass;

impl Display for UnknownClass {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let words: Vec<&str> = Class::ALL.iter().map(|class| class.as_str()).collect();
        write!(formatter, "no class of changes has this name; there are {}", words.join(", "))
    }
}

impl Error for UnknownClass {}
