//! One connection that stays open, and one request at a time on it.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use crate::server::{PATH, TOKEN};

pub struct Client {
    stream: TcpStream,
    requests: Vec<String>,
    answer: [u8; 4096],
}

impl Client {
    pub fn connect(address: SocketAddr, routers: usize) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        let request =
            |which| format!("GET {PATH}?{which} HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {TOKEN}\r\n\r\n");
        Ok(Self { stream, requests: (0..routers).map(request).collect(), answer: [0; 4096] })
    }

    /// How long the answer of one router takes. Anything but the contacts is an error.
    pub fn ask(&mut self, router: usize) -> io::Result<Duration> {
        let start = Instant::now();
        self.stream.write_all(self.requests[router].as_bytes())?;
        let mut length = 0;
        while !self.answer[..length].ends_with(b"Grace\n") {
            match self.stream.read(&mut self.answer[length..])? {
                0 => return Err(io::Error::other("the connection ended")),
                read => length += read,
            }
            if !self.answer.starts_with(b"HTTP/1.1 200 ") {
                return Err(io::Error::other(String::from_utf8_lossy(&self.answer[..length]).into_owned()));
            }
        }
        Ok(start.elapsed())
    }
}
