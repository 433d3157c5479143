//! Recordings of talks about a decision. One is kept only where it is written down that
//! everybody who was there agreed. It stays on this device, as no part of the record,
//! until the person shares it; until then it can be deleted for good.

use record::kinds::{DecisionMedia, DecisionPart, PartOf};
use record::media::MediaHash;
use record::state::Entry;
use record::{EntryId, Record, Scope};

use super::whole::{Whole, entry_of, ref_to, whole};
use super::{Intent, Screen, may_decide, nothing};
use crate::app::Cmd;
use crate::entry::{self, Told, gone};
use crate::forms::fields::{choice, value};
use crate::holding::Holding;
use crate::holding::apart::{self, Held, HeldState, Kept, Recording};
use crate::media::pick::{self, Wants};
use crate::media::{self, Said, show};
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{Act, Go};
use crate::screen::{
    Block, Button, Choice, ChoiceField, Field, Icon, Notice, NoticeTone, Page, Question, SummaryRow,
};
use crate::track;
use crate::words::{Words, say};

fn form(holding: &Holding, id: EntryId) -> String {
    super::form("recording", holding, Some(id))
}

/// Where it is written down that everybody agreed, and nobody says otherwise.
fn agreements(whole: &Whole) -> impl Iterator<Item = &Entry<DecisionPart>> {
    let all = whole.of(PartOf::Recording);
    all.filter(|entry| entry.conflicts.is_empty() && entry.disputed.is_none())
}

/// Whether what was agreed to when a recording was kept is still so: the note is there,
/// and names the same people.
fn stands(holding: &Holding, whole: &Whole, recording: &Recording) -> bool {
    let own = |id| holding.record.own(id);
    agreements(whole).any(|entry| {
        let is_it = recording.agreement.is_none_or(|id| own(id) == own(entry.id));
        is_it && entry.value.text == recording.agreed
    })
}

fn may(holding: &Holding) -> bool {
    holding.kept && may_decide(holding)
}

/// Those that are part of the record.
fn shared(holding: &Holding, id: EntryId) -> Vec<Entry<DecisionMedia>> {
    let of = ref_to(holding, id);
    holding.record.current::<DecisionMedia>().filter(|e| e.value.decision == of).collect()
}

/// Those on this device alone.
fn alone(holding: &Holding, id: EntryId) -> impl Iterator<Item = &Recording> {
    let id = holding.record.own(id);
    let all = holding.apart.recordings.iter();
    all.filter(move |recording| holding.record.own(recording.decision) == id)
}

/// The part of a decision's page.
pub(super) fn blocks(view: View<'_>, holding: &Holding, whole: &Whole) -> Vec<Block> {
    let words = view.words;
    let id = whole.decision.id;
    let mut blocks = Vec::new();
    for entry in shared(holding, id) {
        let label = say!(words, "media-more");
        let more = Button::quiet(label, Place::Entry(entry::Screen::Whole(entry.id)));
        blocks.extend(show::blocks(view, holding, &Said::decision(&entry), vec![more]));
        blocks.extend(track::author_line(words, holding, &entry.last).map(Block::small));
    }
    for recording in alone(holding, id) {
        let Some(said) = media::find(holding, recording.hash) else { continue };
        let stands = stands(holding, whole, recording);
        let mut buttons = Vec::new();
        if may(holding) && stands {
            let share = Press::Deciding(Intent::Share(id, recording.hash));
            buttons.push(Button::secondary(say!(words, "recording-share"), share));
        }
        let delete = Place::Deciding(Screen::Delete(id, recording.hash));
        buttons.push(Button::quiet(say!(words, "recording-delete"), delete).icon(Icon::Bin));
        let who = recording.agreed.as_str();
        blocks.push(Block::inset(say!(words, "recording-here")));
        blocks.extend(show::blocks(view, holding, &said, buttons));
        if !stands {
            blocks.push(Block::small(say!(words, "recording-taken-back", who = who)));
            continue;
        }
        blocks.push(Block::small(say!(words, "recording-agreed", who = who)));
        if may(holding) {
            blocks.push(Block::small(say!(words, "recording-share-text")));
        }
    }
    if may(holding) && agreements(whole).next().is_some() {
        let keep = Place::Deciding(Screen::Record(id));
        let keep = Button::quiet(say!(words, "recording-keep"), keep).icon(Icon::Plus);
        blocks.push(Block::buttons(vec![keep]));
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::heading(say!(words, "media-decisions")));
    }
    blocks
}

/// The page that keeps one.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let found = view.open.holding().filter(|holding| may(holding));
    let found = found.and_then(|holding| Some((holding, whole(holding, id)?)));
    let Some((holding, whole)) = found else { return gone(view) };
    let choices: Vec<Choice> =
        agreements(&whole).map(|entry| choice(value(entry.id), entry.value.text.clone())).collect();
    let blocks = if choices.is_empty() {
        let new = Place::Deciding(Screen::NewPart(id, PartOf::Recording.code()));
        vec![
            Block::paragraph(say!(words, "recording-first")),
            Block::buttons(vec![Button::secondary(say!(words, "deciding-recording"), new)]),
        ]
    } else {
        let question = Question::new("agreed", say!(words, "recording-agreed-ask"));
        let fields = vec![
            Field::Choice(ChoiceField { question, choices }),
            pick::field(words, "recording-file", Wants::Recording),
            pick::words_field(words),
        ];
        let save = Button::primary(say!(words, "save"), Press::Deciding(Intent::Record(id)));
        vec![
            Block::paragraph(say!(words, "recording-text")),
            Block::form(form(holding, id), fields, vec![save]),
        ]
    };
    Page {
        name: "decisions.record".into(),
        title: say!(words, "recording-title"),
        caption: view.owner(),
        blocks,
        busy: view.open.saving,
        ..Page::default()
    }
}

