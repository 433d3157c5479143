//! Pictures, sound and film, from a picked file to whoever may see them.

use std::cell::RefCell;
use std::rc::Rc;

use record::api::{MediaAsked, MediaPart, MediaTaken, paths};
use record::kinds::DecisionMedia;
use record::media::{MOST, MediaHash, PART};

use crate::effects::network::{Answer, NetworkOperation, NetworkOutput};
use crate::effects::store::StoreProblem;
use crate::event::{Event, FieldInput, Launch, Platform};
use crate::holding::RecordSide;
use crate::items::tests::become_another;
use crate::json;
use crate::pilot;
use crate::screen::{Block, Input, Media, MediaState, PickedFile};
use crate::sync::tests::{Small, signed_in, with};
use crate::testing::Journey;
use record::Scope;

/// A sound of so many bytes, no two parts of it alike.
pub(crate) fn sound(bytes: usize) -> Vec<u8> {
    let mut sound = b"OggS".to_vec();
    sound.extend(
        (0_u32..).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).take(bytes - 4),
    );
    sound
}

/// A small picture.
pub(crate) fn picture() -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, body) in [
        (b"IHDR", b"0123456789abc".as_slice()),
        (b"tEXt", b"by Rosa"),
        (b"IDAT", b"x"),
        (b"IEND", b""),
    ] {
        png.extend(u32::try_from(body.len()).unwrap().to_be_bytes());
        png.extend_from_slice(name);
        png.extend_from_slice(body);
        png.extend([0; 4]);
    }
    png
}

fn adding(journey: &mut Journey) {
    journey.press("More").press("About me").press("Add a picture, sound or film");
}

fn add(journey: &mut Journey, name: &str, content: &[u8], words: &str) {
    adding(journey);
    journey.pick("Picture, sound or film", name, content);
    journey.type_in("The same in words", words);
    let item = pilot::choices(&journey.page(), "What does it say more about?", &["Please do"]);
    journey.choose("What does it say more about?", &[&item[0]]);
    journey.press("Save");
}

pub(crate) fn alone() -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    journey
}

fn media(journey: &Journey) -> Vec<Media> {
    let blocks = journey.page().blocks.into_iter();
    blocks
        .filter_map(|block| if let Block::Media(media) = block { Some(media) } else { None })
        .collect()
}

fn rows(journey: &Journey) -> usize {
    journey.disk.lock().unwrap().apart()
}

/// What a server keeps of what is large, in a few lines.
#[derive(Default)]
pub(crate) struct Kept {
    parts: Vec<(MediaHash, Vec<Vec<u8>>)>,
    forgotten: Vec<MediaHash>,
    /// Answers no more than so many.
    most: Option<usize>,
    /// Answers with this.
    status: Option<u16>,
    /// The parts that were sent or asked for.
    asked: Vec<u32>,
}

impl Kept {
    fn of(&mut self, hash: MediaHash) -> &mut Vec<Vec<u8>> {
        if self.parts.iter().all(|(of, _)| *of != hash) {
            self.parts.push((hash, Vec::new()));
        }
        &mut self.parts.iter_mut().find(|(of, _)| *of == hash).unwrap().1
    }

    pub(crate) fn handle(&mut self, request: &NetworkOperation) -> NetworkOutput {
        let answer =
            |status, body| NetworkOutput::Answer(Answer { status, retry_after: None, body });
        let large = [paths::MEDIA, paths::MEDIA_PART, paths::MEDIA_FORGET];
        if !large.contains(&request.path.as_str()) {
            return answer(404, Vec::new());
        }
        if let Some(status) = self.status {
            return answer(status, Vec::new());
        }
        match self.most.as_mut() {
            Some(0) => return NetworkOutput::Unreachable,
            Some(left) => *left -= 1,
            None => {}
        }
        if request.path == paths::MEDIA {
            let part = MediaPart::decode(&request.body).unwrap();
            self.asked.push(part.part);
            let kept = self.of(part.hash);
            if kept.len() == part.part as usize {
                kept.push(part.content);
            }
            let next = u32::try_from(kept.len()).unwrap();
            let whole = next == record::media::parts(part.bytes);
            return answer(200, json::bytes(&MediaTaken { next, whole }));
        }
        let asked: MediaAsked = json::read(&request.body).unwrap();
        if request.path == paths::MEDIA_FORGET {
            self.forgotten.push(asked.hash);
            self.of(asked.hash).clear();
            return answer(204, Vec::new());
        }
        self.asked.push(asked.part);
        match self.of(asked.hash).get(asked.part as usize) {
            Some(part) => answer(200, part.clone()),
            None => answer(404, Vec::new()),
        }
    }
}

