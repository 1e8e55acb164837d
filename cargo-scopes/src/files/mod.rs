//! Every file that comes in or goes out: reading is bounded and never waits, writing is all or nothing. `git` reads what a
//! revision has instead of a file.

mod find;
mod git;
mod read;
mod save;

pub(crate) use self::find::{MANIFEST, manifest};
pub(crate) use self::git::blob;
pub(crate) use self::read::{Input, read, read_if_there};
pub(crate) use self::save::{create, document, replace};
