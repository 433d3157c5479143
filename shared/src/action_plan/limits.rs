//! Setting the numbers of a plan. What contradicts itself is refused where it is
//! typed: a part that none can reach, two that overlap, what is no number, a
//! personal best of nothing.

use record::judge::scaled;
use record::kinds::{ActionPlan, Gauge, Limits, Ref, Threshold};
use record::state::Entry;
use record::{Decimal, EntryId, Scope};

use super::new::{form, who_fields, who_prefill, who_read};
use super::outline::published;
use super::wording::{is_mine, limit_text, threshold_name, tracker_of};
use super::{About, Intent, Screen, Thing, nothing};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::Draft;
use crate::forms::fields::{Typed, ask, optional};
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Page};
use crate::track::{self, Check};
use crate::words::{Arg, Id, Words, say};

/// The most days over which a rise is looked for.
const DAYS: i64 = 31;

/// The fields, each with the id of its question.
const FIELDS: [(&str, &str); 4] = [
    ("red_below", "plans-red-below"),
    ("amber_below", "plans-amber-below"),
    ("amber_from", "plans-amber-from"),
    ("red_from", "plans-red-from"),
];

/// Which numbers are being set.
#[derive(Clone)]
pub(super) enum Setting {
    New(EntryId, About),
    Change(EntryId),
}

/// The entry as it stands, or as it would be without numbers.
struct Found {
    entry: Option<Entry<Threshold>>,
    threshold: Threshold,
    form: String,
}

impl Setting {
    fn found(&self, holding: &Holding) -> Option<Found> {
        match self {
            Self::New(plan, about) => {
                holding.record.get::<ActionPlan>(*plan)?;
                let of = Ref(holding.record.own(*plan).created_by());
                let threshold = about.threshold(of, &holding.record)?;
                // Names of forms stand in the open on the device: they say nothing.
                let (one, two) = match about.thing {
                    Thing::Made(measure, unit) => (measure, unit),
                    Thing::Own(id) | Thing::Symptom(id) => {
                        let id = holding.record.own(id);
                        (u64::from(id.writer.0) + 1_000, u64::from(id.counter))
                    }
                };
                let occasion = about.occasion.unwrap_or_default();
                let what = format!("limits.{one}.{two}.{}.{occasion}", about.gauge);
                let form = form(&what, holding, Some(*plan));
                Some(Found { entry: None, threshold, form })
            }
            Self::Change(id) => {
                let entry = holding.record.get::<Threshold>(*id)?;
                let form = form("limits", holding, Some(*id));
                let threshold = entry.value.clone();
                Some(Found { entry: Some(entry), threshold, form })
            }
        }
    }
}

/// Which sides have numbers: below, and from.
fn sides(gauge: Gauge) -> (bool, bool) {
    match gauge {
        Gauge::PercentOfBest => (true, false),
        Gauge::Rise | Gauge::Severity => (false, true),
        _ => (true, true),
    }
}

fn asked(gauge: Gauge) -> impl Iterator<Item = (&'static str, &'static str)> {
    let (low, high) = sides(gauge);
    FIELDS
        .into_iter()
        .enumerate()
        .filter(move |(at, _)| if *at < 2 { low } else { high })
        .map(|(_, field)| field)
}

/// Opens the form of a change, filled in with what stands.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let Some(Found { entry, threshold, form: name }) = Setting::Change(id).found(holding) else {
        return nothing();
    };
    let saw = entry.iter().map(Entry::sight).collect();
    let forms = &mut cx.open.forms;
    if forms.opens(&name, saw) {
        let Limits { red_below, amber_below, amber_from, red_from, best, days, set_on, set_by } =
            threshold.limits;
        let numbers = [red_below, amber_below, amber_from, red_from];
        let fields = FIELDS.iter().map(|(field, _)| *field).zip(numbers);
        for (field, number) in fields.chain([("best", best)]) {
            forms.set(&name, field, number.map(|n| n.to_string()).unwrap_or_default());
        }
        forms.set(&name, "days", days.to_string());
        who_prefill(forms, &name, Some(&set_by), set_on);
    }
    cx.open.go(Place::Plans(Screen::ChangeLimits(id)));
    nothing()
}