type Server = Rc<RefCell<Small>>;

fn server() -> Server {
    Server::default()
}

#[test]
fn a_picture_is_kept_without_who_made_it_shown_and_there_after_a_restart() {
    let mut journey = alone();
    add(&mut journey, "me.png", &picture(), "Ada helps me up");
    let text = journey.text();
    assert!(text.contains("(Picture: Ada helps me up) Here\nIn this browser"), "{text}");
    let mut journey = journey.restarted();
    journey.press("More").press("About me").look();
    let shown = journey.shown.values().next().unwrap();
    assert!(shown.len() < picture().len() && !String::from_utf8_lossy(shown).contains("Rosa"));
    assert_eq!(MediaHash::of(shown).hex(), media(&journey)[0].id);
    // On the sheet as well; in the file in its words.
    journey.press("A page to show or print");
    assert_eq!(media(&journey).len(), 1);
    journey.press("Save this page as a file");
    let file = String::from_utf8(journey.files[0].content.clone()).unwrap();
    assert!(file.contains("Picture: Ada helps me up"), "{file}");
}

#[test]
fn what_is_large_is_not_read_when_the_app_is_opened() {
    let mut journey = alone();
    add(&mut journey, "s.ogg", &sound(3 * PART + 5), "I say how I like my tea");
    assert_eq!(rows(&journey), 4);
    let opened = journey.disk.lock().unwrap().opened();
    assert!(opened.rows.iter().all(|row| row.body.len() < 10_000), "{opened:?}");
    journey.look();
    assert_eq!(journey.shown.values().next().unwrap(), &sound(3 * PART + 5));
    journey.press("More").press("Your data on this device");
    assert!(journey.text().contains("Their files on this device: 1, 385 KB"), "{}", journey.text());
}

