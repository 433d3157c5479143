//! How much of a medicine is left, and when to order more. What somebody counted
//! is counted down by the doses that were written down since; never below
//! nothing, and never as if it were known.

use jiff::civil::Date;
use record::kinds::{Dose, DoseUnit, Medicine, Ref, Supply};
use record::state::Entry;
use record::{Decimal, EntryId, Scope, sort};

use super::wording::{full_name, unit_text};
use super::{Intent, Screen, due, form as medicine_form, nothing};
use crate::app::Cmd;
use crate::entry::gone;
use crate::forms::fields::{self, Typed, ask};
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Field, Inset, Page};
use crate::words::{Words, say};
use crate::{diary, when};

/// How much is left, as far as it was written down.
pub(super) struct Stock {
    /// How much; none where nobody counted.
    pub(super) left: Option<Decimal>,
    /// More doses were written down than there can have been.
    pub(super) short: bool,
    /// Doses since the count that had no number in the medicine's unit.
    uncounted: usize,
    /// The day on which to order.
    pub(super) order_on: Option<Date>,
    /// How few were to be left when somebody last said so: also where it was ordered since.
    limit: Option<Decimal>,
    /// Since when so few are left (seconds since 1970): since the dose after which there
    /// were, or since that was set.
    pub(super) few_since: Option<i64>,
}

/// In billionths, the finest that a decimal can be.
fn fine(decimal: Decimal) -> i128 {
    let places = u32::from(Decimal::MAX_PLACES.saturating_sub(decimal.places()));
    i128::from(decimal.mantissa()) * 10_i128.pow(places)
}

/// With as few places as it needs.
fn coarse(mut fine: i128) -> Decimal {
    let mut places = Decimal::MAX_PLACES;
    while places > 0 && fine % 10 == 0 {
        fine /= 10;
        places -= 1;
    }
    let mantissa = i64::try_from(fine).unwrap_or(i64::MAX);
    Decimal::new(mantissa, places).unwrap_or(Decimal::whole(0))
}

impl Stock {
    /// None where nothing was said of it.
    pub(super) fn of(holding: &Holding, medicine: &Entry<Medicine>) -> Option<Self> {
        let record = &holding.record;
        let created = record.own(medicine.id).created_by();
        let of_it = |entry: &Entry<Supply>| entry.value.medicine == Ref(created);
        let mut all: Vec<Entry<Supply>> =
            record.naming::<Supply>(created, (i64::MIN, i64::MAX)).filter(of_it).collect();
        sort::by_key(&mut all, |entry| (entry.happened.at, entry.created.recorded, entry.id));
        let newest = all.last()?.value.clone();
        let counted = all.iter().rev().find_map(|entry| Some((entry.value.left?, entry)));
        let mut stock = Self {
            left: None,
            short: false,
            uncounted: 0,
            order_on: newest.order_on,
            limit: all
                .iter()
                .rev()
                .find(|it| !is_order(&it.value))
                .and_then(|it| it.value.order_at),
            few_since: None,
        };
        let Some((left, count)) = counted else { return Some(stock) };
        let unit = unit(&medicine.value);
        let mut rest = fine(left);
        // Of one second, what was written down later.
        let counted = (count.happened.at, count.created.recorded);
        let few = |rest: i128| newest.order_at.is_some_and(|at| rest.max(0) <= fine(at));
        let set = all.last().map_or(counted.0, |entry| entry.happened.at);
        stock.few_since = few(rest).then_some(set);
        let since = |dose: &Entry<Dose>| (dose.happened.at, dose.created.recorded) > counted;
        let mut doses: Vec<Entry<Dose>> = due::doses(record, created, counted.0)
            .filter(|dose| since(dose) && dose.value.was_taken())
            .collect();
        sort::by_key(&mut doses, |dose| dose.happened.at);
        for dose in doses {
            match taken(&dose.value, unit) {
                Some(amount) => rest -= amount,
                None => stock.uncounted += 1,
            }
            if few(rest) {
                let at = dose.happened.at.max(set);
                stock.few_since = stock.few_since.or(Some(at));
            }
        }
        stock.short = rest < 0;
        stock.left = Some(coarse(rest.max(0)));
        Some(stock)
    }

