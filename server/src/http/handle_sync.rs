//! The handler of sync: checks outside the one writer, takes in turn, answers.

use std::sync::Arc;

use record::api::ProblemCode;
use record::sync::{Request, Response};

use super::App;
use crate::records::Standing;
use crate::refused::Refused;
use crate::sessions::Caller;
use crate::store::books::Read;
use crate::store::tables::Writers;
use crate::sync::{pull, push};

pub(super) async fn sync(
    app: &Arc<App>,
    caller: &Caller,
    standing: Standing,
    mut asked: Request,
) -> Result<Response, Refused> {
    let now = app.now();
    let blocks = std::mem::take(&mut asked.push);
    let mut taken = push::Taken::default();
    if !blocks.is_empty() {
        let key = writer_key(app, caller, standing, &asked).await?;
        let mut checked = Vec::with_capacity(blocks.len());
        for block in blocks {
            match push::check(&standing, asked.writer, &key, block) {
                Ok(block) => checked.push(block),
                Err(Some(refused)) => taken.refused.push(refused),
                Err(None) => return Err(ProblemCode::Malformed.into()),
            }
        }
        if !checked.is_empty() {
            let record = standing.record;
            let written = app.books.write(move |pen| push::take(pen, record, checked, now)).await?;
            app.metrics.took(&written);
            taken.accepted = written.accepted;
            taken.refused.extend(written.refused);
            taken.grew = written.grew;
            if !taken.grew.is_empty() {
                app.hub.tell(record, taken.grew);
            }
        }
    }
    app.books.read(move |page| pull::answer(page, &standing, &asked, taken, now)).await
}

/// The key of the writer that the request says it is, which must be this very
/// device of this very account.
async fn writer_key(
    app: &Arc<App>,
    caller: &Caller,
    standing: Standing,
    asked: &Request,
) -> Result<[u8; 32], Refused> {
    let (account, device) = (caller.account, caller.device);
    let place = (standing.record, asked.writer);
    app.books
        .read(move |page| {
            page.get(Writers, &place)?
                .filter(|row| row.account == Some(account) && row.key == device.0)
                .map(|row| row.key)
                .ok_or_else(|| ProblemCode::NotAllowed.into())
        })
        .await
}