#[test]
fn what_cannot_be_kept_is_refused_at_its_field() {
    let mut journey = alone();
    adding(&mut journey);
    journey.press("Save");
    let text = journey.text();
    for words in
        ["✗ Choose a picture, sound or film", "✗ Write what it shows", "✗ Choose what it says"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    let field = "Picture, sound or film";
    for (content, words) in [
        (b"".to_vec(), "✗ There is nothing in this file"),
        (b"%PDF-1.7".to_vec(), "✗ This is no picture, sound or film"),
        (b"\0\0\0\x18ftypheic".to_vec(), "✗ This kind of picture (HEIC or AVIF)"),
        (b"\xff\xd8\xff\xe1\xff".to_vec(), "✗ This file is damaged"),
        ([picture(), vec![0; 5 << 20]].concat(), "✗ This picture is too large. It may have 5 MB"),
    ] {
        journey.pick(field, "file", &content).press("Save");
        assert!(journey.text().contains(words), "{words}: {}", journey.text());
    }
    // A shell does not even read what is larger than anything that is taken.
    let (form, field) = pilot::field(&journey.page(), field).unwrap();
    let file = PickedFile { name: "film.mp4".into(), size: MOST + 1, content: None };
    journey.send(Event::Input(FieldInput { form, field, value: Input::File(file) }));
    journey.press("Save");
    assert!(
        journey
            .text()
            .contains("✗ This file is too large. A picture may have 5 MB, sound and film 25 MB")
    );
    assert_eq!(rows(&journey), 0);
}

#[test]
fn where_the_device_has_no_room_nothing_has_happened() {
    let mut journey = alone();
    journey.disk.lock().unwrap().problem = Some(StoreProblem::Full);
    add(&mut journey, "me.png", &picture(), "Ada helps me up");
    assert_eq!(journey.page().name, "about_me.media", "{}", journey.text());
    journey.holding(|held| assert!(held.apart.held.is_empty()));
    journey.disk.lock().unwrap().problem = None;
    journey.press("Save");
    assert_eq!(media(&journey).len(), 1);
}

#[test]
fn crossed_out_its_bytes_are_gone_and_its_words_stay_in_the_history() {
    let mut journey = alone();
    add(&mut journey, "me.png", &picture(), "Ada helps me up");
    journey.press("Change the words, or cross it out").press("Correct");
    journey.type_in("The same in words", "Ada and Jo help me up").press("Save");
    assert!(journey.text().contains("Ada and Jo help me up"), "{}", journey.text());
    journey.press("Cross it out");
    assert!(journey.text().contains("itself is deleted here, on the server"), "{}", journey.text());
    journey.type_in("In your own words", "Not me").press("Cross it out");
    let text = journey.text();
    assert!(text.contains("Ada helps me up") && text.contains("Not me"), "{text}");
    assert_eq!(rows(&journey), 0);
    journey.press("More").press("About me");
    assert!(media(&journey).is_empty());
}

#[test]
fn a_picture_that_stands_twice_stays_until_the_last_is_crossed_out() {
    let mut journey = alone();
    add(&mut journey, "me.png", &picture(), "One");
    add(&mut journey, "me.png", &picture(), "Two");
    for left in [1, 0] {
        journey.press("More").press("About me").press("Change the words, or cross it out");
        journey.press("Cross it out").type_in("In your own words", "Twice").press("Cross it out");
        assert_eq!(rows(&journey), left);
    }
}

#[test]
fn it_is_sent_part_by_part_and_goes_on_after_the_app_ended() {
    let server = server();
    server.borrow_mut().media.most = Some(2);
    let mut journey = signed_in(&server);
    add(&mut journey, "s.ogg", &sound(3 * PART + 5), "I say how I like my tea");
    assert!(journey.text().contains("On this device, not sent yet"), "{}", journey.text());
    let hash = MediaHash::of(&sound(3 * PART + 5));
    assert_eq!(server.borrow_mut().media.of(hash).len(), 2);
    server.borrow_mut().media.most = None;
    let mut journey = with(&server, journey.restarted());
    journey.later(1);
    assert!(server.borrow_mut().media.of(hash).concat() == sound(3 * PART + 5));
    // The first once more, by which the server says how far it is.
    assert_eq!(server.borrow().media.asked, [0, 1, 0, 2, 3]);
    journey.press("More").press("About me");
    assert!(journey.text().contains("On this device and sent"), "{}", journey.text());
    // Crossed out, the server is to forget it.
    journey.press("Change the words, or cross it out").press("Cross it out");
    journey.type_in("In your own words", "No").press("Cross it out");
    assert_eq!(server.borrow().media.forgotten, [hash]);
    journey.holding(|held| assert!(held.apart.held.is_empty()));
}

#[test]
fn what_the_server_does_not_take_is_said_and_holds_nothing_up() {
    let server = server();
    server.borrow_mut().media.status = Some(413);
    let mut journey = signed_in(&server);
    add(&mut journey, "me.png", &picture(), "One");
    let text = journey.text();
    assert!(text.contains("no more room for this record on the server"), "{text}");
    server.borrow_mut().media.status = None;
    add(&mut journey, "s.ogg", &sound(50), "Two");
    assert_eq!(server.borrow_mut().media.of(MediaHash::of(&sound(50))).len(), 1);
}

/// Two devices of a person: one has added it, the other knows it by its words.
fn elsewhere(server: &Server, content: &[u8]) -> Journey {
    let mut journey = signed_in(server);
    add(&mut journey, "file", content, "Ada helps me up");
    let mut other = signed_in(server);
    other.press("More").press("About me");
    server.borrow_mut().media.asked.clear();
    other
}

#[test]
fn a_picture_is_fetched_when_its_page_is_looked_at_checked_and_kept() {
    let server = server();
    let mut other = elsewhere(&server, &picture());
    assert_eq!(media(&other)[0].state, MediaState::Wanted, "{}", other.text());
    other.look();
    assert!(other.text().contains("On this device and sent"), "{}", other.text());
    assert_eq!(other.shown.len(), 1);
    assert_eq!(rows(&other), 1);
}

#[test]
fn what_was_changed_on_the_way_is_not_shown() {
    let server = server();
    let mut other = elsewhere(&server, &picture());
    server.borrow_mut().media.parts[0].1[0][20] ^= 1;
    other.look();
    assert!(other.shown.is_empty() && other.text().contains("It cannot be fetched"));
}

#[test]
fn with_no_network_the_words_say_the_same_and_it_comes_later() {
    let server = server();
    let mut other = elsewhere(&server, &sound(2 * PART));
    server.borrow_mut().media.most = Some(1);
    other.press("Fetch it (256 KB)").look();
    assert!(other.shown.is_empty() && other.text().contains("Ada helps me up"));
    assert!(other.text().contains("there is no network"), "{}", other.text());
    // Pressed again, it is tried again.
    other.press("Fetch it (256 KB)").look();
    assert!(other.shown.is_empty());
    server.borrow_mut().media.most = None;
    other.later(2);
    other.look();
    assert_eq!(other.shown.values().next().unwrap(), &sound(2 * PART), "{}", other.text());
    // What had come was not asked for again.
    assert_eq!(server.borrow().media.asked, [0, 1]);
}

#[test]
fn sound_is_fetched_when_somebody_says_so() {
    let server = server();
    let mut other = elsewhere(&server, &sound(2 * PART));
    other.look();
    assert!(other.shown.is_empty() && server.borrow().media.asked.is_empty());
    other.press("Fetch it (256 KB)").look();
    assert_eq!(other.shown.values().next().unwrap(), &sound(2 * PART));
}

#[test]
fn who_only_looks_keeps_nothing_on_the_device() {
    let server = server();
    let mut other = elsewhere(&server, &picture());
    // As a colleague holds it, for as long as the record is open.
    other.act(|cx| {
        cx.open.holding_mut().unwrap().kept = false;
        crux_core::Command::done()
    });
    other.look();
    assert_eq!((other.shown.len(), rows(&other)), (1, 0), "{}", other.text());
    let text = other.text();
    assert!(text.contains("Shown while this record is open, and not kept"), "{text}");
    assert!(!text.contains("Add a picture"), "{text}");
}

#[test]
fn what_is_damaged_on_the_device_is_never_shown_and_fetched_again() {
    let server = server();
    let mut other = elsewhere(&server, &picture());
    other.look();
    other.shown.clear();
    other.disk.lock().unwrap().damage_apart();
    let id = media(&other)[0].id.clone();
    other.send(Event::Media(id));
    assert!(other.shown.is_empty());
    other.look();
    assert_eq!(other.shown.len(), 1, "{}", other.text());
}

#[test]
fn crossed_out_elsewhere_it_is_deleted_here_too() {
    let server = server();
    let mut other = elsewhere(&server, &picture());
    other.look();
    assert_eq!(rows(&other), 1);
    let mut third = signed_in(&server);
    third.press("More").press("About me").press("Change the words, or cross it out");
    third.press("Cross it out").type_in("In your own words", "No").press("Cross it out");
    other.later(1);
    assert_eq!(rows(&other), 0);
    assert!(media(&other).is_empty(), "{}", other.text());
}

#[test]
fn on_a_phone_it_is_opened_by_the_system() {
    let launch = Launch { platform: Platform::Android, ..Launch::default() };
    let mut journey = Journey::launched(launch);
    journey.press("Use it on this device");
    add(&mut journey, "s.ogg", &sound(PART + 1), "I say how I like my tea");
    journey.press("Open");
    assert_eq!(
        (journey.files[0].name.as_str(), &journey.files[0].content),
        ("sound.ogg", &sound(PART + 1))
    );
}

#[test]
fn who_may_only_read_adds_nothing_and_has_the_words() {
    let mut journey = alone();
    add(&mut journey, "me.png", &picture(), "Ada helps me up");
    become_another(&mut journey, RecordSide::Carer, &[Scope::About], &[]);
    journey.press("More").press("About me");
    let text = journey.text();
    assert!(text.contains("Ada helps me up") && !text.contains("Add a picture"), "{text}");
    // What is no longer shared with this device is forgotten by it.
    become_another(&mut journey, RecordSide::Carer, &[Scope::Health], &[]);
    journey.act(super::tidy);
    assert_eq!(rows(&journey), 0);
    journey.holding(|held| assert!(held.apart.held.is_empty()));
}

#[test]
fn it_is_in_the_copy_as_a_file_beside_its_words() {
    let mut journey = alone();
    add(&mut journey, "s.ogg", &sound(PART + 1), "I say how I like my tea");
    journey.press("More").press("Your data on this device").press("Save a copy");
    let files = crate::your_data::tests::unpack(&journey.files[0].content);
    let name = super::file(MediaHash::of(&sound(PART + 1)), record::kinds::MediaType::Ogg);
    assert!(files[&name] == sound(PART + 1));
    let sheet = String::from_utf8_lossy(&files["about-me-media.csv"]).into_owned();
    assert!(sheet.contains(&name) && sheet.contains("I say how I like my tea"), "{sheet}");
    assert!(String::from_utf8_lossy(&files["record.html"]).contains(&name));
    journey.disk.lock().unwrap().damage_apart();
    journey.press("Save a copy");
    assert!(journey.text().contains("could not be read, so the copy was not made"));
    assert_eq!(journey.files.len(), 1);
}

pub(crate) fn decision(journey: &mut Journey) {
    journey.press("More").press("Decisions").press("Begin a decision");
    journey.type_in("What is to be decided?", "A new inhaler").press("Save");
}

pub(crate) fn record(journey: &mut Journey) {
    journey.press("Recording of a talk").type_in("Who was there?", "Dr Reid and Ada");
    journey.choose("Did everybody agree to be recorded?", &["all"]).press("Save");
    journey.press("Keep the recording on this device");
    journey.pick("Sound or film", "talk.ogg", &sound(PART + 9));
    journey.type_in("The same in words", "We talked about what is new in it");
    let who = "Who of these was recorded?";
    let agreed = crate::pilot::choices(&journey.page(), who, &["Dr Reid and Ada"]);
    journey.choose(who, &[&agreed[0]]).press("Save");
}

#[test]
fn a_recording_is_kept_only_where_all_agreed_and_sent_only_when_it_is_shared() {
    let server = server();
    let mut journey = signed_in(&server);
    decision(&mut journey);
    assert!(!journey.text().contains("Keep the recording"), "{}", journey.text());
    record(&mut journey);
    let text = journey.text();
    assert!(text.contains("On this device only. It has not been sent to anybody"), "{text}");
    assert!(text.contains("Everybody agreed: Dr Reid and Ada"), "{text}");
    let mut journey = with(&server, journey.restarted());
    journey.later(1);
    assert!(server.borrow().media.asked.is_empty(), "nothing of it is sent");
    journey.holding(|held| assert_eq!(held.record.current::<DecisionMedia>().count(), 0));
    journey.press("More").press("Decisions").press("A new inhaler").look();
    assert_eq!(journey.shown.values().next().unwrap(), &sound(PART + 9));
    journey.press("Share with those who see this decision");
    let hash = MediaHash::of(&sound(PART + 9));
    assert_eq!(server.borrow_mut().media.of(hash).len(), 2, "{}", journey.text());
    journey.holding(|held| {
        let shared = held.record.current::<DecisionMedia>().next().unwrap().value;
        assert_eq!(shared.agreed, "Dr Reid and Ada");
        assert!(held.apart.recordings.is_empty());
    });
    assert!(!journey.text().contains("On this device only"), "{}", journey.text());
}

#[test]
fn a_recording_is_deleted_for_good() {
    let mut journey = alone();
    decision(&mut journey);
    record(&mut journey);
    assert_eq!(rows(&journey), 2);
    journey.press("Delete for good");
    assert!(journey.text().contains("It is nowhere else"), "{}", journey.text());
    journey.press("Delete for good");
    assert!(journey.text().contains("Nothing of it is left on this device"), "{}", journey.text());
    assert_eq!(rows(&journey), 0);
    let journey = journey.restarted();
    journey.holding(|held| assert!(held.apart.recordings.is_empty()));
}

#[test]
fn a_picture_is_no_recording() {
    let mut journey = alone();
    decision(&mut journey);
    record(&mut journey);
    journey.press("Keep the recording on this device");
    journey.pick("Sound or film", "me.png", &picture()).press("Save");
    let text = journey.text();
    assert!(text.contains("✗ This is a picture. Choose sound or film"), "{text}");
    assert!(text.contains("✗ Choose who agreed"), "{text}");
}
