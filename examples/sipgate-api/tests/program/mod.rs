//! The server's program as a user starts it, and the commands that it prints.

#![allow(dead_code, reason = "each test uses its part")]

use std::io::{BufRead as _, BufReader};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use ureq::Agent;
use ureq::http::{Request, Response};

/// The program with arguments, not started yet.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sipgate-api"));
    command.args(arguments).env_remove("RUST_LOG").stdin(Stdio::null());
    command
}

/// A running server. It is killed at the end of the test.
pub(crate) struct Program {
    child: Child,
    /// Kept open, or the program could not print.
    _stdout: BufReader<ChildStdout>,
    /// Everything that it has printed.
    pub(crate) lines: Vec<String>,
}

impl Program {
    /// Starts it on any port that is free, and waits until all commands are printed.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut command = command(&["--port", "0"]);
        let mut child = command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut lines = Vec::new();
        while !lines.last().is_some_and(|line: &String| line.ends_with("/openapi.json")) {
            let mut line = String::new();
            assert_ne!(stdout.read_line(&mut line).unwrap(), 0, "it ended after {lines:?}");
            lines.push(line.trim_end().to_owned());
        }
        Self { child, _stdout: stdout, lines }
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// The URL that it says it listens on.
    pub(crate) fn url(&self) -> &str {
        self.lines[0].split_whitespace().find(|word| word.starts_with("http://")).unwrap().trim_end_matches(',')
    }

    /// The commands that it prints.
    pub(crate) fn examples(&self) -> Vec<Example> {
        let pairs = self.lines.iter().zip(&self.lines[1..]);
        pairs.filter_map(|(comment, command)| Example::read(comment.strip_prefix("# ")?, command)).collect()
    }

    /// The printed command whose promise contains this.
    pub(crate) fn example(&self, promise: &str) -> Example {
        self.examples().into_iter().find(|example| example.promise.contains(promise)).unwrap()
    }

    /// Waits for its end.
    pub(crate) fn end(&mut self, within: Duration) -> ExitStatus {
        let begin = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(begin.elapsed() < within, "it still runs");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A command to paste, as `curl` would understand it.
pub(crate) struct Example {
    /// The comment above it, which begins with the status.
    pub(crate) promise: String,
    headers: Vec<(String, String)>,
    body: Option<String>,
    url: String,
}

impl Example {
    fn read(promise: &str, command: &str) -> Option<Self> {
        let mut words = words(command).into_iter();
        if words.next()? != "curl" {
            return None;
        }
        let mut example = Self { promise: promise.to_owned(), headers: Vec::new(), body: None, url: String::new() };
        while let Some(word) = words.next() {
            match word.as_str() {
                "-i" => {}
                "-H" => {
                    let (name, value) = words.next()?.split_once(": ").map(|(n, v)| (n.to_owned(), v.to_owned()))?;
                    example.headers.push((name, value));
                }
                "-d" => example.body = words.next(),
                _ => {
                    assert!(word.starts_with("http://"), "no option of this test: {word}");
                    example.url = word;
                }
            }
        }
        Some(example)
    }

    /// The status that it promises.
    pub(crate) fn promised(&self) -> u16 {
        self.promise.split(':').next().unwrap().parse().unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        &self.headers.iter().find(|(known, _)| known == name).unwrap().1
    }

    /// Sends it: status, headers and body of the answer.
    pub(crate) fn send(&self) -> Response<String> {
        let agent: Agent = Agent::config_builder().http_status_as_error(false).build().into();
        let mut request = Request::builder().uri(&self.url);
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let answer = match self.body.clone() {
            None => agent.run(request.body(()).unwrap()),
            Some(body) if self.headers.iter().any(|(name, _)| name == "Content-Type") => {
                agent.run(request.method("POST").body(body).unwrap())
            }
            Some(body) => {
                let form = request.method("POST").header("Content-Type", "application/x-www-form-urlencoded");
                agent.run(form.body(body).unwrap())
            }
        };
        let (head, mut body) = answer.unwrap().into_parts();
        Response::from_parts(head, body.read_to_string().unwrap())
    }
}

/// The words of a command: at blanks, but for what stands in single quotes.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for (index, part) in command.split('\'').enumerate() {
        if index % 2 == 1 {
            words.last_mut().unwrap().push_str(part);
            continue;
        }
        for (place, piece) in part.split(' ').enumerate() {
            if place > 0 {
                words.push(String::new());
            }
            words.last_mut().unwrap().push_str(piece);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}
