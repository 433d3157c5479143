//! The sheets of pictures, sound and film: their words, and the files beside them.

use record::Kind;
use record::kinds::{AboutMedia, DecisionMedia};
use record::state::Entry;

use super::sheets::{Making, Sheet};
use crate::entry::Told as _;
use crate::media::{self, Said, show};
use crate::words::say;

/// Those that are in the copy as files of their own: each name, and from which log its
/// parts come.
pub(crate) fn files(holding: &crate::holding::Holding) -> Vec<(String, Said)> {
    let mut files: Vec<(String, Said)> = Vec::new();
    let recordings = holding.apart.recordings.iter();
    let recordings = recordings.filter_map(|recording| media::find(holding, recording.hash));
    let here = |said: &Said| holding.apart.find(said.scope, said.hash).is_some();
    for said in media::all(holding).into_iter().filter(here).chain(recordings) {
        let name = said.file();
        // One that stands in two places is there once.
        if files.iter().all(|(known, _)| *known != name) {
            files.push((name, said));
        }
    }
    files
}

impl Making<'_> {
    fn media<K: Kind>(
        &self,
        file: &'static str,
        title: String,
        of: impl Fn(&Entry<K>) -> Said,
        row: impl Fn(&K) -> String,
        text: impl Fn(&K) -> String,
    ) -> Sheet {
        let words = self.words;
        let cells = |entry: &Entry<K>| {
            let said = of(entry);
            let sort = show::sort_name(words, said.media.sort());
            let here = self.holding.apart.find(said.scope, said.hash).is_some();
            let file = if entry.retracted.is_none() && here {
                said.file()
            } else {
                say!(words, "copy-media-none")
            };
            vec![row(&entry.value), sort, text(&entry.value), file]
        };
        self.sheet::<K>(
            file,
            title,
            ["media-item", "copy-what", "media-words", "copy-media-file"]
                .map(|id| words.get(id))
                .to_vec(),
            |entry| vec![cells(entry)],
            &text,
        )
    }

    pub(super) fn about_media(&self) -> Sheet {
        let (words, record) = (self.words, &self.holding.record);
        self.media::<AboutMedia>(
            "about-me-media.csv",
            say!(words, "media-about"),
            Said::about,
            |value| value.rows(words, record).first().map(joined).unwrap_or_default(),
            |value| value.words.clone(),
        )
    }

    pub(super) fn decision_media(&self) -> Sheet {
        let (words, record) = (self.words, &self.holding.record);
        self.media::<DecisionMedia>(
            "decision-media.csv",
            say!(words, "media-decisions"),
            Said::decision,
            |value| value.rows(words, record).first().map(joined).unwrap_or_default(),
            |value| value.words.clone(),
        )
    }
}

fn joined(row: &crate::screen::SummaryRow) -> String {
    row.value.join(" ")
}
