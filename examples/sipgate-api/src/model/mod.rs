//! What requests bring and answers give: the types of the API's JSON, with their schemas and their limits.
//!
//! A value that breaks a limit cannot be made, so that a handler need not look again. Names are those of sipgate's API
//! where it has them.

mod account;
mod contact;
mod history;
mod page;
mod phone_number;
mod session;
mod telephony;
mod text;

pub(crate) use self::account::{Account, AccountChange, Balance};
pub(crate) use self::contact::{Contact, NewContact};
pub(crate) use self::history::{Direction, HistoryEntry, SessionKind};
pub(crate) use self::page::{Items, Page};
pub(crate) use self::phone_number::PhoneNumber;
pub(crate) use self::session::{AcceptedSession, NewCall, NewFax, NewSms};
pub(crate) use self::telephony::{CallerId, Device, Number, NumberKind, User, WebhookEvent};
pub(crate) use self::text::{Email, Text};
