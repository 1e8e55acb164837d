//! The only place that touches the file system: reading is bounded and never waits, writing is all or nothing.

mod find;
mod git;
mod read;
mod save;

pub(crate) use self::find::{MANIFEST, manifest};
pub(crate) use self::git::blob;
pub(crate) use self::read::{Input, read, read_if_there};
pub(crate) use self::save::{create, document, replace};
