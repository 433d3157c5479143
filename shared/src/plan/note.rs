//! How something went, on a day; of a review: what a side wants to talk about.

use jiff::civil::Time;
use record::EntryId;
use record::kinds::{PlanNote, PlanSort};

use super::gathered::find;
use super::rights::{Right, right};
use super::{Intent, form, nothing, person, proposal, seconds};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::fields::{Typed, ask, date};
use crate::forms::voice::{self, Voice};
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Page};
use crate::when;
use crate::words::say;

/// The most characters.
const MOST: usize = 1_000;

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let found = view.open.holding().and_then(|held| Some((held, find(held, id)?)));
    let Some((holding, entry)) = found else { return gone(view) };
    let most = u32::try_from(MOST).unwrap_or(u32::MAX);
    let review = entry.value.sort == PlanSort::Review;
    let label = if review { "plan-prepare" } else { "plan-went" };
    let hint = if review { "plan-prepare-hint" } else { "plan-went-hint" };
    let mut fields = vec![Field::long_text(ask(words, "text", label, hint), 4, most)];
    if !review {
        fields.push(date(ask(words, "day", "plan-went-day", ""), Some(view.today())));
    }
    fields.extend(voice::ask(words, holding));
    let save = Button::primary(say!(words, "save"), Press::Plan(Intent::SaveNote(id)));
    Page {
        name: "plan.note".into(),
        title: words.get(label),
        caption: view.owner(),
        blocks: vec![
            Block::inset(super::told::line(words, &holding.record, &entry.value)),
            Block::form(form("note", holding, id), fields, vec![save]),
        ],
        ..Page::default()
    }
}

/// Keeps it. Whoever may add to the plan says how something went; a carer, also in the
/// person's words.
pub(super) fn save(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let view = cx.view();
    let Some(holding) = view.open.holding() else { return nothing() };
    let Some(entry) = find(holding, id) else { return nothing() };
    let name = form("note", holding, id);
    let draft = view.open.forms.get(&name);
    let mut typed = Typed::new(words, &draft);
    let text = typed.text("text", MOST);
    let today = view.today();
    let day = typed.date("day").unwrap_or(today);
    if right(holding, seconds(view)) == Right::Reads {
        typed.wrong("text", say!(words, "plan-no-right", name = person(view)));
    } else if text.is_none() {
        typed.wrong("text", say!(words, "plan-text-none"));
    }
    if day > today {
        typed.wrong("day", say!(words, "plan-day-future"));
    }
    let mut act = Act::new(holding, view.now).says(Voice::said(&draft));
    let noon = Time::constant(12, 0, 0, 0);
    let happened =
        if day == today { act.happened_now() } else { when::happened(day, noon, &view.now.zone) };
    let note = PlanNote { text, ..proposal::note(holding, entry.id) };
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    act.create(&note, happened);
    act.finish_form(&name);
    let notice = cx.open.holding().map(|holding| saving::notice(cx.open, words, holding));
    act.save(cx, Go::Back, notice)
}
