//! HTTP/1.1 by hand over a real connection, for tests where exact bytes matter: what is sent is what the test writes,
//! and of the answer every header line is kept as it came.

#![allow(dead_code, unused_imports, reason = "each test uses its part")]

mod challenge;
mod head;
mod site;

pub(crate) use self::challenge::Challenge;
pub(crate) use self::head::{Answer, body_length, parse_head, request};
pub(crate) use self::site::{Site, Stub};

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Longer than anything that the server takes its time for.
const PATIENCE: Duration = Duration::from_secs(30);

/// One connection, which is kept open from request to request as long as the server does.
#[derive(Debug)]
pub(crate) struct Connection {
    stream: BufReader<TcpStream>,
}

impl Connection {
    pub(crate) fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_write_timeout(Some(PATIENCE)).unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream: BufReader::new(stream) }
    }

    /// Sends these bytes as they are. A server that has had enough may close before all is sent.
    pub(crate) fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stream.get_mut().write_all(bytes)
    }

    /// Sends a whole request and reads the answer.
    pub(crate) fn ask(&mut self, request: &[u8]) -> Answer {
        self.send(request).unwrap();
        self.answer(request.starts_with(b"HEAD ")).unwrap()
    }

    /// Reads an answer; `None` where the server closes without one.
    pub(crate) fn answer(&mut self, is_to_head: bool) -> Option<Answer> {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            match self.stream.read_until(b'\n', &mut head) {
                Ok(0) if head.is_empty() => return None,
                Err(error) if head.is_empty() && error.kind() == io::ErrorKind::ConnectionReset => return None,
                read => assert_ne!(read.unwrap(), 0, "the answer ends in its head: {}", head.escape_ascii()),
            }
        }
        let mut answer = parse_head(&head);
        let length = if is_to_head { 0 } else { body_length(&answer) };
        answer.body = vec![0; length];
        self.stream.read_exact(&mut answer.body).unwrap();
        Some(answer)
    }

    /// Whether the server has closed the connection, without a word more.
    pub(crate) fn is_closed(&mut self) -> bool {
        match self.stream.fill_buf() {
            Ok(rest) => rest.is_empty(),
            Err(error) => error.kind() == io::ErrorKind::ConnectionReset,
        }
    }
}