/// The page.
pub(super) fn page(setting: &Setting, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(Found { threshold, form: name, .. }) = setting.found(holding) else {
        return gone(view);
    };
    let gauge = threshold.gauge;
    let tracker_unit = track::unit_text(words, &tracker_of(&threshold));
    let unit = if gauge == Gauge::PercentOfBest { "%".to_owned() } else { tracker_unit.clone() };
    let mut fields = Vec::new();
    if gauge == Gauge::PercentOfBest {
        let best = ask(words, "best", "plans-best", "plans-best-hint");
        fields.push(Field::number(best, tracker_unit, false));
    }
    if gauge == Gauge::Rise {
        let days = ask(words, "days", "plans-days", "plans-days-hint");
        fields.push(Field::number(days, say!(words, "plans-days-unit"), false));
    }
    for (field, label) in asked(gauge) {
        fields.push(Field::number(optional(words, field, label, ""), unit.as_str(), true));
    }
    fields.extend(who_fields(words, is_mine(holding), view.today()));
    let mut blocks = vec![Block::paragraph(say!(words, "plans-limits-text"))];
    if let Some(published) = published(&threshold) {
        let text = vec![words.get(published), say!(words, "plans-published-differ")];
        blocks.push(Block::details(say!(words, "plans-published"), text));
    }
    let intent = match setting {
        Setting::New(plan, about) => Intent::SaveLimits(*plan, *about),
        Setting::Change(id) => Intent::SaveChangedLimits(*id),
    };
    let save = vec![Button::primary(say!(words, "save"), Press::Plans(intent))];
    blocks.push(Block::form(name, fields, save));
    Page {
        name: "plans.limits".into(),
        title: threshold_name(words, &threshold),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// The limits that the form says, and what is wrong with them.
fn read(
    words: &Words,
    draft: &Draft,
    typed: &mut Typed<'_>,
    threshold: &Threshold,
    today: jiff::civil::Date,
) -> Limits {
    let gauge = threshold.gauge;
    let mut numbers = [None; 4];
    for (at, (field, _)) in FIELDS.into_iter().enumerate() {
        if asked(gauge).any(|(asked, _)| asked == field) {
            numbers[at] = typed.number(field, "plans-limit-not");
        }
    }
    let mut best = None;
    if gauge == Gauge::PercentOfBest {
        best = typed.number("best", "plans-limit-not");
        match best {
            Some(best) if best.mantissa() <= 0 => {
                typed.wrong("best", say!(words, "plans-best-zero"));
            }
            Some(best) => possible(words, typed, threshold, "best", best),
            None if draft.text("best").is_empty() => {
                typed.wrong("best", say!(words, "plans-best-none"));
            }
            None => {}
        }
    }
    let mut days = 0;
    if gauge == Gauge::Rise {
        let typed_days = draft.text("days").parse::<i64>().ok();
        days = typed_days.filter(|days| (1..=DAYS).contains(days)).map_or(0, i64::unsigned_abs);
        if days == 0 {
            typed.wrong("days", say!(words, "plans-days-not", most = DAYS));
        }
    }
    let (set_by, set_on) = who_read(words, draft, typed, today);
    if numbers.iter().all(Option::is_none) {
        let typed_any = FIELDS.iter().any(|(field, _)| !draft.text(field).is_empty());
        if let Some((field, _)) = asked(gauge).next().filter(|_| !typed_any) {
            typed.wrong(field, say!(words, "plans-limit-none"));
        }
    }
    let mut beyond = false;
    for ((field, _), number) in FIELDS.iter().zip(numbers) {
        let Some(number) = number else { continue };
        if matches!(gauge, Gauge::PercentOfBest | Gauge::Rise) {
            if number.mantissa() <= 0 {
                typed.wrong(field, say!(words, "plans-limit-zero"));
                beyond = true;
            }
        } else {
            possible(words, typed, threshold, field, number);
        }
    }
    if !beyond {
        in_order(words, typed, threshold, numbers);
    }
    let [red_below, amber_below, amber_from, red_from] = numbers;
    Limits { red_below, amber_below, amber_from, red_from, best, days, set_on, set_by }
}

/// What no instrument shows is a slip of the finger, or another unit.
fn possible(
    words: &Words,
    typed: &mut Typed<'_>,
    threshold: &Threshold,
    field: &'static str,
    number: Decimal,
) {
    let tracker = tracker_of(threshold);
    let bounds = match threshold.gauge {
        Gauge::Second | Gauge::AverageSecond => Some(track::DIASTOLIC),
        Gauge::Severity => Some(track::SEVERITY),
        _ => track::bounds_of(&tracker),
    };
    if let Some(bounds) = bounds
        && matches!(bounds.check(number), Check::TooLow | Check::TooHigh)
    {
        let number = track::number_text(words, &tracker, number);
        let why = if threshold.gauge == Gauge::Severity {
            say!(words, "plans-severity-impossible")
        } else {
            say!(words, "plans-limit-impossible", number = number)
        };
        typed.wrong(field, why);
    }
}

/// From red below, over amber, to red above: each number has to lie above the one
/// before, or a part could not be reached, or two would overlap.
fn in_order(
    words: &Words,
    typed: &mut Typed<'_>,
    threshold: &Threshold,
    numbers: [Option<Decimal>; 4],
) {
    const WHY: [[&str; 4]; 4] = [
        ["", "plans-order-low", "plans-order-red-amber", "plans-order-both"],
        ["", "", "plans-order-both", "plans-order-red-in-amber"],
        ["", "", "", "plans-order-high"],
        ["", "", "", ""],
    ];
    for (at, upper) in numbers.iter().enumerate() {
        let Some(upper) = upper else { continue };
        let before = numbers[..at].iter().enumerate().rev().find_map(|(i, n)| Some((i, (*n)?)));
        let Some((below, lower)) = before else { continue };
        // Red may begin where green ends only if amber is left out: two numbers
        // of different sides may be the same, those of one side may not.
        let same_side = (below < 2) == (at < 2);
        let wrong = if same_side {
            scaled(lower) >= scaled(*upper)
        } else {
            scaled(lower) > scaled(*upper)
        };
        if wrong {
            let lower = limit_text(words, threshold, lower);
            let upper = limit_text(words, threshold, *upper);
            let args = [("lower", Arg::from(&lower)), ("upper", Arg::from(&upper))];
            let id = Id::find(WHY[below][at]);
            let field = FIELDS[at].0;
            typed.wrong(field, id.map(|id| words.say(id, &args)).unwrap_or_default());
        }
    }
}

/// Keeps what the form says.
pub(super) fn save(setting: &Setting, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let today = cx.today();
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Plan));
    let Some(holding) = may else { return nothing() };
    let Some(Found { entry, threshold, form: name }) = setting.found(holding) else {
        return nothing();
    };
    let draft = cx.open.forms.get(&name);
    let entry = entry.and_then(|now| draft.stood::<Threshold>(&holding.record, now.id));
    let threshold = entry.as_ref().map_or(threshold, |entry| entry.value.clone());
    let mut typed = Typed::new(words, &draft);
    let limits = read(words, &draft, &mut typed, &threshold, today);
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    let Some(holding) = cx.open.holding() else { return nothing() };
    let new = Threshold { limits, ..threshold.clone() };
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    let is_new = entry.is_none();
    match entry {
        Some(_) if new == threshold => {}
        Some(entry) => act.change(entry.sight(), &threshold, &new, entry.happened),
        None => {
            act.create(&new, now);
        }
    }
    act.finish_form(&name);
    let notice = (!act.is_empty())
        .then(|| saving::notice(cx.open, words, holding).text(threshold_name(words, &new)));
    // From a new one back over the page that asked for what.
    let go = if is_new { Go::BackBy(2) } else { Go::Back };
    act.save(cx, go, notice)
}
