//! Writing the items of a part.

use record::EntryId;
use record::fields::FieldNumber;

use super::leaf::{self, Leaf, Said, stands, with};
use super::{Item, Of, Shape};
use crate::action_plan::{call_of, is_number};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::Draft;
use crate::forms::fields::{MAX_NAME, MAX_WORDS, Typed, ask, choice, date, one_of, optional};
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, ChoiceField, Field, Page};
use crate::words::{Words, say};

/// The most characters of words.
const MOST: usize = 1_500;

/// The names of fields: of what an item says, and of a number to call.
pub(super) const FIELDS: [(&str, &str); 15] = [
    ("0", "0n"),
    ("1", "1n"),
    ("2", "2n"),
    ("3", "3n"),
    ("4", "4n"),
    ("5", "5n"),
    ("6", "6n"),
    ("7", "7n"),
    ("8", "8n"),
    ("9", "9n"),
    ("10", "10n"),
    ("11", "11n"),
    ("12", "12n"),
    ("13", "13n"),
    ("14", "14n"),
];

fn field(item: &Item) -> (&'static str, &'static str) {
    FIELDS.get(usize::from(item.number)).copied().unwrap_or_default()
}

/// The name of the form of a part of an entry, or of a new one.
fn name(of: &Of, holding: &Holding, id: Option<EntryId>, part: usize) -> String {
    let form = of.form;
    let Some(id) = id else { return format!("{form}.{}.{part}", holding.index) };
    let EntryId { writer, counter, .. } = holding.record.own(id);
    format!("{form}.{}.{}.{counter}.{part}", holding.index, writer.0)
}

/// The entries that a form is about, as they stood when it was opened.
fn stood(of: &Of, holding: &Holding, id: Option<EntryId>, draft: &Draft) -> Vec<Leaf> {
    let saw = draft.saw().iter().map(|sight| sight.entry);
    let ids: Vec<EntryId> = id.map_or_else(|| saw.collect(), |id| vec![id]);
    ids.into_iter().filter_map(|id| of.stood(&holding.record, draft, id)).collect()
}

/// The entries that a form is about.
fn leaves(of: &Of, holding: &Holding, id: Option<EntryId>) -> Vec<Leaf> {
    match id {
        Some(id) => of.get(&holding.record, id).into_iter().collect(),
        None if of.single => of.all(&holding.record),
        None => Vec::new(),
    }
}

/// Opens the form of a part, filled in with what stands.
pub(crate) fn open(of: &Of, (id, part): (Option<EntryId>, usize), place: Place, cx: &mut Cx<'_>) {
    let Some(holding) = cx.open.holding() else { return };
    let form = name(of, holding, id, part);
    let leaves = leaves(of, holding, id);
    let mut filled = Vec::new();
    for item in of.parts.get(part).map_or(&[][..], |part| part.items) {
        let all = stands(&holding.record, &leaves, item);
        filled.push((item, all.into_iter().map(|(said, _)| said).collect::<Vec<_>>()));
    }
    let saw = leaves.into_iter().map(|leaf| leaf.sight).collect();
    if cx.open.forms.opens(&form, saw) {
        for (item, said) in filled {
            fill(item, said, &form, cx);
        }
    }
    cx.open.go(place);
}

fn fill(item: &Item, said: Vec<Said>, form: &str, cx: &mut Cx<'_>) {
    let (field, number) = field(item);
    let forms = &mut cx.open.forms;
    let mut texts = Vec::new();
    let mut codes: Vec<String> = Vec::new();
    for said in said {
        match said {
            Said::Text(text) => texts.push(text),
            Said::Day(day) => forms.set_date(form, field, day),
            Said::Codes(all) => codes.extend(all.iter().map(u64::to_string)),
        }
    }
    match (item.shape, texts.first()) {
        (_, None) => {}
        (Shape::Call, Some(first)) => {
            let (who, call) = call_of(first);
            forms.set(form, field, who);
            forms.set(form, number, call.unwrap_or_default());
        }
        (Shape::Line, _) => forms.set(form, field, texts.join(" / ")),
        _ => forms.set(form, field, texts.join("\n")),
    }
    if !codes.is_empty() {
        forms.choose_all(form, field, codes);
    }
}

