//! The server as a process: its data outlive it, it says what keeps it from starting, and it ends gracefully.

#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

mod program;

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use program::{Program, command};

/// A path where no file is.
fn fresh(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{name}", std::process::id()));
    let _ = fs::remove_file(&path);
    path
}

#[test]
fn a_contact_survives_the_server() {
    let file = fresh("survives.sqlite");
    let arguments = ["--data", file.to_str().unwrap()];
    let first = Program::start(&arguments);
    assert!(first.lines[1].contains(file.to_str().unwrap()), "{}", first.lines[1]);
    assert_eq!(first.example("201").send().status(), 201);
    drop(first);
    let second = Program::start(&arguments);
    assert!(second.example("200: the contacts").send().body().contains("Mary Somerville"));
    drop(second);
    fs::remove_file(file).unwrap();
}

#[test]
fn without_a_file_nothing_survives() {
    let first = Program::start(&[]);
    assert_eq!(first.example("201").send().status(), 201);
    drop(first);
    assert!(!Program::start(&[]).example("200: the contacts").send().body().contains("Mary Somerville"));
}

#[test]
fn a_file_of_another_kind_is_refused_and_left_alone() {
    let file = fresh("notes.txt");
    fs::write(&file, "not a database, and long enough to be taken for the head of one: ".repeat(20)).unwrap();
    let before = fs::read(&file).unwrap();
    let output = command(&["--port", "0", "--data", file.to_str().unwrap()]).output().unwrap();
    let refusal = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(refusal.contains(file.to_str().unwrap()) && refusal.contains("not a database"), "{refusal}");
    assert_eq!(fs::read(&file).unwrap(), before);
    fs::remove_file(file).unwrap();
}

#[test]
fn a_taken_port_is_refused_with_what_to_do() {
    let program = Program::start(&[]);
    let port = program.url().rsplit(':').next().unwrap();
    let output = command(&["--port", port]).output().unwrap();
    let refusal = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    assert!(refusal.contains("is taken") && refusal.contains("--port 0"), "{refusal}");
}

#[cfg(unix)]
mod unix {
    use std::io::{BufRead as _, BufReader, Read as _, Write as _};
    use std::net::TcpStream;
    use std::process::{Command, Stdio};
    use std::time::Instant;

    use super::*;

    fn terminate(process: u32) {
        assert!(Command::new("sh").args(["-c", &format!("kill -TERM {process}")]).status().unwrap().success());
    }

    /// Sends the head of a request and waits until the server wants the body.
    fn begun(program: &Program, body: &str) -> TcpStream {
        let address = program.url().strip_prefix("http://").unwrap();
        let mut stream = TcpStream::connect(address).unwrap();
        let authorization = program.example("202").header("Authorization").to_owned();
        write!(
            stream,
            "POST /sessions/sms HTTP/1.1\r\nHost: {address}\r\nAuthorization: {authorization}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\nExpect: 100-continue\r\n\r\n",
            body.len()
        )
        .unwrap();
        let mut wanted = [0; 25];
        stream.read_exact(&mut wanted).unwrap();
        assert_eq!(&wanted, b"HTTP/1.1 100 Continue\r\n\r\n");
        stream
    }

    #[test]
    fn sigterm_lets_a_request_end_and_then_the_server() {
        const BODY: &str = r#"{"recipient": "+491713920010", "message": "The last."}"#;
        let mut program = Program::start(&[]);
        let mut stream = begun(&program, BODY);
        terminate(program.id());
        std::thread::sleep(Duration::from_millis(300));
        stream.write_all(BODY.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 202 "), "{answer}");
        assert!(program.end(Duration::from_secs(4)).success());
    }

    #[test]
    fn a_request_that_never_ends_does_not_keep_the_server() {
        let mut program = Program::start(&[]);
        let stream = begun(&program, "never sent");
        let begin = Instant::now();
        terminate(program.id());
        assert!(program.end(Duration::from_secs(9)).success());
        assert!(begin.elapsed() >= Duration::from_secs(4), "{:?}", begin.elapsed());
        drop(stream);
    }

    #[test]
    fn nobody_needs_to_read_what_it_prints() {
        let mut child = command(&["--port", "0"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let mut said = String::new();
        while !said.contains("could not be written") {
            assert_ne!(log.read_line(&mut said).unwrap(), 0, "it ended: {said}");
        }
        terminate(child.id());
        log.read_to_string(&mut said).unwrap();
        assert!(child.wait().unwrap().success());
        assert!(!said.contains("panicked"), "{said}");
    }
}
