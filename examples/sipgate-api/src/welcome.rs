//! The first lines on standard output: where the server is, and commands to paste, each with what comes back.
//!
//! What comes in: the server, whose issuer signs the tokens. What goes out: text; `tests/welcome.rs` holds it to its
//! word.

use std::error::Error;
use std::io::Write;

use sipgate_api::issuer::{CLIENT_ID, IssuerError};
use sipgate_api::{Data, Server};

/// A command to paste.
struct Example<'e> {
    /// The status that comes back, and what it means.
    answer: &'e str,
    /// Everything of the command between `curl -i` and the URL.
    options: String,
    path: &'e str,
}

/// Writes it all, and sees to it that it is seen.
pub(crate) fn write(server: &Server, data: &Data, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let url = server.url();
    writeln!(out, "sipgate-api listens on {url}, for this machine only. End it with Ctrl-C.")?;
    match data {
        Data::Memory => writeln!(out, "The data live in memory and end with it; `--data FILE` keeps them.")?,
        Data::File(path) => writeln!(out, "The data live in {}.", path.display())?,
    }
    writeln!(out, "The tokens below are for development. They end in an hour, or with the server.")?;
    for Example { answer, options, path } in examples(server)? {
        writeln!(out, "\n# {answer}\ncurl -i{options} {url}{path}")?;
    }
    Ok(out.flush()?)
}

fn examples(server: &Server) -> Result<Vec<Example<'static>>, IssuerError> {
    const CONTACT: &str = r#"{"name": "Mary Somerville", "number": "+491713920030"}"#;
    const SMS: &str = r#"{"recipient": "+491713920010", "message": "The engine runs."}"#;
    let issuer = server.issuer();
    let with = |scopes: &str| issuer.sign(&issuer.access_token().scope(scopes)).map(|token| bearer(&token));
    let expired = bearer(&issuer.sign(&issuer.access_token().scope("contacts:read").lifetime(-60))?);
    let (reader, writer, sender) = (with("contacts:read")?, with("contacts:write")?, with("sessions:write")?);
    let credentials = format!(
        " -d 'grant_type=client_credentials&client_id={CLIENT_ID}&client_secret={}&scope=account:read+history:read'",
        issuer.client_secret()
    );
    let example = |answer, options, path| Example { answer, options, path };
    Ok(vec![
        example("200: the server is well. This endpoint is public.", String::new(), "/health"),
        example("401: no token; the challenge names contacts:read.", String::new(), "/contacts"),
        example("401: invalid_token, since it has expired.", expired, "/contacts"),
        example("200: the contacts, with contacts:read.", reader.clone(), "/contacts"),
        example(
            "403: contacts:read adds none; the challenge names contacts:write.",
            reader + &json(CONTACT),
            "/contacts",
        ),
        example("201: contacts:write adds one.", writer + &json(CONTACT), "/contacts"),
        example(
            "202: sessions:write includes sessions:sms:write. The message is accepted and not sent.",
            sender.clone() + &json(SMS),
            "/sessions/sms",
        ),
        example("200: what the server reads in that token.", sender, "/me"),
        example("200: another token, with any scopes that you put there.", credentials, "/token"),
        example("200: every endpoint with its scopes, as OpenAPI.", String::new(), "/openapi.json"),
    ])
}

fn bearer(token: &str) -> String {
    format!(" -H 'Authorization: Bearer {token}'")
}

fn json(body: &str) -> String {
    format!(" -H 'Content-Type: application/json' -d '{body}'")
}
