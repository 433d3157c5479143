//! A server for the tests of what people tell each other: it takes what is pushed,
//! and remembers what it was asked.

use std::sync::{Arc, Mutex};

use record::api::paths;
use record::block;
use record::sync::{Accepted, Request, Response};

use super::fixture::answer;
use crate::effects::network::{Answer, Method, NetworkOperation, NetworkOutput};
use crate::testing::{Journey, MORNING};

/// What it was asked, oldest first, without syncs: verb, path, body.
pub(crate) type Asked = Arc<Mutex<Vec<(Method, String, Vec<u8>)>>>;

/// A journey with such a server, which answers everything else so.
pub(crate) fn served(
    journey: Journey,
    others: impl Fn(&NetworkOperation) -> NetworkOutput + 'static,
) -> (Journey, Asked) {
    let asked = Asked::default();
    let heard = asked.clone();
    let mut sequence = 0;
    let journey = journey.with_server(move |operation| {
        if operation.path != paths::SYNC {
            let said = (operation.method, operation.path.clone(), operation.body.clone());
            heard.lock().unwrap().push(said);
            return others(&operation);
        }
        let request = Request::decode(&operation.body).unwrap();
        let mut response = Response { epoch: 1, now: MORNING, ..Response::default() };
        for pushed in &request.push {
            let header = block::header(pushed).unwrap();
            response.accepted.push(Accepted {
                scope: header.scope,
                counter: header.last(),
                first: sequence + 1,
                arrived: MORNING,
            });
            sequence += u64::from(header.count);
        }
        NetworkOutput::Answer(Answer { status: 200, retry_after: None, body: response.encode() })
    });
    (journey, asked)
}

/// "As asked", without a body.
pub(crate) fn done() -> NetworkOutput {
    answer(200, &())
}

/// What was posted to a path, oldest first.
pub(crate) fn posted<T: serde::de::DeserializeOwned>(asked: &Asked, path: &str) -> Vec<T> {
    let asked = asked.lock().unwrap();
    let to_it = asked.iter().filter(|(method, to, _)| *method == Method::Post && to == path);
    to_it.map(|(_, _, body)| serde_json::from_slice(body).unwrap()).collect()
}
