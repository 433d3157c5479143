//! What a page says of one: the text that says the same, and where its bytes are.

use record::media::{MediaHash, Sort};

use super::travel::Trouble;
use super::{Intent, Said};
use crate::event::Platform;
use crate::holding::Holding;
use crate::holding::apart::HeldState;
use crate::model::View;
use crate::nav::Intent as Press;
use crate::screen::{Block, Button, Icon, Media, MediaSort, MediaState};
use crate::words::{Words, say};

/// Where the bytes are, as far as this device knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// On this device; there is nobody to send them to, or nobody is to get them.
    Here,
    /// On this device, and not yet sent.
    Unsent,
    /// On this device, and this is why they cannot be sent.
    Unsendable(Trouble),
    /// On this device and with the server.
    Sent,
    /// In memory alone, for as long as the record is open.
    Looked,
    /// On their way here.
    Coming,
    /// With the server, and not asked for yet.
    There,
    /// Not here, and there is no network.
    Offline,
    /// Not here, and there is nobody to ask.
    Nowhere,
    /// Not here, and this is why they cannot be fetched.
    Unfetchable(Trouble),
}

/// Where they are.
pub(crate) fn place(view: View<'_>, holding: &Holding, said: &Said) -> Place {
    let open = view.open;
    let signed_in = open.session().is_some_and(|session| !session.ended);
    let server = signed_in && holding.about.record.is_some();
    let trouble = open.media.trouble(said.hash);
    if holding.apart.recording(said.hash).is_some() && said.id.is_none() {
        return Place::Here;
    }
    let held = holding.apart.find(said.scope, said.hash).map(|held| held.state);
    match held {
        Some(HeldState::Sent) => return Place::Sent,
        Some(HeldState::Unsent) => {
            return match trouble {
                _ if !server => Place::Here,
                Some(trouble) => Place::Unsendable(trouble),
                None => Place::Unsent,
            };
        }
        // Crossed out, and put back.
        Some(HeldState::Leaving) => return Place::Unfetchable(Trouble::Gone),
        None => {}
    }
    if holding.apart.looked.iter().any(|(hash, _)| *hash == said.hash) {
        return Place::Looked;
    }
    match trouble {
        _ if !server => Place::Nowhere,
        Some(trouble) => Place::Unfetchable(trouble),
        None if open.sync.is_offline() => Place::Offline,
        None if !open.media.is_wanted(said.hash) => Place::There,
        None if open.media.is_waiting() => Place::Offline,
        None => Place::Coming,
    }
}

impl Place {
    fn state(self, sort: Sort) -> MediaState {
        match self {
            Self::Here | Self::Unsent | Self::Unsendable(_) | Self::Sent | Self::Looked => {
                MediaState::Here
            }
            Self::Coming => MediaState::Coming,
            // What is small is fetched as soon as it is looked at.
            Self::There if sort == Sort::Picture => MediaState::Wanted,
            Self::There | Self::Offline | Self::Nowhere | Self::Unfetchable(_) => MediaState::Away,
        }
    }

    fn words(self, words: &Words, platform: Platform) -> String {
        match self {
            Self::Here => match platform {
                Platform::Web => say!(words, "media-here-browser"),
                _ => say!(words, "media-here"),
            },
            Self::Unsent => say!(words, "media-unsent"),
            Self::Unsendable(Trouble::Full) => say!(words, "media-unsent-full"),
            Self::Unsendable(_) => say!(words, "media-unsent-refused"),
            Self::Sent => say!(words, "media-sent"),
            Self::Looked => say!(words, "media-looked"),
            Self::Coming => say!(words, "media-coming"),
            Self::There => say!(words, "media-there"),
            Self::Offline => say!(words, "media-offline"),
            Self::Nowhere => say!(words, "media-nowhere"),
            Self::Unfetchable(Trouble::Gone) => say!(words, "media-gone"),
            Self::Unfetchable(Trouble::Store) => say!(words, "media-no-room"),
            Self::Unfetchable(_) => say!(words, "media-refused"),
        }
    }
}

/// "3 MB", or "120 KB".
pub(crate) fn size(words: &Words, bytes: u64) -> String {
    let figure = |bytes: u64| i64::try_from(bytes).unwrap_or(i64::MAX);
    if bytes < 1024 * 1024 {
        say!(words, "media-kb", count = figure(bytes.div_ceil(1024)))
    } else {
        say!(words, "media-mb", count = figure((bytes + 512 * 1024) / (1024 * 1024)))
    }
}

/// "Picture", "Sound", "Film"; of a newer app, none of them.
pub(crate) fn sort_name(words: &Words, sort: Option<Sort>) -> String {
    match sort {
        Some(Sort::Picture) => say!(words, "media-picture"),
        Some(Sort::Sound) => say!(words, "media-sound"),
        Some(Sort::Film) => say!(words, "media-film"),
        None => say!(words, "media-unknown-sort"),
    }
}

/// It, with its buttons.
pub(crate) fn blocks(
    view: View<'_>,
    holding: &Holding,
    said: &Said,
    buttons: Vec<Button>,
) -> Vec<Block> {
    let words = view.words;
    let sort = said.media.sort();
    let mut row = Vec::new();
    let block = match sort {
        None => Block::quote(said.words.clone()),
        Some(sort) => {
            let place = place(view, holding, said);
            row.extend(more(view, said, place, sort));
            Block::Media(Media {
                id: said.hash.hex(),
                sort: match sort {
                    Sort::Picture => MediaSort::Picture,
                    Sort::Sound => MediaSort::Sound,
                    Sort::Film => MediaSort::Film,
                },
                media_type: said.media.name().into(),
                name: sort_name(words, Some(sort)),
                text: said.words.clone(),
                state: place.state(sort),
                status: place.words(words, view.launch.platform),
            })
        }
    };
    row.extend(buttons);
    let mut blocks = vec![block];
    if !row.is_empty() {
        blocks.push(Block::buttons(row));
    }
    blocks
}

/// What can be done with its bytes.
fn more(view: View<'_>, said: &Said, place: Place, sort: Sort) -> Option<Button> {
    let words = view.words;
    let press = |of: fn(MediaHash) -> Intent| Press::Media(of(said.hash));
    let size = size(words, said.bytes);
    let here = place.state(sort) == MediaState::Here;
    let fetch = matches!(place, Place::There | Place::Unfetchable(_) | Place::Offline);
    if here && view.launch.platform != Platform::Web {
        // Phones' shells show the words, and let the system open the rest.
        let label = say!(words, "media-open");
        return Some(Button::secondary(label, press(Intent::Open)).icon(Icon::File));
    }
    (fetch && (sort != Sort::Picture || place != Place::There)).then(|| {
        Button::secondary(say!(words, "media-fetch", size = size), press(Intent::Fetch))
            .icon(Icon::Download)
    })
}
