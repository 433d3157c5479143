//! The form of anything in the plan: writing it, changing it, proposing it, and
//! putting what was proposed into one's own words.

use record::kinds::{PlanItem, PlanSort, PlanStatus};
use record::state::Entry;
use record::{EntryId, Scope};

use super::asked::{check, field, prefill, read};
use super::ended;
use super::gathered::{Gathered, find, naming};
use super::part::{Part, is_empty};
use super::proposing::At;
use super::rights::{Right, right};
use super::sorts::{self, Of};
use super::{Intent, Screen, Writing, form, nothing, person, seconds};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::fields::{MAX_WORDS, Typed, optional};
use crate::forms::voice;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Notice, NoticeTone, Page};
use crate::words::say;

/// What is being written: of which sort, found in the record, and its form.
struct Found {
    of: &'static Of,
    at: At<PlanItem>,
    form: String,
}

impl Found {
    fn find(writing: Writing, holding: &Holding) -> Option<Self> {
        let (id, what, adapts) = match writing {
            Writing::New(sort, parent) => {
                let of = sorts::of(PlanSort::from_code(sort))?;
                let form = match parent {
                    Some(parent) => form(&format!("new.{sort}"), holding, parent),
                    None => format!("plan.new.{sort}.{}", holding.index),
                };
                return Some(Self { of, at: At::NEW, form });
            }
            Writing::Change(id) => (id, "change", false),
            Writing::Adapt(id) => (id, "adapt", true),
        };
        let at = At::<PlanItem>::find(holding, id, adapts)?;
        let of = sorts::of(at.begins()?.sort)?;
        let proposal = at.proposal.as_ref().map(|proposal| proposal.id);
        let id = proposal.or(at.stands.as_ref().map(|stands| stands.id))?;
        Some(Self { of, at, form: form(what, holding, id) })
    }

    /// What the form begins with.
    fn begins(&self, writing: Writing, holding: &Holding) -> PlanItem {
        let new = PlanItem::new(self.of.sort);
        match (self.at.begins(), writing) {
            (Some(begins), _) => begins,
            (None, Writing::New(_, Some(parent))) => {
                PlanItem { of: Some(naming(holding, parent)), ..new }
            }
            (None, _) => new,
        }
    }

    /// Whether it is a proposal of one's own that is put better.
    fn own(&self, writing: Writing) -> bool {
        self.at.proposal.is_some() && matches!(writing, Writing::Change(_))
    }

    /// Whether what is kept is a proposal.
    fn proposes(&self, writing: Writing, right: Right) -> bool {
        right != Right::Decides || self.own(writing)
    }
}

/// Opens the form, filled in with what stands.
pub(super) fn open(writing: Writing, cx: &mut Cx<'_>) -> Cmd {
    let now = seconds(cx.view());
    let Some(holding) = cx.open.holding() else { return nothing() };
    let Some(found) = Found::find(writing, holding) else { return elsewhere(writing, cx) };
    let right = right(holding, now);
    let item = found.begins(writing, holding);
    // Nearly every goal is the person's own; what somebody does not touch they do not
    // propose.
    let fills = matches!(writing, Writing::New(..)) || !found.proposes(writing, right);
    let owner = Some(&holding.about.name).filter(|name| !name.is_empty());
    let owner = owner.cloned().unwrap_or_else(|| say!(cx.words, "plan-goal-who-me"));
    if cx.open.forms.opens(&found.form, found.at.saw()) {
        let forms = &mut cx.open.forms;
        prefill(forms, &found.form, found.of, &item);
        if fills && found.of.sort == PlanSort::Goal && is_empty(&item, Part::Who) {
            forms.set(&found.form, Part::Who.id(), owner);
        }
        ended::opens(forms, &found.form, right);
        if let Some(reason) = found.at.proposal.and_then(|proposal| proposal.value.reason) {
            forms.set(&found.form, "reason", reason);
        }
    }
    cx.open.go(Place::Plan(Screen::Edit(writing)));
    nothing()
}

/// That something is taken out has no words to change, and what has its answer keeps
/// them: its page has what can be done.
fn elsewhere(writing: Writing, cx: &mut Cx<'_>) -> Cmd {
    if let Writing::Change(id) = writing
        && cx.open.holding().and_then(|holding| find(holding, id)).is_some()
    {
        cx.open.go(Place::Plan(Screen::Proposal(id)));
    }
    nothing()
}

