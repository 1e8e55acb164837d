//! Statements about groups.

use super::{Store, StoreError};
use crate::model::User;

impl Store {
    /// Who belongs to a group; `None` where there is no such group.
    pub(crate) async fn group_users(&self, id: String) -> Result<Option<Vec<User>>, StoreError> {
        const EXISTS: &str = "SELECT EXISTS (SELECT 1 FROM groups WHERE id = ?1)";
        const SELECT: &str = "SELECT users.id, firstname, lastname, email FROM group_users
            JOIN users ON users.id = user_id WHERE group_id = ?1 ORDER BY users.id";
        self.run(move |connection| {
            if !connection.query_row(EXISTS, [&id], |row| row.get(0))? {
                return Ok(None);
            }
            let mut statement = connection.prepare(SELECT)?;
            let users = statement.query_map([&id], |row| {
                Ok(User { id: row.get(0)?, firstname: row.get(1)?, lastname: row.get(2)?, email: row.get(3)? })
            })?;
            users.collect::<rusqlite::Result<_>>().map(Some)
        })
        .await
    }
}
