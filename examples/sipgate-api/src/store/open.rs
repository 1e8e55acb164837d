//! Opening the data: a connection to a file or to memory, with all tables and in the version of this program.

use std::error::Error;
use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::Data;

/// Marks a file as this program's: `sipg` in ASCII (SQLite's `application_id`).
const APPLICATION: i32 = 0x7369_7067;
/// The version of `schema.sql`.
const VERSION: i32 = 1;
/// How long a statement waits for another process that writes the same file.
const BUSY: Duration = Duration::from_secs(2);

/// Opens the data, and makes and fills the tables where they are new.
pub(super) fn connection(data: &Data) -> Result<Connection, OpenError> {
    let opened = match data {
        Data::Memory => Connection::open_in_memory(),
        // Not by `Connection::open`, which would take a name that begins with `file:` for a URI.
        Data::File(path) => {
            Connection::open_with_flags(path, OpenFlags::default().difference(OpenFlags::SQLITE_OPEN_URI))
        }
    };
    let refused = |reason| OpenError { data: data.clone(), reason };
    let mut connection = opened.map_err(|error| refused(Reason::Sqlite(error)))?;
    prepare(&mut connection).map_err(refused)?;
    Ok(connection)
}

fn prepare(connection: &mut Connection) -> Result<(), Reason> {
    connection.busy_timeout(BUSY)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // Another process that opens the same new file waits here, and then finds the tables.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let number = |name: &str| transaction.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
    let tables: i64 = transaction.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    match (number("application_id")?, number("user_version")?) {
        (APPLICATION, VERSION) => return Ok(()),
        (APPLICATION, _) => return Err(Reason::OtherVersion),
        (0, 0) if tables == 0 => {}
        _ => return Err(Reason::OtherProgram),
    }
    transaction.execute_batch(include_str!("schema.sql"))?;
    transaction.execute_batch(include_str!("seed.sql"))?;
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    Ok(transaction.commit()?)
}

/// The data cannot be opened.
#[derive(Debug)]
pub struct OpenError {
    data: Data,
    reason: Reason,
}

#[derive(Debug)]
enum Reason {
    Sqlite(rusqlite::Error),
    OtherProgram,
    OtherVersion,
}

impl From<rusqlite::Error> for Reason {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl OpenError {
    fn path(&self) -> Option<&PathBuf> {
        match &self.data {
            Data::Memory => None,
            Data::File(path) => Some(path),
        }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path() {
            None => formatter.write_str("data in memory cannot be opened: ")?,
            Some(path) => write!(formatter, "{} cannot be used as the data file: ", path.display())?,
        }
        match &self.reason {
            Reason::Sqlite(error) => write!(formatter, "{error}"),
            Reason::OtherProgram => formatter.write_str("it is a database of another program"),
            Reason::OtherVersion => formatter.write_str("it is of another version of this program; name a new file"),
        }
    }
}

impl Error for OpenError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.reason {
            Reason::Sqlite(error) => Some(error),
            Reason::OtherProgram | Reason::OtherVersion => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of data that were changed by this before.
    fn refusal(change: &str) -> String {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(change).unwrap();
        let reason = prepare(&mut connection).unwrap_err();
        OpenError { data: Data::File("data.sqlite".into()), reason }.to_string()
    }

    #[test]
    fn data_are_filled_once() {
        let mut connection = Connection::open_in_memory().unwrap();
        let contacts = |connection: &Connection| {
            connection.query_row("SELECT count(*) FROM contacts", [], |row| row.get::<_, i64>(0)).unwrap()
        };
        prepare(&mut connection).unwrap();
        assert_eq!(contacts(&connection), 2);
        connection.execute("DELETE FROM contacts", []).unwrap();
        prepare(&mut connection).unwrap();
        assert_eq!(contacts(&connection), 0);
    }

    #[test]
    fn data_of_others_are_left_alone() {
        assert!(refusal("CREATE TABLE recipes (name TEXT)").ends_with("of another program"));
        assert!(refusal("PRAGMA application_id = 7").ends_with("of another program"));
        assert!(refusal("PRAGMA application_id = 0x73697067; PRAGMA user_version = 2").contains("another version"));
    }
}
