//! Statements about the account's numbers.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ValueRef};

use super::{Store, StoreError};
use crate::model::{Number, NumberKind};

impl Store {
    /// All numbers.
    pub(crate) async fn numbers(&self) -> Result<Vec<Number>, StoreError> {
        self.run(|connection| {
            let mut statement = connection.prepare("SELECT id, number, kind, endpoint FROM numbers ORDER BY id")?;
            let numbers = statement.query_map([], |row| {
                Ok(Number { id: row.get(0)?, number: row.get(1)?, kind: row.get(2)?, endpoint_id: row.get(3)? })
            })?;
            numbers.collect()
        })
        .await
    }
}

impl FromSql for NumberKind {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "LANDLINE" => Ok(Self::Landline),
            "MOBILE" => Ok(Self::Mobile),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}