    /// Whether it is time to order, by what the person said.
    pub(super) fn is_to_order(&self, today: Date) -> bool {
        self.order_on.is_some_and(|day| day <= today) || self.few_since.is_some()
    }
}

/// Whether it says that more was ordered ([`ordered`]), and nothing else.
fn is_order(supply: &Supply) -> bool {
    supply.left.is_none() && supply.order_on.is_none() && supply.order_at.is_none()
}

fn unit(medicine: &Medicine) -> DoseUnit {
    medicine.dose.as_ref().map_or(DoseUnit::None, |dose| dose.unit)
}

/// How much of the stock a dose took, where that is known.
fn taken(dose: &Dose, unit: DoseUnit) -> Option<i128> {
    let taken = dose.taken.as_ref().filter(|taken| taken.unit == unit)?;
    taken.amount.map(fine)
}

/// Whether there would be less than nothing once this dose is kept.
pub(super) fn is_short_after(holding: &Holding, medicine: &Entry<Medicine>, dose: &Dose) -> bool {
    let left = Stock::of(holding, medicine).filter(|stock| !stock.short).and_then(|s| s.left);
    let taken = taken(dose, unit(&medicine.value)).filter(|_| dose.was_taken());
    left.zip(taken).is_some_and(|(left, taken)| fine(left) < taken)
}

/// "28 tablets".
fn amount(words: &Words, medicine: &Medicine, left: Decimal) -> String {
    diary::amount_text(words, left, unit(medicine))
}

/// What is left, in a line; none where nothing was said of it.
pub(super) fn line(view: View<'_>, holding: &Holding, entry: &Entry<Medicine>) -> Option<String> {
    let words = view.words;
    let stock = Stock::of(holding, entry)?;
    let mut parts = Vec::new();
    if stock.short {
        parts.push(say!(words, "medicines-short"));
    } else if let Some(left) = stock.left {
        parts.push(say!(words, "medicines-left", amount = amount(words, &entry.value, left)));
    }
    if stock.is_to_order(view.today()) {
        parts.push(say!(words, "medicines-order-now"));
    } else if let Some(day) = stock.order_on {
        let day = when::day(words, day, view.today());
        parts.push(say!(words, "medicines-order-on", day = day));
    }
    (!parts.is_empty()).then(|| parts.join(". "))
}

