//! What the server prints when it starts is true: every command is sent, and the answer is the one that is promised.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod program;

use program::Program;

#[test]
fn every_command_does_what_its_comment_says() {
    let program = Program::start(&[]);
    let examples = program.examples();
    let promised: Vec<_> = examples.iter().map(program::Example::promised).collect();
    assert_eq!(promised, [200, 401, 401, 200, 403, 201, 202, 200, 200, 200], "{:#?}", program.lines);
    for example in examples {
        let answer = example.send();
        assert_eq!(answer.status(), example.promised(), "{}\n{answer:?}", example.promise);
        if let Some(challenge) = answer.headers().get("www-authenticate") {
            let challenge = challenge.to_str().unwrap();
            let scope = challenge.split("scope=\"").nth(1).map(|rest| rest.split('"').next().unwrap());
            let named = example.promise.split("names ").nth(1).map(|rest| rest.trim_end_matches('.'));
            assert_eq!(scope, named, "{}\n{challenge}", example.promise);
        }
    }
}

#[test]
fn the_answers_hold_what_was_asked_for() {
    let program = Program::start(&[]);
    assert!(program.example("200: the contacts").send().body().contains("Ada Lovelace"));
    assert_eq!(program.example("201").send().headers()["location"].to_str().unwrap().find("/contacts/"), Some(0));
    assert!(program.example("202").send().body().contains(r#""status":"accepted""#));
    assert!(program.example("in that token").send().body().contains("sessions:sms:write"));
    assert!(
        program.example("invalid_token").send().headers()["www-authenticate"].to_str().unwrap().contains("expired")
    );
    let document = program.example("OpenAPI").send().into_body();
    assert!(document.contains(r#""/devices/{device}/callerid""#) && document.contains("devices:callerid:write"));
}

#[test]
fn it_says_where_it_is_and_where_the_data_are() {
    let program = Program::start(&[]);
    assert!(program.url().starts_with("http://127.0.0.1:"), "{}", program.lines[0]);
    assert!(program.lines[1].contains("memory"), "{}", program.lines[1]);
}
