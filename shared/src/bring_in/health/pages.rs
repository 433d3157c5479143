//! While an export is read, and what is in it.

use record::Scope;

use super::{FORM, Group, Health};
use crate::bring_in::pages::whose;
use crate::bring_in::{Group as Shown, Intent, groups_table, labels};
use crate::model::View;
use crate::nav;
use crate::screen::{
    Block, Button, Choice, ChoiceField, Field, Meter, Notice, NoticeTone, Page, Question, Tone,
};
use crate::track;
use crate::when;
use crate::words::say;

/// Reading it.
pub(in crate::bring_in) fn reading(health: &Health, view: View<'_>) -> Page {
    let words = view.words;
    let (done, size) = match health {
        Health::Reading { reader, .. } => reader.progress(),
        Health::Read { .. } => (1, 1),
    };
    let megabytes = |bytes: u64| usize::try_from(bytes >> 20).unwrap_or(usize::MAX);
    let text = say!(words, "health-progress", done = megabytes(done), all = megabytes(size) + 1);
    #[expect(clippy::cast_precision_loss, reason = "for drawing")]
    let (value, max) = (done as f64, size.max(1) as f64);
    let label = say!(words, "health-reading");
    let stop = Button::secondary(say!(words, "health-stop"), nav::Intent::BringIn(Intent::Stop));
    Page {
        name: "bring_in.reading".into(),
        title: say!(words, "health-reading-title"),
        caption: whose(view),
        blocks: vec![
            Block::Meter(Meter { label, value, max, text, tone: Tone::Neutral }),
            Block::paragraph(say!(words, "health-stay")),
            Block::buttons(vec![stop]),
        ],
        ..Page::default()
    }
}

/// What is in it.
pub(in crate::bring_in) fn found(health: &Health, view: View<'_>) -> Page {
    let words = view.words;
    let Health::Read { found, groups } = health else { return reading(health, view) };
    let new: usize = groups.iter().map(|group| group.new).sum();
    let there: usize = groups.iter().map(|group| group.there).sum();
    let mut blocks = vec![Block::lede(match (new, there) {
        (0, 0) => say!(words, "health-nothing"),
        (0, _) => say!(words, "health-all-there"),
        _ => say!(words, "health-would", count = new),
    })];
    let with_new = || groups.iter().filter(|group| group.new > 0);
    if new > 0 {
        let shown: Vec<Shown> = with_new().map(|group| shown(group, view)).collect();
        blocks.push(Block::Table(groups_table(say!(words, "bring-in-groups"), &shown, view)));
    }
    for (count, sentence) in [
        (there, say!(words, "measured-there", count = there)),
        (
            found.left_out as usize,
            say!(words, "health-left-out", count = i64::from(found.left_out)),
        ),
        (found.others as usize, say!(words, "health-others", count = i64::from(found.others))),
        (
            found.too_many as usize,
            say!(words, "health-too-many", count = i64::from(found.too_many)),
        ),
    ] {
        if count > 0 {
            blocks.push(Block::small(sentence));
        }
    }
    let may = view.open.holding().is_some_and(|holding| holding.may_write(Scope::Health));
    if new > 0 && may {
        let choices = with_new().map(|group| Choice {
            value: group.what.code(),
            label: shown(group, view).label,
            hint: Some(say!(words, "health-count", count = group.new)),
            icon: Some(track::icon_of(&group.what.tracker(words).tracker())),
            chosen: false,
        });
        let what =
            Question::new("what", say!(words, "health-what")).hint(say!(words, "health-what-hint"));
        let since = |value: &str, label: String| Choice {
            value: value.into(),
            label,
            hint: None,
            icon: None,
            chosen: false,
        };
        let fields = vec![
            Field::Choices(ChoiceField { question: what, choices: choices.collect() }),
            Field::Choice(ChoiceField {
                question: Question::new("since", say!(words, "measured-how-far")),
                choices: vec![
                    since("0", say!(words, "measured-all")),
                    since("5", say!(words, "health-five-years")),
                    since("1", say!(words, "measured-year")),
                ],
            }),
        ];
        let confirm = nav::Intent::BringIn(Intent::BringInHealth);
        let buttons = vec![Button::primary(say!(words, "health-bring-in"), confirm)];
        blocks.push(Block::form(FORM, fields, buttons));
    } else if new > 0 {
        blocks.push(Block::inset(say!(words, "bring-in-why-not-allowed")));
    }
    blocks.push(Block::details(
        say!(words, "bring-in-how"),
        vec![
            say!(words, "health-how-units"),
            say!(words, "health-how-steps"),
            say!(words, "health-how-twice"),
        ],
    ));
    blocks.push(Block::buttons(vec![Button::secondary(
        say!(words, "bring-in-pick-another"),
        nav::Intent::BringIn(Intent::Another),
    )]));
    Page {
        name: "bring_in.health".into(),
        title: say!(words, "health-title"),
        caption: whose(view),
        notices: if new > 0 {
            vec![Notice::new(NoticeTone::Info, say!(words, "bring-in-not-yet"))]
        } else {
            Vec::new()
        },
        blocks,
        ..Page::default()
    }
}

fn shown(group: &Group, view: View<'_>) -> Shown {
    let day = |at| when::wall_at(at, &view.now.zone).date();
    Shown {
        label: labels::tracker(view.words, &group.what.tracker(view.words)),
        entries: group.new,
        from: day(group.from),
        to: day(group.to),
    }
}