fn fields(words: &Words, item: &Item) -> Vec<Field> {
    let (field, number) = field(item);
    let question = match item.needed {
        "" => optional(words, field, item.ask, item.hint),
        _ => ask(words, field, item.ask, item.hint),
    };
    let choices = |of: super::Choices| {
        of.iter().map(|(code, id)| choice(code.to_string(), words.get(id))).collect::<Vec<_>>()
    };
    vec![match item.shape {
        Shape::Line => Field::text(question),
        Shape::Words => Field::long_text(question, 4, u32::try_from(MOST).unwrap_or(u32::MAX)),
        Shape::Day | Shape::Review => date(question, None),
        Shape::One(of) => one_of(question, choices(of), false),
        Shape::Any(of) => Field::Choices(ChoiceField { question, choices: choices(of) }),
        Shape::Call => {
            let call = optional(words, number, "plans-number-ask", "");
            return vec![Field::text(question), Field::text(call)];
        }
    }]
}

/// The questions of all parts, for a form that asks them at once.
pub(crate) fn questions(of: &Of, words: &Words) -> Vec<Field> {
    of.items().flat_map(|item| fields(words, item)).collect()
}

/// Fills such a form in with what fields say.
pub(crate) fn fill_all(of: &Of, said: &[u8], form: &str, cx: &mut Cx<'_>) {
    for item in of.items() {
        fill(item, leaf::said(said, item).into_iter().collect(), form, cx);
    }
}

/// What was typed into such a form, as fields; what is wrong is noted. `before` are the
/// fields that it was filled in with.
pub(crate) fn read_all(of: &Of, before: &[u8], wrong: &mut Typed<'_>, cx: &Cx<'_>) -> Vec<u8> {
    let one = |item: &Item| {
        let stood: Vec<Said> = leaf::said(before, item).into_iter().collect();
        (item.number, typed(item, &stood, wrong, cx))
    };
    let new: Vec<(FieldNumber, Option<Said>)> = of.items().map(one).collect();
    with(before, &new)
}

/// The field of the first question.
pub(crate) fn first(of: &Of) -> &'static str {
    of.items().next().map_or("", |item| field(item).0)
}

/// The page with the form of a part.
pub(crate) fn page(
    of: &Of,
    (id, part): (Option<EntryId>, usize),
    save: Press,
    view: View<'_>,
) -> Page {
    let words = view.words;
    let may = view.open.holding().filter(|holding| of.may(holding, view.now.ms.div_euclid(1000)));
    let (Some(holding), Some(asked)) = (may, of.parts.get(part)) else { return gone(view) };
    if id.is_some_and(|id| of.get(&holding.record, id).is_none()) {
        return gone(view);
    }
    let fields = asked.items.iter().flat_map(|item| fields(words, item)).collect();
    let save = vec![Button::primary(say!(words, "save"), save)];
    Page {
        name: of.page.into(),
        title: words.get(asked.title),
        caption: view.owner(),
        blocks: vec![Block::form(name(of, holding, id, part), fields, save)],
        ..Page::default()
    }
}

