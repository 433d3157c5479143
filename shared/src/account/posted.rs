//! What the server is told anew, as a whole, whenever it has changed: when this device
//! is to be woken, when a carer is told, what a calendar follows.

use super::call::{authorized, read};
use super::{Called, Kept};
use crate::app::{Cmd, Signal};
use crate::command::run;
use crate::effects::network::{Content, Method, NetworkOperation};

/// What it was told last in this run, and whether it is being told.
#[derive(Debug, Default)]
pub(crate) struct Posted {
    /// Of which record, by its number here (0 where it is of none), and as it was sent.
    told: Vec<(u32, Vec<u8>)>,
    under_way: bool,
}

/// What is done with the answer, and with what was sent.
pub(crate) type Heard = Box<dyn FnOnce(Called<()>, Vec<u8>) -> Signal + Send>;

impl Posted {
    /// Whether it is being told; one after the other.
    pub(crate) fn is_under_way(&self) -> bool {
        self.under_way
    }

    /// Whether the server does not know this yet.
    pub(crate) fn is_news(&self, of: u32, body: &[u8]) -> bool {
        !self.told.iter().any(|(known, told)| *known == of && told == body)
    }

    /// Tells it.
    pub(crate) fn tell(
        &mut self,
        path: &str,
        body: Vec<u8>,
        (session, keep): (Kept, bool),
        heard: Heard,
    ) -> Cmd {
        self.under_way = true;
        let request = NetworkOperation {
            method: Method::Post,
            path: path.to_owned(),
            bearer: None,
            content: Content::Json,
            body: body.clone(),
        };
        run(move |ctx| async move {
            let called = match authorized(&ctx, Some(session), keep, request).await {
                Some(output) => read(output),
                None => Called::SignedOut,
            };
            ctx.send_event(heard(called, body));
        })
    }

    /// It has been told, or not; whether it was.
    pub(crate) fn heard(&mut self, of: u32, called: &Called<()>, body: Vec<u8>) -> bool {
        self.under_way = false;
        let done = matches!(called, Called::Done(()));
        if done {
            self.told.retain(|(known, _)| *known != of);
            self.told.push((of, body));
        }
        done
    }

    /// What it was told is not there any more.
    pub(crate) fn forget(&mut self) {
        self.told.clear();
    }
}
