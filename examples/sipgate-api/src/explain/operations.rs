//! Operations that take a permit: none of these functions can be reached without the check of its scopes.

use std::io::{self, Write};

use scopes_runtime::{Granted, Permit, Requires};

use crate::{Scope, Sipgate};

/// Sending a text message.
#[derive(Debug, Requires)]
#[requires(Sipgate: endpoint "POST /sessions/sms")]
pub(crate) struct SendSms;

/// Sending a fax.
#[derive(Debug, Requires)]
#[requires(Sipgate: "sessions:fax:write")]
pub(crate) struct SendFax;

/// Looking up who called.
#[derive(Debug, Requires)]
#[requires(Sipgate: all["contacts:read", "history:read"])]
pub(crate) struct NameCallers;

/// What sending a message would do.
pub(crate) fn send_sms(_: Permit<SendSms>, to: &str) -> String {
    format!("would send a message to {to}")
}

/// What sending a fax would do.
pub(crate) fn send_fax(_: Permit<SendFax>, to: &str) -> String {
    format!("would send a fax to {to}")
}

/// What looking up callers would do.
pub(crate) fn name_callers(_: Permit<NameCallers>) -> String {
    "would name the callers of the last day".to_owned()
}

/// Runs what the token allows, and says why not for the rest.
pub(crate) fn run(granted: &Granted<Scope>, out: &mut impl Write) -> io::Result<()> {
    const TO: &str = "+49 211 000000";
    let outcomes = [
        granted.authorize().map(|permit| send_sms(permit, TO)),
        granted.authorize().map(|permit| send_fax(permit, TO)),
        granted.authorize().map(name_callers),
    ];
    for outcome in outcomes {
        match outcome {
            Ok(done) => writeln!(out, "{done}")?,
            Err(denied) => writeln!(out, "denied: {denied}")?,
        }
    }
    Ok(())
}
