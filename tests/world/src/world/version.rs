//! Apps and servers of other versions than this one. What an older one does not
//! know of it neither says nor hears; a newer one says more than this one knows.
//! Neither compares versions: what each can do is said in bits.

use record::sync::{Capabilities, Request, Response};
use shared::effects::network::{Answer, NetworkOperation};

use super::World;
use crate::step::Version;

/// What the first versions could do: they healed, and no more.
const OLD: Capabilities = Capabilities::HEAL;

/// What this version does not know: a bit, and a section.
const NOVEL: Capabilities = Capabilities(1 << 40);
const NOVELTY: (u32, &[u8]) = (4_000, b"said by a newer version");

fn novelty() -> (u32, Vec<u8>) {
    (NOVELTY.0, NOVELTY.1.to_vec())
}

/// What an app of this version sends.
pub(super) fn says(app: Version, mut request: NetworkOperation) -> NetworkOperation {
    if app != Version::Same
        && let Some(mut asked) = sync_of(&request)
    {
        if app == Version::Older {
            forget(&mut asked);
        } else {
            asked.capabilities.0 |= NOVEL.0;
            asked.others.push(novelty());
        }
        request.body = asked.encode();
    }
    request
}

/// What a server of this version hears of it.
pub(super) fn hears(server: Version, mut request: NetworkOperation) -> NetworkOperation {
    if server == Version::Older
        && let Some(mut asked) = sync_of(&request)
    {
        forget(&mut asked);
        asked.others.clear();
        request.body = asked.encode();
    }
    request
}

/// What a server of this version answers.
pub(super) fn answers(server: Version, request: &NetworkOperation, mut answer: Answer) -> Answer {
    if server != Version::Same
        && answer.status == 200
        && sync_of(request).is_some()
        && let Ok(mut said) = Response::decode(&answer.body)
    {
        if server == Version::Older {
            said.capabilities = OLD;
            said.safe = 0;
            said.set_aside.clear();
        } else {
            said.capabilities.0 |= NOVEL.0;
            said.others.push(novelty());
        }
        answer.body = said.encode();
    }
    answer
}

fn sync_of(request: &NetworkOperation) -> Option<Request> {
    if request.path != record::api::paths::SYNC {
        return None;
    }
    Request::decode(&request.body).ok()
}

fn forget(asked: &mut Request) {
    asked.capabilities.0 &= OLD.0;
    asked.set_aside = None;
}

impl World {
    /// A device's app is replaced by one of another version, which starts anew.
    pub(super) fn replace_app(&mut self, at: usize, version: Version) {
        let ran = self.devices[at].runs();
        if ran {
            self.devices[at].stop();
        }
        self.devices[at].version = version;
        if ran {
            self.start(at);
        }
    }

    /// The server is replaced by one of another version, which starts anew.
    pub(super) fn replace_server(&mut self, version: Version) {
        self.version = version;
        self.server_dies(false);
    }
}
