//! Sending text messages and faxes, and starting calls: each is accepted and noted in the history, and none leaves.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use scopes_runtime::{Permit, Requires};

use super::Problem;
use super::extract::Body;
use super::refusals::{InvalidBody, Unauthorized};
use crate::Sipgate;
use crate::model::{AcceptedSession, NewCall, NewFax, NewSms, SessionKind};
use crate::store::Store;

/// Sending a text message.
#[derive(Debug, Requires)]
#[requires(Sipgate: endpoint "POST /sessions/sms")]
pub(crate) struct SendSms;

/// Sending a fax.
#[derive(Debug, Requires)]
#[requires(Sipgate: endpoint "POST /sessions/fax")]
pub(crate) struct SendFax;

/// Starting a call.
#[derive(Debug, Requires)]
#[requires(Sipgate: endpoint "POST /sessions/calls")]
pub(crate) struct StartCall;

type Accepted = (StatusCode, Json<AcceptedSession>);

/// Send a text message.
///
/// It is noted in the history; this server sends nothing.
#[utoipa::path(
    post, path = "/sessions/sms", tag = "sessions", operation_id = "sendSms", request_body = NewSms,
    responses((status = 202, description = "Accepted.", body = AcceptedSession), Unauthorized, InvalidBody),
)]
pub(super) async fn send_sms(
    _: Permit<SendSms>,
    State(store): State<Store>,
    Body(sms): Body<NewSms>,
) -> Result<Accepted, Problem> {
    Ok(accepted(store.add_sms(sms).await?, SessionKind::Sms))
}

/// Send a fax.
///
/// It is noted in the history; this server sends nothing.
#[utoipa::path(
    post, path = "/sessions/fax", tag = "sessions", operation_id = "sendFax", request_body = NewFax,
    responses((status = 202, description = "Accepted.", body = AcceptedSession), Unauthorized, InvalidBody),
)]
pub(super) async fn send_fax(
    _: Permit<SendFax>,
    State(store): State<Store>,
    Body(fax): Body<NewFax>,
) -> Result<Accepted, Problem> {
    Ok(accepted(store.add_fax(fax).await?, SessionKind::Fax))
}

/// Start a call.
///
/// It is noted in the history; this server calls nobody.
#[utoipa::path(
    post, path = "/sessions/calls", tag = "sessions", operation_id = "startCall", request_body = NewCall,
    responses((status = 202, description = "Accepted.", body = AcceptedSession), Unauthorized, InvalidBody),
)]
pub(super) async fn start_call(
    _: Permit<StartCall>,
    State(store): State<Store>,
    Body(call): Body<NewCall>,
) -> Result<Accepted, Problem> {
    let session = store.add_call(call).await?.ok_or_else(|| Problem::unprocessable("deviceId: no such device"))?;
    Ok(accepted(session, SessionKind::Call))
}

fn accepted(session_id: String, kind: SessionKind) -> Accepted {
    (StatusCode::ACCEPTED, Json(AcceptedSession::new(session_id, kind)))
}
