//! HTTP/1.1 over one connection, by hand, so that every byte on the wire is
//! counted, heads too, and every peer is asked in the same cheap way.

use std::error::Error;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_mins(2);

/// A connection that is kept.
pub(crate) struct Wire {
    stream: BufReader<TcpStream>,
    host: String,
    /// Bytes in both directions, heads and all.
    pub(crate) bytes: u64,
    /// How often it was asked.
    pub(crate) requests: u64,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

/// A request as it goes over the wire.
pub(crate) fn request(
    method: &str,
    path: &str,
    host: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Vec<u8> {
    let mut out = format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\n");
    for (name, value) in headers {
        out.push_str(name);
        out.push_str(": ");
        out.push_str(value);
        out.push_str("\r\n");
    }
    if !body.is_empty() || method != "GET" {
        out.push_str("content-length: ");
        out.push_str(&body.len().to_string());
        out.push_str("\r\n");
    }
    out.push_str("\r\n");
    let mut out = out.into_bytes();
    out.extend_from_slice(body);
    out
}

impl Wire {
    pub(crate) fn to(address: SocketAddr) -> Result<Self, Box<dyn Error>> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self {
            stream: BufReader::with_capacity(64 * 1024, stream),
            host: address.to_string(),
            bytes: 0,
            requests: 0,
        })
    }

    /// Asks, and waits for the whole answer.
    pub(crate) fn ask(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Result<Answer, Box<dyn Error>> {
        let bytes = request(method, path, &self.host, headers, body);
        self.send(&bytes)
    }

    /// As [`Wire::ask`]; another status than 2xx is an error that says what came.
    pub(crate) fn must(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Result<Vec<u8>, Box<dyn Error>> {
        let answer = self.ask(method, path, headers, body)?;
        answer.ok(method, path)
    }

    /// Sends what was made ready, and waits for the whole answer.
    pub(crate) fn send(&mut self, request: &[u8]) -> Result<Answer, Box<dyn Error>> {
        self.stream.get_mut().write_all(request)?;
        self.bytes += request.len() as u64;
        self.requests += 1;
        let mut line = String::new();
        self.line(&mut line)?;
        let status = line.split(' ').nth(1).and_then(|code| code.parse().ok());
        let status: u16 = status.ok_or_else(|| format!("no answer but {line:?}"))?;
        let (mut length, mut chunked, mut zipped) = (0, false, false);
        loop {
            self.line(&mut line)?;
            let line = line.trim_end().to_ascii_lowercase();
            let Some((name, value)) = line.split_once(':') else { break };
            match (name, value.trim()) {
                ("content-length", value) => length = value.parse()?,
                ("transfer-encoding", value) => chunked = value.contains("chunked"),
                ("content-encoding", value) => zipped = value == "gzip",
                _ => {}
            }
        }
        let mut body = Vec::new();
        if chunked {
            loop {
                self.line(&mut line)?;
                let size = usize::from_str_radix(line.trim(), 16)?;
                self.part(size, &mut body)?;
                self.line(&mut line)?;
                if size == 0 {
                    break;
                }
            }
        } else {
            self.part(length, &mut body)?;
        }
        if zipped {
            let mut plain = Vec::new();
            flate2::read::GzDecoder::new(body.as_slice()).read_to_end(&mut plain)?;
            body = plain;
        }
        Ok(Answer { status, body })
    }

    fn line(&mut self, line: &mut String) -> Result<(), Box<dyn Error>> {
        line.clear();
        let read = self.stream.read_line(line)?;
        self.bytes += read as u64;
        if read == 0 { Err("the connection was closed".into()) } else { Ok(()) }
    }

    fn part(&mut self, length: usize, body: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
        let had = body.len();
        body.resize(had + length, 0);
        let part = body.get_mut(had..).unwrap_or_default();
        self.stream.read_exact(part)?;
        self.bytes += length as u64;
        Ok(())
    }
}

impl Answer {
    /// The body of a 2xx answer.
    pub(crate) fn ok(self, method: &str, path: &str) -> Result<Vec<u8>, Box<dyn Error>> {
        if (200..300).contains(&self.status) {
            return Ok(self.body);
        }
        let said = String::from_utf8_lossy(&self.body).into_owned();
        Err(format!("{method} {path}: {} {said}", self.status).into())
    }
}
