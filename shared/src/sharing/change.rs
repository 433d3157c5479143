//! Changing what somebody can see, and stopping it.

use crux_core::Command;
use jiff::civil::Time;
use record::kinds::Share;
use record::state::Entry;
use record::{Member, Scopes};

use super::members::{self, Person};
use super::{Intent, Screen, TEAM_ADDS, chosen, question, scope_names, scopes, seconds, values};
use crate::app::Cmd;
use crate::holding::{Holding, RecordSide};
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{Act, Go};
use crate::screen::{
    Block, Button, DateField, DateInput, Field, Notice, NoticeTone, Page, Question,
};
use crate::when;
use crate::words::say;

fn form(member: Member) -> String {
    format!("sharing.change.{}", member.0)
}

fn find(holding: &Holding, member: Member, now: i64) -> Option<Person> {
    let own = holding.about.side == RecordSide::Person;
    members::all(holding, now).into_iter().find(|person| own && person.member == member)
}

/// What a person's form offers to see, and to add to.
fn offers(holding: &Holding, person: &Person) -> (Scopes, Scopes) {
    let see = scopes::offered(holding, person.grant.see);
    let add = if person.team { see.and(Scopes::of(&TEAM_ADDS)) } else { see };
    (see, add.or(person.grant.add))
}

/// Opens the form, filled in as it stands.
pub(super) fn open(member: Member, cx: &mut Cx<'_>) -> Cmd {
    let now = seconds(cx.now.ms);
    let Some(holding) = cx.open.holding() else { return Command::done() };
    let Some(person) = find(holding, member, now) else { return Command::done() };
    let form = form(member);
    let shares = person.shares.iter().filter_map(|id| holding.record.get::<Share>(*id));
    let saw = shares.map(|share| share.sight()).collect();
    let forms = &mut cx.open.forms;
    if forms.opens(&form, saw) {
        let fresh = person.shares.is_empty() && person.team;
        let grant = person.grant;
        let (see, add) = if fresh {
            // A team not yet shared with: what it needs to answer a message.
            let messages = Scopes::of(&[record::Scope::Messages]);
            (messages, messages)
        } else {
            (grant.see, grant.add)
        };
        forms.choose_all(&form, "see", values(see));
        forms.choose_all(&form, "add", values(add));
        if let Some(until) = grant.until.filter(|until| *until > now) {
            forms.set_date(&form, "until", when::wall_at(until - 1, &cx.now.zone).date());
        }
    }
    cx.open.go(Place::Sharing(Screen::Change(member)));
    Command::done()
}

/// The form.
pub(super) fn page(member: Member, view: View<'_>) -> Page {
    let words = view.words;
    let person = view.open.holding().and_then(|holding| {
        find(holding, member, seconds(view.now.ms)).map(|person| (holding, person))
    });
    let Some((holding, person)) = person else {
        return Page { name: "sharing.change".into(), ..super::pages::all(view) };
    };
    let name = person.name.as_str();
    let (see, add) = offers(holding, &person);
    let fields = vec![
        question(
            words,
            Question::new("see", say!(words, "sharing-see-q", name = name))
                .hint(say!(words, "sharing-see-hint")),
            see,
        ),
        question(
            words,
            Question::new("add", say!(words, "sharing-add-q", name = name))
                .hint(say!(words, "sharing-add-hint")),
            add,
        ),
        Field::Date(DateField {
            question: Question::new("until", say!(words, "sharing-until-q"))
                .hint(say!(words, "sharing-until-hint"))
                .optional(),
            value: DateInput::default(),
        }),
    ];
    Page {
        name: "sharing.change".into(),
        title: say!(words, "sharing-change-title", name = name),
        blocks: vec![
            Block::paragraph(if person.team {
                say!(words, "sharing-change-team")
            } else {
                say!(words, "sharing-change-carer")
            }),
            Block::form(
                form(member),
                fields,
                vec![Button::primary(say!(words, "save"), Press::Sharing(Intent::Save(member)))],
            ),
        ],
        ..Page::default()
    }
}

