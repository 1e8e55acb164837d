//! Statements about devices.

use rusqlite::{Connection, OptionalExtension as _, ToSql};

use super::{Store, StoreError};
use crate::model::{CallerId, Device};

/// What became of a device's caller id.
pub(crate) enum CallerIdChange {
    Done(Device),
    NoSuchDevice,
    /// The number is none of the account.
    ForeignNumber,
}

impl Store {
    /// Sets the number that a device shows.
    pub(crate) async fn set_caller_id(&self, id: String, caller_id: CallerId) -> Result<CallerIdChange, StoreError> {
        const UPDATE: &str = "UPDATE devices SET caller_id = ?2 WHERE id = ?1 RETURNING id, alias, caller_id";
        self.run(move |connection| {
            let number = caller_id.value.as_str();
            if !exists(connection, "SELECT EXISTS (SELECT 1 FROM devices WHERE id = ?1)", &id)? {
                return Ok(CallerIdChange::NoSuchDevice);
            }
            if !exists(connection, "SELECT EXISTS (SELECT 1 FROM numbers WHERE number = ?1)", &number)? {
                return Ok(CallerIdChange::ForeignNumber);
            }
            let device = connection.query_row(UPDATE, [id.as_str(), number], |row| {
                Ok(Device { id: row.get(0)?, alias: row.get(1)?, caller_id: row.get(2)? })
            });
            Ok(device.optional()?.map_or(CallerIdChange::NoSuchDevice, CallerIdChange::Done))
        })
        .await
    }
}

fn exists(connection: &Connection, select: &str, key: &dyn ToSql) -> rusqlite::Result<bool> {
    connection.query_row(select, [key], |row| row.get(0))
}
