//! What Apple Health exports: archives and the XML in them.

use shared::bring_in::health::gather::Gather;
use shared::bring_in::health::xml::{self, Unreadable};
use shared::bring_in::health::{Found, Reader};

use crate::within;

const NOW: i64 = 1_770_000_000;

fn read<'a>(parts: impl Iterator<Item = &'a [u8]>) -> Result<Found, Unreadable> {
    let mut reader = xml::Reader::default();
    let mut gather = Gather::new("Europe/London", NOW);
    for part in parts {
        reader.take(part, &mut |part| gather.take(&part))?;
    }
    reader.finish()?;
    Ok(gather.finish())
}

/// Its XML: what is found does not depend on where its parts end, and takes no more
/// memory than it is long. And a whole file of it, packed or not.
pub fn export(data: &[u8]) {
    let Some((&at, text)) = data.split_first() else { return };
    // What is opened once and stays, zones above all, is not what an export takes.
    let _opened = read(std::iter::once(text));
    let whole = within(4, text, |text| read(std::iter::once(text)));
    let parts = read(text.chunks(usize::from(at).max(1)));
    match (&whole, &parts) {
        (Ok(whole), Ok(parts)) => {
            assert_eq!(whole.readings, parts.readings);
            assert_eq!(whole.left_out, parts.left_out);
            for reading in &whole.readings {
                assert!(reading.what.possible(reading.first), "{reading:?}");
                assert!(reading.at <= NOW + 86_400 && whole.zones.len() > reading.zone.into());
            }
        }
        (whole, parts) => assert_eq!(whole.as_ref().err(), parts.as_ref().err()),
    }
    let mut reader = Reader::new(text.len() as u64, "Europe/London", NOW);
    while let Some(span) = reader.wants() {
        let from = usize::try_from(span.at).unwrap().min(text.len());
        let to = from.saturating_add(usize::try_from(span.length).unwrap()).min(text.len());
        if reader.take(&text[from..to]).is_err() {
            return;
        }
    }
    let _found = reader.finish();
}
