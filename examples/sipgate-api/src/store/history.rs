//! Statements about the history: what was asked to be sent is written, and all is read back.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{Store, StoreError};
use crate::model::{Direction, HistoryEntry, Items, NewCall, NewFax, NewSms, Page, SessionKind};

impl Store {
    /// A page of the history, the latest first, and how many entries there are.
    pub(crate) async fn history(&self, page: Page) -> Result<Items<HistoryEntry>, StoreError> {
        const SELECT: &str = "SELECT id, kind, direction, source, target, status, content, created_at FROM history
            ORDER BY position DESC LIMIT ?1 OFFSET ?2";
        self.run(move |connection| {
            let transaction = connection.transaction()?;
            let total_count = transaction.query_row("SELECT count(*) FROM history", [], |row| row.get(0))?;
            let mut statement = transaction.prepare(SELECT)?;
            let entries = statement.query_map([page.limit.get(), page.offset], entry)?;
            Ok(Items { items: entries.collect::<rusqlite::Result<_>>()?, total_count })
        })
        .await
    }

    /// Notes a text message; the entry's id.
    pub(crate) async fn add_sms(&self, sms: NewSms) -> Result<String, StoreError> {
        self.run(move |connection| {
            let source = sender(connection, SessionKind::Sms)?;
            add(connection, SessionKind::Sms, &source, sms.recipient.as_str(), Some(sms.message.as_str()))
        })
        .await
    }

    /// Notes a fax; the entry's id.
    pub(crate) async fn add_fax(&self, fax: NewFax) -> Result<String, StoreError> {
        self.run(move |connection| {
            let source = sender(connection, SessionKind::Fax)?;
            let content = format!("{}, {} bytes", fax.filename.as_str(), fax.content.bytes);
            add(connection, SessionKind::Fax, &source, fax.recipient.as_str(), Some(&content))
        })
        .await
    }

    /// Notes a call; the entry's id. `None` where the account has no such device.
    pub(crate) async fn add_call(&self, call: NewCall) -> Result<Option<String>, StoreError> {
        const SELECT: &str = "SELECT caller_id FROM devices WHERE id = ?1";
        self.run(move |connection| {
            let source = connection.query_row(SELECT, [call.device_id.as_str()], |row| row.get::<_, String>(0));
            let Some(source) = source.optional()? else { return Ok(None) };
            add(connection, SessionKind::Call, &source, call.callee.as_str(), None).map(Some)
        })
        .await
    }
}

/// The number that stands for messages of this kind.
fn sender(connection: &Connection, kind: SessionKind) -> rusqlite::Result<String> {
    connection.query_row("SELECT number FROM senders WHERE kind = ?1", [kind], |row| row.get(0))
}

fn add(
    connection: &Connection,
    kind: SessionKind,
    source: &str,
    target: &str,
    content: Option<&str>,
) -> rusqlite::Result<String> {
    const INSERT: &str = "INSERT INTO history (id, kind, direction, source, target, status, content, created_at)
        VALUES (lower(hex(randomblob(16))), ?1, ?2, ?3, ?4, 'accepted', ?5, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
        RETURNING id";
    connection.query_row(INSERT, params![kind, Direction::Outgoing, source, target, content], |row| row.get(0))
}

fn entry(row: &Row<'_>) -> rusqlite::Result<HistoryEntry> {
    Ok(HistoryEntry {
        id: row.get(0)?,
        kind: row.get(1)?,
        direction: row.get(2)?,
        source: row.get(3)?,
        target: row.get(4)?,
        status: row.get(5)?,
        content: row.get(6)?,
        created_at: row.get(7)?,
    })
}

impl ToSql for SessionKind {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(match self {
            Self::Call => "CALL",
            Self::Fax => "FAX",
            Self::Sms => "SMS",
        }))
    }
}

impl FromSql for SessionKind {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "CALL" => Ok(Self::Call),
            "FAX" => Ok(Self::Fax),
            "SMS" => Ok(Self::Sms),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

impl ToSql for Direction {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(match self {
            Self::Incoming => "INCOMING",
            Self::Outgoing => "OUTGOING",
        }))
    }
}

impl FromSql for Direction {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "INCOMING" => Ok(Self::Incoming),
            "OUTGOING" => Ok(Self::Outgoing),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}