/// Keeps one on this device.
pub(super) fn save(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(holding) = cx.open.holding().filter(|holding| may(holding)) else { return nothing() };
    let Some(whole) = whole(holding, id) else { return nothing() };
    let form = form(holding, id);
    let draft = cx.open.forms.get(&form);
    let chosen = draft.choice("agreed");
    let agreed = agreements(&whole).find(|entry| Some(value(entry.id).as_str()) == chosen);
    let text = draft.text("words");
    let picked = pick::look(cx.open, words, holding, &form, Wants::Recording);
    let mut wrong = Vec::new();
    if agreed.is_none() {
        wrong.push(("agreed", say!(words, "recording-agreed-none")));
    }
    if let Err(why) = &picked {
        wrong.push(("file", why.clone()));
    }
    wrong.extend(pick::wrong_words(words, text));
    let (Ok(picked), Some(agreed), true) = (picked, agreed, wrong.is_empty()) else {
        cx.open.forms.refuse(&form, wrong);
        return nothing();
    };
    let mut act = Act::new(holding, cx.now);
    picked.rows(&mut act, holding, Scope::Decisions);
    let recording = Recording {
        hash: picked.hash,
        decision: holding.record.own(id),
        code: picked.media.code(),
        bytes: picked.bytes(),
        words: text.to_owned(),
        agreed: agreed.value.text.clone(),
        agreement: Some(holding.record.own(agreed.id)),
        at: cx.now.ms.div_euclid(1000),
    };
    act.put(recording.keep(holding.index));
    act.record(Kept::Here(recording));
    act.finish_form(&form);
    let notice = Notice::new(NoticeTone::Success, say!(words, "recording-kept"));
    act.save(cx, Go::Back, Some(notice))
}

/// Shares one with those who see the decision: it becomes a part of the record.
pub(super) fn share(id: EntryId, hash: MediaHash, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding().filter(|holding| may(holding)) else { return nothing() };
    let Some(recording) = holding.apart.recording(hash).cloned() else { return nothing() };
    let agreed = whole(holding, id).is_some_and(|whole| stands(holding, &whole, &recording));
    if !agreed {
        return nothing();
    }
    let mut act = Act::new(holding, cx.now);
    let mut happened = act.happened_now();
    happened.at = recording.at;
    let entry = DecisionMedia {
        decision: ref_to(holding, id),
        hash,
        media: recording.media(),
        bytes: recording.bytes,
        words: recording.words,
        agreed: recording.agreed,
    };
    act.create(&entry, happened);
    let state = HeldState::Unsent;
    let held = Held { hash, scope: Scope::Decisions, bytes: recording.bytes, state };
    act.put(held.keep(holding.index));
    act.hold(held);
    act.put(apart::forget_recording(holding.index, hash));
    act.record(Kept::Gone(hash));
    let notice = Notice::new(NoticeTone::Success, say!(cx.words, "recording-shared"));
    act.save(cx, Go::Stay, Some(notice))
}

/// The page that asks whether to delete one.
pub(super) fn sure(id: EntryId, hash: MediaHash, view: View<'_>) -> Page {
    let words = view.words;
    let found = view.open.holding().and_then(|holding| holding.apart.recording(hash));
    let Some(recording) = found else { return gone(view) };
    let delete = Press::Deciding(Intent::Delete(id, hash));
    Page {
        name: "decisions.delete".into(),
        title: say!(words, "recording-sure-title"),
        caption: view.owner(),
        blocks: vec![
            Block::quote(recording.words.clone()),
            Block::paragraph(say!(words, "recording-delete-sure")),
            Block::buttons(vec![
                Button::warning(say!(words, "recording-delete"), delete),
                Button::quiet(say!(words, "cancel"), Press::Back),
            ]),
        ],
        ..Page::default()
    }
}

/// Deletes it for good.
pub(super) fn delete(hash: MediaHash, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    if holding.apart.recording(hash).is_none() {
        return nothing();
    }
    let mut act = Act::new(holding, cx.now);
    // The same sound, shared before, stays.
    if holding.apart.find(Scope::Decisions, hash).is_none() {
        act.put(apart::remove(holding.index, Scope::Decisions, hash));
    }
    act.put(apart::forget_recording(holding.index, hash));
    act.record(Kept::Gone(hash));
    let notice = Notice::new(NoticeTone::Success, say!(cx.words, "recording-deleted"));
    act.save(cx, Go::Back, Some(notice))
}

impl Told for DecisionMedia {
    fn title(&self, words: &Words, _: &Record) -> String {
        show::sort_name(words, self.media.sort())
    }

    fn text(&self, _: &Words, _: &Record) -> String {
        self.words.clone()
    }

    fn rows(&self, words: &Words, record: &Record) -> Vec<SummaryRow> {
        let about = record.get::<record::kinds::Decision>(entry_of(self.decision));
        let about = about.map(|entry| entry.value.about).unwrap_or_default();
        vec![
            SummaryRow::new(say!(words, "deciding-about"), about),
            SummaryRow::new(say!(words, "media-words"), self.words.clone()),
            SummaryRow::new(say!(words, "media-size"), show::size(words, self.bytes)),
            SummaryRow::new(say!(words, "deciding-recording-agreed"), self.agreed.clone()),
        ]
    }

    fn correct(_: EntryId) -> Option<Press> {
        None
    }

    fn may(_: &Entry<Self>, holding: &Holding, _: i64) -> bool {
        may(holding)
    }

    fn named(&self, words: &Words, _: &Record) -> String {
        say!(words, "media-crossing-out", words = self.words.as_str())
    }
}
