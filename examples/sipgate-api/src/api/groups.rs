//! Groups: who belongs to one.

use axum::Json;
use axum::extract::State;
use scopes_runtime::{Permit, Requires};

use super::Problem;
use super::extract::Path;
use super::refusals::{NotFound, Unauthorized};
use crate::Sipgate;
use crate::model::{Items, User};
use crate::store::Store;

/// Listing a group's users.
#[derive(Debug, Requires)]
#[requires(Sipgate: endpoint "GET /groups/{group}/users")]
pub(crate) struct ListGroupUsers;

/// List who belongs to a group.
#[utoipa::path(
    get, path = "/groups/{group}/users", tag = "groups", operation_id = "listGroupUsers",
    params(("group" = String, Path, description = "The group's id.", example = "g0")),
    responses(
        (status = 200, description = "The users.", body = Items<User>),
        Unauthorized, NotFound,
    ),
)]
pub(super) async fn list_users(
    _: Permit<ListGroupUsers>,
    State(store): State<Store>,
    Path(group): Path<String>,
) -> Result<Json<Items<User>>, Problem> {
    let users = store.group_users(group).await?.ok_or_else(|| Problem::not_found("there is no such group"))?;
    Ok(Json(Items::all(users)))
}