/// What was typed for an item; what is wrong is noted.
fn typed(item: &Item, before: &[Said], typed: &mut Typed<'_>, cx: &Cx<'_>) -> Option<Said> {
    let (field, number) = field(item);
    let words = cx.words;
    let text = |text: Option<String>| text.map(Said::Text);
    let said = match item.shape {
        Shape::Line => text(typed.text(field, MAX_WORDS)),
        Shape::Words => text(typed.text(field, MOST)),
        Shape::Call => {
            let (who, call) = (typed.text(field, MAX_NAME), typed.text(number, MAX_NAME));
            if call.as_deref().is_some_and(|call| !is_number(call)) {
                typed.wrong(number, say!(words, "plans-number-not"));
            }
            text(match (who, call) {
                (who, Some(call)) => Some(format!("{}\n{call}", who.unwrap_or_default())),
                (who, None) => who,
            })
        }
        Shape::Day | Shape::Review => {
            let said = typed.date(field).map(Said::Day);
            // A day that passed since it was written is not in the way of the rest.
            if let Some(Said::Day(day)) = said
                && !before.contains(&Said::Day(day))
            {
                match item.shape {
                    Shape::Day if day > cx.today() => {
                        typed.wrong(field, say!(words, "items-future"));
                    }
                    Shape::Review if day < cx.today() => {
                        typed.wrong(field, say!(words, "items-past"));
                    }
                    _ => {}
                }
            }
            said
        }
        Shape::One(of) | Shape::Any(of) => {
            let chosen = typed.chosen(field);
            let known = |code: &u64| of.iter().any(|(known, _)| known == code);
            let mut codes: Vec<u64> = Vec::new();
            for said in before {
                // What only a newer app knows stays.
                if let (Said::Codes(all), Shape::Any(_)) = (said, item.shape) {
                    codes.extend(all.iter().filter(|code| !known(code)));
                }
            }
            codes.extend(chosen.iter().filter_map(|code| code.parse::<u64>().ok()).filter(known));
            record::sort::by_key(&mut codes, |code| *code);
            codes.dedup();
            (!codes.is_empty()).then_some(Said::Codes(codes))
        }
    };
    if said.is_none() && !item.needed.is_empty() {
        typed.wrong(field, words.get(item.needed));
    }
    said
}

/// Keeps what the form says. A new entry has its own page then.
pub(crate) fn save(
    of: &Of,
    (id, part): (Option<EntryId>, usize),
    then: fn(EntryId) -> Place,
    cx: &mut Cx<'_>,
) -> Cmd {
    let may = cx.open.holding().filter(|holding| of.may(holding, cx.now.ms.div_euclid(1000)));
    let (Some(holding), Some(asked)) = (may, of.parts.get(part)) else { return Cmd::done() };
    let form = name(of, holding, id, part);
    let draft = cx.open.forms.get(&form);
    let leaves = stood(of, holding, id, &draft);
    if id.is_some() && leaves.is_empty() {
        return Cmd::done();
    }
    let mut wrong = Typed::new(cx.words, &draft);
    let mut new: Vec<(FieldNumber, Option<Said>)> = Vec::new();
    for item in asked.items {
        let stood = stands(&holding.record, &leaves, item);
        let before: Vec<Said> = stood.into_iter().map(|(said, _)| said).collect();
        new.push((item.number, typed(item, &before, &mut wrong, cx)));
    }
    let optional = asked.items.iter().all(|item| item.needed.is_empty());
    if optional && leaves.is_empty() && new.iter().all(|(_, said)| said.is_none()) {
        let first = asked.items.first().map_or("", |item| field(item).0);
        wrong.wrong(first, say!(cx.words, "items-nothing"));
    }
    if wrong.refuse(&mut cx.open.forms, &form) {
        return Cmd::done();
    }
    let Some(holding) = cx.open.holding() else { return Cmd::done() };
    let mut act = Act::new(holding, cx.now);
    let first = leaves.first();
    let fields = with(first.map_or(&[][..], |leaf| &leaf.fields), &new);
    let old = first.map(|leaf| leaf.against(asked.items, &fields));
    let before = first.zip(old.as_deref());
    let written = (of.set)(&mut act, holding.record.me(), before, &fields);
    // Begun on two devices: what they said is in the one now.
    for leaf in leaves.iter().skip(1) {
        act.retract_seen(leaf.sight.clone(), &say!(cx.words, "items-joined"));
    }
    act.finish_form(&form);
    let notice = (!act.is_empty()).then(|| saving::notice(cx.open, cx.words, holding));
    let go = match written {
        Some(id) if leaves.is_empty() && !of.single => Go::Instead(then(id)),
        _ => Go::Back,
    };
    act.save(cx, go, notice)
}