/// Saves what was chosen.
pub(super) fn save(member: Member, cx: &mut Cx<'_>) -> Cmd {
    let now = seconds(cx.now.ms);
    let today = cx.today();
    let Some(holding) = cx.open.holding() else { return Command::done() };
    let Some(person) = find(holding, member, now) else { return Command::done() };
    let form = form(member);
    let draft = cx.open.forms.get(&form);
    let (offered_see, offered_add) = offers(holding, &person);
    let see = chosen(draft.choices("see")).and(offered_see);
    let add = chosen(draft.choices("add")).and(offered_add);
    let mut errors = Vec::new();
    if see.is_empty() {
        errors.push(("see", say!(cx.words, "sharing-see-none")));
    } else if !add.without(see).is_empty() {
        let unseen = scope_names(cx.words, add.without(see));
        errors.push(("add", say!(cx.words, "sharing-add-unseen", parts = unseen)));
    }
    let until = match draft.date("until") {
        Ok(None) => None,
        Ok(Some(date)) if date < today => {
            errors.push(("until", say!(cx.words, "sharing-until-past")));
            None
        }
        // The whole of the last day.
        Ok(Some(date)) => {
            date.tomorrow().ok().map(|next| when::happened(next, Time::midnight(), &cx.now.zone).at)
        }
        Err(_) => {
            errors.push(("until", say!(cx.words, "sharing-until-wrong")));
            None
        }
    };
    if !errors.is_empty() {
        cx.open.forms.refuse(&form, errors);
        return Command::done();
    }
    let mut act = Act::new(holding, cx.now);
    // What this app does not know is left as it was agreed.
    let unknown = |old: Scopes| old.without(Scopes::ALL);
    let stood = person.shares.iter().filter_map(|id| draft.stood(&holding.record, *id));
    set(&mut act, &person, stood, |old| {
        let (see, add) = (see.or(unknown(old.see)), add.or(unknown(old.add)));
        Share { see, add, until, ..old.clone() }
    });
    act.finish_form(&form);
    let notice = Notice::new(
        NoticeTone::Success,
        say!(cx.words, "sharing-saved", name = person.name.as_str()),
    );
    act.save(cx, Go::Back, Some(notice.text(holds_from(cx))))
}

/// Writes one consent for a person: into the first there is, with any others
/// emptied; a new one where there is none.
fn set(
    act: &mut Act,
    person: &Person,
    mut entries: impl Iterator<Item = Entry<Share>>,
    new: impl Fn(&Share) -> Share,
) {
    let now = act.happened_now();
    let Some(first) = entries.next() else {
        let blank = Share {
            member: person.member,
            see: Scopes::NONE,
            add: Scopes::NONE,
            until: None,
            name: person.name.clone(),
        };
        act.create(&new(&blank), now);
        return;
    };
    let value = new(&first.value);
    change(act, &first, &value);
    for other in entries {
        let none = Share { see: Scopes::NONE, add: Scopes::NONE, ..other.value.clone() };
        change(act, &other, &none);
    }
}

/// Changes a consent. A field on which two devices disagreed is written even
/// where it stays as it is shown, because only that settles it.
fn change(act: &mut Act, entry: &Entry<Share>, new: &Share) {
    let mut old = entry.value.clone();
    for conflict in &entry.conflicts {
        match conflict.field.name {
            "see" => old.see = Scopes::from_bits(!new.see.bits()),
            "add" => old.add = Scopes::from_bits(!new.add.bits()),
            "until" => old.until = Some(new.until.map_or(0, |until| !until)),
            _ => {}
        }
    }
    if old != *new {
        let now = act.happened_now();
        act.change(entry.sight(), &old, new, now);
    }
}

/// From when a change holds, told honestly.
fn holds_from(cx: &Cx<'_>) -> String {
    if cx.open.session.is_some() && !cx.open.sync.is_offline() {
        say!(cx.words, "sharing-holds-soon")
    } else {
        say!(cx.words, "sharing-holds-sent")
    }
}

/// Asks once more before sharing stops.
pub(super) fn stop_page(member: Member, view: View<'_>) -> Page {
    let words = view.words;
    let person =
        view.open.holding().and_then(|holding| find(holding, member, seconds(view.now.ms)));
    let Some(person) = person else {
        return Page { name: "sharing.stop".into(), ..super::pages::all(view) };
    };
    let name = person.name.as_str();
    Page {
        name: "sharing.stop".into(),
        title: say!(words, "sharing-stop-title", name = name),
        blocks: vec![
            Block::paragraph(if person.team {
                say!(words, "sharing-stop-team", name = name)
            } else {
                say!(words, "sharing-stop-carer", name = name)
            }),
            Block::inset(say!(words, "sharing-stop-unread", name = name)),
            Block::buttons(vec![
                Button::warning(
                    say!(words, "sharing-stop", name = name),
                    Press::Sharing(Intent::Stop(member)),
                ),
                Button::quiet(say!(words, "cancel"), Press::Back),
            ]),
        ],
        ..Page::default()
    }
}

/// Stops sharing with somebody.
pub(super) fn stop(member: Member, cx: &mut Cx<'_>) -> Cmd {
    let now = seconds(cx.now.ms);
    let Some(holding) = cx.open.holding() else { return Command::done() };
    let Some(person) = find(holding, member, now) else { return Command::done() };
    let mut act = Act::new(holding, cx.now);
    let shares = person.shares.iter().filter_map(|id| holding.record.get(*id));
    set(&mut act, &person, shares, |old| Share {
        see: Scopes::NONE,
        add: Scopes::NONE,
        ..old.clone()
    });
    act.finish_form(&form(member));
    let notice = Notice::new(
        NoticeTone::Success,
        say!(cx.words, "sharing-stop-done", name = person.name.as_str()),
    );
    act.save(cx, Go::Back, Some(notice.text(holds_from(cx))))
}
