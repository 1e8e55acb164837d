//! Statements about contacts.

use rusqlite::{Row, params};

use super::{Store, StoreError};
use crate::model::{Contact, Email, Items, NewContact, Page};

impl Store {
    /// A page of the contacts by name, and how many there are.
    pub(crate) async fn contacts(&self, page: Page) -> Result<Items<Contact>, StoreError> {
        const SELECT: &str = "SELECT id, name, number, email, created_at FROM contacts
            ORDER BY name, id LIMIT ?1 OFFSET ?2";
        self.run(move |connection| {
            // In one transaction, so that the count fits the page.
            let transaction = connection.transaction()?;
            let total_count = transaction.query_row("SELECT count(*) FROM contacts", [], |row| row.get(0))?;
            let mut statement = transaction.prepare(SELECT)?;
            let contacts = statement.query_map([page.limit.get(), page.offset], contact)?;
            Ok(Items { items: contacts.collect::<rusqlite::Result<_>>()?, total_count })
        })
        .await
    }

    /// Adds a contact, under an id that nobody can guess.
    pub(crate) async fn add_contact(&self, new: NewContact) -> Result<Contact, StoreError> {
        const INSERT: &str = "INSERT INTO contacts (id, name, number, email, created_at)
            VALUES (lower(hex(randomblob(16))), ?1, ?2, ?3, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
            RETURNING id, name, number, email, created_at";
        self.run(move |connection| {
            let email = new.email.as_ref().map(Email::as_str);
            connection.query_row(INSERT, params![new.name.as_str(), new.number.as_str(), email], contact)
        })
        .await
    }

    /// Removes a contact; whether there was one.
    pub(crate) async fn remove_contact(&self, id: String) -> Result<bool, StoreError> {
        self.run(move |connection| Ok(connection.execute("DELETE FROM contacts WHERE id = ?1", [id])? > 0)).await
    }
}

fn contact(row: &Row<'_>) -> rusqlite::Result<Contact> {
    Ok(Contact { id: row.get(0)?, name: row.get(1)?, number: row.get(2)?, email: row.get(3)?, created_at: row.get(4)? })
}
