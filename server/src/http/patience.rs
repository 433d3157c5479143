//! A connection that must get somewhere. What hyper bounds begins only once it
//! knows which HTTP is spoken; before that, and while an answer is not being
//! read, a client could hold its place for ever.

use std::io::{Error, ErrorKind, IoSlice, Result};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

/// The bytes that tell which HTTP is spoken: the length of HTTP/2's greeting.
const GREETING: usize = 24;
/// How long a client may take over them.
const GREETING_WITHIN: Duration = Duration::from_secs(10);
/// How long a client may leave an answer unread.
const READ_WITHIN: Duration = Duration::from_secs(30);

/// Ends with an error where nothing moves for too long.
#[derive(Debug)]
pub(super) struct Patient<S> {
    inner: S,
    /// How much has been heard, and until when the greeting must be. None once
    /// it has.
    greeting: Option<(usize, Pin<Box<Sleep>>)>,
    /// Until when something must be taken of what waits to be sent. None where
    /// nothing waits.
    sending: Option<Pin<Box<Sleep>>>,
    read_within: Duration,
}

impl<S> Patient<S> {
    pub(super) fn new(inner: S) -> Self {
        Self::within(inner, GREETING_WITHIN, READ_WITHIN)
    }

    fn within(inner: S, greeting: Duration, read_within: Duration) -> Self {
        let greeting = Some((0, Box::pin(sleep(greeting))));
        Self { inner, greeting, sending: None, read_within }
    }

    /// What came of sending: as it is, or too late.
    fn sent<T>(&mut self, cx: &mut Context<'_>, outcome: Poll<Result<T>>) -> Poll<Result<T>> {
        if outcome.is_ready() {
            self.sending = None;
            return outcome;
        }
        let within = self.read_within;
        let until = self.sending.get_or_insert_with(|| Box::pin(sleep(within)));
        until.as_mut().poll(cx).map(|()| Err(too_late()))
    }
}

fn too_late() -> Error {
    Error::from(ErrorKind::TimedOut)
}

impl<S: AsyncRead + Unpin> AsyncRead for Patient<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<Result<()>> {
        let before = buffer.filled().len();
        let outcome = Pin::new(&mut self.inner).poll_read(cx, buffer);
        if let Some((heard, until)) = &mut self.greeting {
            *heard += buffer.filled().len() - before;
            if *heard >= GREETING {
                self.greeting = None;
            } else if outcome.is_pending() {
                return until.as_mut().poll(cx).map(|()| Err(too_late()));
            }
        }
        outcome
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Patient<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<Result<usize>> {
        let outcome = Pin::new(&mut self.inner).poll_write(cx, bytes);
        self.sent(cx, outcome)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<Result<usize>> {
        let outcome = Pin::new(&mut self.inner).poll_write_vectored(cx, bytes);
        self.sent(cx, outcome)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<()>> {
        let outcome = Pin::new(&mut self.inner).poll_flush(cx);
        self.sent(cx, outcome)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<()>> {
        let outcome = Pin::new(&mut self.inner).poll_shutdown(cx);
        self.sent(cx, outcome)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};

    use super::*;

    const SHORT: Duration = Duration::from_millis(20);
    const LONG: Duration = Duration::from_mins(10);

    #[tokio::test]
    async fn who_says_too_little_is_heard_no_longer() {
        for said in ["", "G", "PRI * HTTP/2.0"] {
            let (mut client, server) = duplex(64);
            client.write_all(said.as_bytes()).await.unwrap();
            let mut heard = Vec::new();
            let mut server = Patient::within(server, SHORT, LONG);
            let error = server.read_to_end(&mut heard).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::TimedOut);
            assert_eq!(heard, said.as_bytes());
        }
    }

    #[tokio::test]
    async fn who_has_greeted_may_be_silent() {
        let (mut client, server) = duplex(64);
        client.write_all(&[b'a'; GREETING]).await.unwrap();
        let mut server = Patient::within(server, SHORT, SHORT);
        server.read_exact(&mut [0; GREETING]).await.unwrap();
        let mut byte = [0];
        let silent = tokio::time::timeout(4 * SHORT, server.read(&mut byte));
        assert!(silent.await.is_err(), "it waits on");
    }

    #[tokio::test]
    async fn an_answer_may_be_read_slowly_but_not_never() {
        for within in [LONG, SHORT] {
            let (mut client, server) = duplex(64);
            let mut server = Patient::within(server, LONG, within);
            let reading = tokio::spawn(async move {
                if within == LONG {
                    for _ in 0..8 {
                        tokio::time::sleep(SHORT / 4).await;
                        client.read_exact(&mut [0; 64]).await.unwrap();
                    }
                }
                client
            });
            let outcome = server.write_all(&[1; 9 * 64]).await;
            let _client = reading.await.unwrap();
            let failed = outcome.map_err(|error| error.kind());
            assert_eq!(failed, if within == LONG { Ok(()) } else { Err(ErrorKind::TimedOut) });
        }
    }
}
