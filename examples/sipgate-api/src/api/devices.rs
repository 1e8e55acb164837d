//! Devices: the number that one shows when calling.

use axum::Json;
use axum::extract::State;
use scopes_runtime::{Permit, Requires};

use super::Problem;
use super::extract::{Body, Path};
use super::refusals::{InvalidBody, NotFound, Unauthorized};
use crate::Sipgate;
use crate::model::{CallerId, Device};
use crate::store::{CallerIdChange, Store};

/// Setting a device's caller id.
#[derive(Debug, Requires)]
#[requires(Sipgate: endpoint "PUT /devices/{device}/callerid")]
pub(crate) struct SetCallerId;

/// Set the number that a device shows when calling.
#[utoipa::path(
    put, path = "/devices/{device}/callerid", tag = "devices", operation_id = "setCallerId", request_body = CallerId,
    params(("device" = String, Path, description = "The device's id.", example = "e0")),
    responses(
        (status = 200, description = "The device as it is now.", body = Device),
        Unauthorized, NotFound, InvalidBody,
    ),
)]
pub(super) async fn set_caller_id(
    _: Permit<SetCallerId>,
    State(store): State<Store>,
    Path(device): Path<String>,
    Body(caller_id): Body<CallerId>,
) -> Result<Json<Device>, Problem> {
    match store.set_caller_id(device, caller_id).await? {
        CallerIdChange::Done(device) => Ok(Json(device)),
        CallerIdChange::NoSuchDevice => Err(Problem::not_found("there is no such device")),
        CallerIdChange::ForeignNumber => Err(Problem::unprocessable("value: not a number of the account")),
    }
}