/// The page.
pub(super) fn page(writing: Writing, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(found) = Found::find(writing, holding) else { return gone(view) };
    let plan = Gathered::of(holding);
    let mut fields: Vec<Field> =
        found.of.asks.iter().filter_map(|ask| field(ask, found.of, &plan, words)).collect();
    let mut blocks = vec![Block::paragraph(words.get(found.of.text))];
    let label = if found.proposes(writing, right(holding, seconds(view))) {
        blocks.push(Block::inset(say!(words, "plan-propose-text", name = person(view))));
        fields.push(Field::text(optional(words, "reason", "plan-propose-why", "")));
        if found.at.proposal.is_none() {
            fields.extend(voice::ask(words, holding));
        }
        say!(words, "plan-propose")
    } else {
        say!(words, "save")
    };
    let save = Button::primary(label, Press::Plan(Intent::Save(writing)));
    blocks.push(Block::form(found.form, fields, vec![save]));
    Page {
        name: "plan.edit".into(),
        title: match writing {
            Writing::New(..) => words.get(found.of.add),
            Writing::Change(_) | Writing::Adapt(_) => words.get(found.of.name),
        },
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// Keeps what the form says, or proposes it.
pub(super) fn save(writing: Writing, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let view = cx.view();
    let Some(holding) = view.open.holding() else { return nothing() };
    let Some(mut found) = Found::find(writing, holding) else { return nothing() };
    let draft = view.open.forms.get(&found.form);
    // What came since the form was opened was not seen.
    found.at = found.at.when_opened(&holding.record, &draft);
    let first = found.of.asks.first().map_or("text", |ask| ask.part.id());
    if let Some(why) = ended::refused(holding, &draft, view) {
        return ended::refuse(cx, &found.form, first, why);
    }
    let right = right(holding, seconds(view));
    let own = found.own(writing);
    let proposes = found.proposes(writing, right);
    let plan = Gathered::of(holding);
    let mut typed = Typed::new(words, &draft);
    let mut item = found.begins(writing, holding);
    let stood = found.at.stands.as_ref().filter(|_| proposes).map(|entry| &entry.value);
    read(found.of, &plan, (words, &draft), &mut typed, &mut item, stood);
    check(&item, &plan, words, view.today(), &mut typed);
    let reason = typed.text("reason", MAX_WORDS);
    let mut act = Act::new(holding, view.now);
    let mut go = Go::Back;
    if proposes {
        act = act.says(found.at.voice(holding, &draft));
        if found.at.propose(&mut act, holding, (&item, reason), own).is_err() {
            typed.wrong(first, say!(words, "plan-propose-nothing"));
        }
    } else if found.at.proposal.is_some() {
        go = Go::BackBy(2);
        if waits(holding, &plan, &found.at) {
            found.at.adapt(&mut act, holding, &item);
        }
    } else if let Some(stands) = &found.at.stands {
        act.set(Some(stands), &item);
    } else {
        let now = act.happened_now();
        let id = act.create(&item, now);
        if item.sort == PlanSort::Goal {
            go = Go::Instead(Place::Plan(Screen::One(id)));
        }
    }
    if typed.refuse(&mut cx.open.forms, &found.form) {
        return nothing();
    }
    let Some(holding) = cx.open.holding() else { return nothing() };
    let mut notice = (!act.is_empty()).then(|| saving::notice(cx.open, words, holding));
    if proposes {
        let text = say!(words, "plan-proposed", name = person(cx.view()));
        notice = notice.map(|notice| notice.text(text));
    }
    act.finish_form(&found.form);
    act.save(cx, go, notice)
}

/// Whether nobody has answered it.
fn waits(holding: &Holding, plan: &Gathered, at: &At<PlanItem>) -> bool {
    at.proposal.as_ref().is_some_and(|it: &Entry<PlanItem>| plan.answer(holding, it.id).is_none())
}

/// A goal is reached, or a step is done: in one press.
pub(super) fn done(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let now = seconds(cx.view());
    let Some(holding) = cx.open.holding().filter(|held| held.may_write(Scope::Plan)) else {
        return nothing();
    };
    let Some(before) = find(holding, id) else { return nothing() };
    if right(holding, now) != Right::Decides {
        let name = person(cx.view());
        let why = say!(cx.words, "plan-no-right", name = name);
        cx.open.notice = Some(Notice::new(NoticeTone::Problem, why));
        return nothing();
    }
    let item = PlanItem { status: Some(PlanStatus::Done), ..before.value.clone() };
    let mut act = Act::new(holding, cx.now);
    act.set(Some(&before), &item);
    let notice = saving::notice(cx.open, cx.words, holding);
    act.save(cx, Go::Stay, Some(notice))
}
