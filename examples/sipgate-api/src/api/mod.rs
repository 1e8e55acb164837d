//! The endpoints: one file a resource, with the handlers and the operations that their permits prove.
//!
//! What comes in: requests that the layers around have let through. What goes out: JSON from the store, or a
//! [`Problem`]. A handler takes a `Permit`, so that it cannot be reached without the check of its scopes, whatever the
//! layers do.
//!
//! A permit says what a token may do, and not whose data it may do it to: this demonstration has one account. A server
//! with more takes `Extension<Claims>` as `me` does, and asks the store for what belongs to `Claims::subject` alone.

mod account;
mod balance;
mod contacts;
mod devices;
mod extract;
mod groups;
mod health;
mod history;
mod me;
mod numbers;
mod problem;
mod refusals;
mod sessions;
mod webhooks;

pub(crate) use self::problem::Problem;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::store::Store;

/// All endpoints with their documentation: what is routed is documented, and nothing else.
pub(crate) fn router() -> OpenApiRouter<Store> {
    OpenApiRouter::default()
        .routes(routes!(sessions::send_sms))
        .routes(routes!(sessions::send_fax))
        .routes(routes!(sessions::start_call))
        .routes(routes!(account::read, account::change))
        .routes(routes!(balance::read))
        .routes(routes!(contacts::list, contacts::add))
        .routes(routes!(contacts::remove))
        .routes(routes!(history::list))
        .routes(routes!(numbers::list))
        .routes(routes!(devices::set_caller_id))
        .routes(routes!(groups::list_users))
        .routes(routes!(webhooks::read_log))
        .routes(routes!(me::read))
        .routes(routes!(health::read))
}
