//! Statements about the account.

use rusqlite::Row;

use super::{Store, StoreError};
use crate::model::{Account, AccountChange, Balance};

impl Store {
    pub(crate) async fn account(&self) -> Result<Account, StoreError> {
        const SELECT: &str = "SELECT company, main_product_type, verified FROM account";
        self.run(|connection| connection.query_row(SELECT, [], account)).await
    }

    /// Changes the account and gives it as it is then.
    pub(crate) async fn change_account(&self, change: AccountChange) -> Result<Account, StoreError> {
        const UPDATE: &str = "UPDATE account SET company = ?1 RETURNING company, main_product_type, verified";
        self.run(move |connection| connection.query_row(UPDATE, [change.company.as_str()], account)).await
    }

    pub(crate) async fn balance(&self) -> Result<Balance, StoreError> {
        const SELECT: &str = "SELECT balance, currency FROM account";
        let balance = |row: &Row<'_>| Ok(Balance { amount: row.get(0)?, currency: row.get(1)? });
        self.run(move |connection| connection.query_row(SELECT, [], balance)).await
    }
}

fn account(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(Account { company: row.get(0)?, main_product_type: row.get(1)?, verified: row.get(2)? })
}
