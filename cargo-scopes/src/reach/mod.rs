//! By what path one scope allows another, or a call: over a catalogue, what `why` and `who` answer.

mod names;
mod token;
mod who;
mod why;

pub use self::names::{UnknownName, endpoint, scope};
pub use self::token::{Inert, Token};
pub use self::who::{Caller, Reached, Who};
pub use self::why::{Answer, Condition, Met, Missing};