/// All of a count in one line, for the copy of a record.
#[must_use]
pub(crate) fn text(words: &Words, supply: &Supply) -> String {
    let left = supply.left.map(|left| say!(words, "medicines-left", amount = left.to_string()));
    let on = supply.order_on.map(|day| say!(words, "medicines-order-on", day = day.to_string()));
    let at = supply.order_at.map(|at| say!(words, "medicines-order-at", amount = at.to_string()));
    [left, on, at].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn form(holding: &Holding, id: EntryId) -> String {
    super::form_of("stock", holding, id)
}

/// Opens the form, filled in with what stands; how much is left is for the person
/// to count.
pub(super) fn open(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return nothing() };
    let Some(entry) = holding.record.get::<Medicine>(id) else { return nothing() };
    let name = form(holding, id);
    let stock = Stock::of(holding, &entry);
    if cx.open.forms.opens(&name, Vec::new())
        && let Some(stock) = stock
    {
        let forms = &mut cx.open.forms;
        if let Some(left) = stock.left.filter(|_| !stock.short) {
            forms.set(&name, "left", left.to_string());
        }
        if let Some(day) = stock.order_on {
            forms.set_date(&name, "on", day);
        }
        if let Some(at) = stock.limit {
            forms.set(&name, "at", at.to_string());
        }
    }
    cx.open.go(Place::Medicines(Screen::Stock(id)));
    nothing()
}

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(entry) = holding.record.get::<Medicine>(id) else { return gone(view) };
    let mut facts = Vec::new();
    let stock = Stock::of(holding, &entry);
    if let Some(stock) = &stock {
        if stock.short {
            facts.push(say!(words, "medicines-short"));
        }
        if stock.uncounted > 0 {
            facts.push(say!(words, "medicines-uncounted", count = stock.uncounted));
        }
    }
    if entry.value.dose.as_ref().is_none_or(|dose| dose.amount.is_none()) {
        facts.push(say!(words, "medicines-stock-words"));
    }
    let unit = match unit(&entry.value) {
        DoseUnit::None | DoseUnit::Unknown(_) => String::new(),
        unit => unit_text(words, unit),
    };
    let left = ask(words, "left", "medicines-stock-left", "medicines-stock-left-hint");
    let on = ask(words, "on", "medicines-stock-on", "medicines-stock-on-hint");
    let at = ask(words, "at", "medicines-stock-at", "medicines-stock-at-hint");
    let fields = vec![
        Field::number(left.optional(), unit.clone(), true),
        fields::date(on.optional(), None),
        Field::number(at.optional(), unit, true),
    ];
    let mut blocks = Vec::new();
    if !facts.is_empty() {
        blocks.push(Block::Inset(Inset { text: facts }));
    }
    let mut buttons =
        vec![Button::primary(say!(words, "save"), Press::Medicines(Intent::SaveStock(id)))];
    if stock.is_some_and(|stock| stock.is_to_order(view.today())) {
        let ordered = Press::Medicines(Intent::Ordered(id));
        buttons.push(Button::secondary(say!(words, "medicines-ordered"), ordered));
    }
    blocks.push(Block::form(form(holding, id), fields, buttons));
    Page {
        name: "medicines.stock".into(),
        title: say!(words, "medicines-stock-title", name = full_name(&entry.value)),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// Keeps what was counted.
pub(super) fn save(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Medicines));
    let Some(holding) = may else { return nothing() };
    if holding.record.get::<Medicine>(id).is_none() {
        return nothing();
    }
    let name = form(holding, id);
    let draft = cx.open.forms.get(&name);
    let mut typed = Typed::new(words, &draft);
    let left = typed.number("left", "medicines-stock-not");
    if left.is_some_and(|left| left.mantissa() < 0) {
        typed.wrong("left", say!(words, "medicines-stock-below"));
    }
    let order_on = typed.date("on");
    let order_at = typed.number("at", "medicines-stock-not");
    if order_at.is_some_and(|at| at.mantissa() < 0) {
        typed.wrong("at", say!(words, "medicines-stock-below"));
    }
    if order_at.is_some() && left.is_none() {
        typed.wrong("left", say!(words, "medicines-stock-none"));
    }
    if typed.refuse(&mut cx.open.forms, &name) {
        return nothing();
    }
    let Some(holding) = cx.open.holding() else { return nothing() };
    let supply =
        Supply { medicine: medicine_form::reference(holding, id), left, order_on, order_at };
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    act.create(&supply, now);
    act.finish_form(&name);
    let notice = saving::notice(cx.open, words, holding);
    act.save(cx, Go::Back, Some(notice))
}

/// Keeps that more was ordered: nothing is asked until somebody counts again.
pub(super) fn ordered(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Medicines));
    let Some(holding) = may else { return nothing() };
    if holding.record.get::<Medicine>(id).is_none() {
        return nothing();
    }
    let medicine = medicine_form::reference(holding, id);
    let supply = Supply { medicine, left: None, order_on: None, order_at: None };
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    act.create(&supply, now);
    act.finish_form(&form(holding, id));
    let notice = saving::notice(cx.open, cx.words, holding);
    let there = *cx.open.screen() == Place::Medicines(Screen::Stock(id));
    act.save(cx, if there { Go::Back } else { Go::Stay }, Some(notice))
}

/// Looks at it from outside the app.
pub(super) fn from_outside(record: u32, id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let here = cx.open.holdings.iter().find(|held| held.index == record);
    let known = here.is_some_and(|held| held.record.get::<Medicine>(id).is_some());
    if !known || cx.open.staff.is_active() {
        return super::dose::told_that(cx, "medicines-gone");
    }
    super::dose::go(record, Place::Medicines(Screen::One(id)), cx);
    nothing()
}
