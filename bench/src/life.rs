//! A made-up life: so many days of one person's records, 20 entries a day, the
//! same every time. Seven trackers, symptoms, notes, doses, and messages with
//! the team; the person writes nearly all of it, a carer some notes, the team
//! half of the messages. About one entry in sixty is corrected later.

use record::block::{self, BlockError};
use record::kinds::{
    DiaryNote, DiaryTopic, DoseTaken, DoseUnit, Kind, Measure, Message, Reading, Ref, Symptom,
    Tracker, Unit,
};
use record::op::{Act, Operation, Touch};
use record::time::{Happened, Hlc, Zone};
use record::{Decimal, OpId, Scope, Writer};

use crate::chance::Chance;
use crate::medicines;
use crate::told::{Entry, Told};

/// Entries of a day.
pub(crate) const A_DAY: usize = 20;

/// 1 January 2016, 07:00 UTC, in seconds.
const BEGINNING: i64 = 1_451_631_600;
const DAY: i64 = 86_400;

/// The person's device, a carer's, and the team's.
pub(crate) const PERSON: Writer = Writer(2);
const CARER: Writer = Writer(3);
const TEAM: Writer = Writer(4);

const TRACKERS: [(Measure, Unit); 7] = [
    (Measure::Glucose, Unit::MmolPerLitre),
    (Measure::BloodPressure, Unit::MmHg),
    (Measure::Weight, Unit::Kilogram),
    (Measure::PeakFlow, Unit::LitrePerMinute),
    (Measure::Oxygen, Unit::Percent),
    (Measure::Sleep, Unit::Hour),
    (Measure::Mood, Unit::Score),
];

const SYMPTOMS: [&str; 5] =
    ["Cough", "Breathless on the stairs", "Tingling feet", "Headache", "Tired"];

const NOTES: [&str; 6] = [
    "Walked to the shop and back without stopping",
    "Porridge",
    "Ada came for lunch",
    "Slept badly, woke at four",
    "Pulmonary rehab class, enjoyed it",
    "Felt low in the morning, better after a call",
];

const MEDICINES: [&str; 4] = ["Metformin", "Ramipril", "Blue inhaler", "Atorvastatin"];

const MESSAGES: [&str; 4] = [
    "My readings have been higher this week, should I come in?",
    "Thank you, see you on Thursday",
    "We have had a look and would like you to keep going as you are",
    "Could I change the time of my appointment please?",
];

/// One writer's operations in one stream, in order, with the day of each.
pub(crate) struct Lane {
    pub(crate) scope: Scope,
    pub(crate) writer: Writer,
    pub(crate) operations: Vec<(u32, Operation)>,
}

/// A block's draft, and the day it was written.
pub(crate) struct Draft {
    pub(crate) scope: Scope,
    pub(crate) day: u32,
    pub(crate) count: usize,
    pub(crate) bytes: Vec<u8>,
}

/// A made-up life.
pub(crate) struct Life {
    pub(crate) lanes: Vec<Lane>,
    /// The same as documents, for those who keep documents; only where asked.
    pub(crate) told: Vec<Told>,
}

struct Maker {
    chance: Chance,
    zone: Zone,
    lanes: Vec<Lane>,
    told: Option<Vec<Told>>,
    /// The lane last written to.
    last: Option<usize>,
    day: u32,
    /// Seconds since 1970, going forward through the day.
    now: i64,
}

impl Life {
    /// So many days of it: a day's 20 entries on each, and seven trackers.
    pub(crate) fn of_days(days: u32) -> Self {
        Self::make(days, None)
    }

    /// The same, told as documents besides.
    pub(crate) fn told_of_days(days: u32) -> Self {
        Self::make(days, Some(Vec::new()))
    }

    /// The same, with six medicines besides, each taken twice a day and counted every
    /// twelve weeks: 44,000 doses in ten years.
    pub(crate) fn with_medicines(days: u32) -> Self {
        let mut maker = Maker::new(None);
        let trackers = maker.trackers();
        let medicines: Vec<OpId> =
            medicines::all().map(|medicine| maker.keep(Scope::Medicines, &medicine)).collect();
        for day in 0..days {
            maker.begin(day);
            maker.live(&trackers);
            for medicine in &medicines {
                if day % 84 == 0 {
                    maker.keep(Scope::Medicines, &medicines::supply(*medicine));
                }
                for dose in medicines::doses(*medicine, day) {
                    maker.keep(Scope::Medicines, &dose);
                }
            }
        }
        Self { lanes: maker.lanes, told: Vec::new() }
    }

    fn make(days: u32, told: Option<Vec<Told>>) -> Self {
        let mut maker = Maker::new(told);
        let trackers = maker.trackers();
        for day in 0..days {
            maker.begin(day);
            maker.live(&trackers);
        }
        Self { lanes: maker.lanes, told: maker.told.unwrap_or_default() }
    }

    /// How many operations.
    pub(crate) fn operations(&self) -> usize {
        self.lanes.iter().map(|lane| lane.operations.len()).sum()
    }

    /// In blocks of a day each, as a device that syncs once a day writes them,
    /// in the order of the days.
    pub(crate) fn by_day(&self) -> Result<Vec<Draft>, BlockError> {
        let mut drafts = Vec::new();
        for lane in &self.lanes {
            for run in lane.operations.chunk_by(|(one, _), (other, _)| one == other) {
                drafts.push(lane.draft(run)?);
            }
        }
        drafts.sort_by_key(|draft| draft.day);
        Ok(drafts)
    }

    /// In blocks of so many operations, lane by lane.
    pub(crate) fn in_blocks_of(&self, count: usize) -> Result<Vec<Draft>, BlockError> {
        let runs = |lane: &'_ Lane| {
            lane.operations.chunks(count).map(|run| lane.draft(run)).collect::<Vec<_>>()
        };
        self.lanes.iter().flat_map(runs).collect()
    }
}

impl Draft {
    /// The evening of its day: milliseconds since 1970.
    pub(crate) fn evening(&self) -> i64 {
        (BEGINNING + i64::from(self.day) * DAY + DAY / 2) * 1000
    }
}

impl Lane {
    fn draft(&self, run: &[(u32, Operation)]) -> Result<Draft, BlockError> {
        let operations: Vec<Operation> =
            run.iter().map(|(_, operation)| operation.clone()).collect();
        Ok(Draft {
            scope: self.scope,
            day: run.last().map_or(0, |(day, _)| *day),
            count: operations.len(),
            bytes: block::encode(self.scope, self.writer, &operations)?,
        })
    }
}

impl Maker {
    /// A day: 20 entries, and now and then a correction.
    fn new(told: Option<Vec<Told>>) -> Self {
        Self {
            told,
            chance: Chance::from_seed(20_260_105),
            zone: Zone::new("Europe/London"),
            lanes: Vec::new(),
            last: None,
            day: 0,
            now: BEGINNING,
        }
    }

    fn begin(&mut self, day: u32) {
        self.day = day;
        self.now = BEGINNING + i64::from(day) * DAY;
    }

    fn trackers(&mut self) -> [OpId; 7] {
        TRACKERS.map(|(measure, unit)| {
            self.create(
                Scope::Health,
                PERSON,
                &Tracker {
                    measure,
                    name: None,
                    unit,
                    unit_name: None,
                    least: None,
                    most: None,
                    place: None,
                    put_away: None,
                },
            )
        })
    }

    /// The person writes something that nobody tells as a document.
    fn keep<K: Kind>(&mut self, scope: Scope, value: &K) -> OpId {
        self.write(scope, PERSON, Act::Create(K::SPEC.id), value.payload(PERSON))
    }

    fn live(&mut self, trackers: &[OpId; 7]) {
        for round in 0..4 {
            self.reading(trackers[0], (45, 120), 1);
            self.dose();
            if round % 2 == 0 {
                self.reading(trackers[1], (115, 165), 0);
                self.reading(trackers[3], (250, 420), 0);
            }
        }
        self.reading(trackers[2], (7_600, 8_400), 2);
        self.reading(trackers[4], (89, 98), 0);
        self.reading(trackers[5], (40, 90), 1);
        self.reading(trackers[6], (1, 5), 0);
        self.symptom();
        self.note(PERSON);
        let who = if self.chance.once_in(3) { CARER } else { PERSON };
        self.note(who);
        let who = if self.day.is_multiple_of(2) { PERSON } else { TEAM };
        let message = Message { text: self.chance.pick(&MESSAGES).to_owned(), answers: None };
        self.create(Scope::Messages, who, &message);
    }

    fn reading(&mut self, tracker: OpId, (least, most): (i64, i64), places: u8) {
        let mantissa = self.chance.between(least, most);
        let pressure = least == 115;
        let upto = |chance: &mut Chance, least, most| {
            pressure.then(|| Decimal::whole(chance.between(least, most)))
        };
        let value = Reading {
            tracker: Ref(tracker),
            value: Decimal::new(mantissa, places).unwrap_or(Decimal::whole(mantissa)),
            second: upto(&mut self.chance, 65, 95),
            third: upto(&mut self.chance, 55, 90),
            context: None,
            note: self.chance.once_in(20).then(|| "After a rest".to_owned()),
        };
        let entry = self.create(Scope::Health, PERSON, &value);
        if self.chance.once_in(40) {
            let mended = Reading { value: Decimal::whole(7), ..value.clone() };
            let payload = mended.payload_from(&value, PERSON);
            let touch = Touch { entry, seen: vec![entry] };
            self.write(Scope::Health, PERSON, Act::Change(touch), payload);
            self.tell(Scope::Health, &mended, Some(entry));
        }
    }

    fn dose(&mut self) {
        let medicine = self.chance.pick(&MEDICINES).to_owned();
        let amount = Some(Decimal::whole(self.chance.between(1, 2)));
        let dose = DoseTaken { medicine, amount, unit: DoseUnit::Tablet, note: None };
        self.create(Scope::Medicines, PERSON, &dose);
    }

    fn symptom(&mut self) {
        let what = self.chance.pick(&SYMPTOMS).to_owned();
        let severity = u64::try_from(self.chance.between(0, 10)).ok();
        self.create(Scope::Health, PERSON, &Symptom { what, severity, note: None });
    }

    fn note(&mut self, who: Writer) {
        let text = self.chance.pick(&NOTES).to_owned();
        let mood = u64::try_from(self.chance.between(1, 5)).ok();
        self.create(
            Scope::Diary,
            who,
            &DiaryNote { topic: DiaryTopic::Note, text, mood, amount: None },
        );
    }

    fn create<K: Kind + Entry>(&mut self, scope: Scope, writer: Writer, value: &K) -> OpId {
        let id = self.write(scope, writer, Act::Create(K::SPEC.id), value.payload(writer));
        self.tell(scope, value, None);
        id
    }

    /// Tells what was just written, where somebody wants to hear it.
    fn tell(&mut self, scope: Scope, value: &impl Entry, corrects: Option<OpId>) {
        let Some(told) = &mut self.told else { return };
        let last = self.last.and_then(|at| self.lanes.get(at)?.operations.last());
        if let Some((day, operation)) = last {
            told.push(Told::of(*day, scope, operation, value, corrects));
        }
    }

    fn write(&mut self, scope: Scope, writer: Writer, act: Act, payload: Vec<u8>) -> OpId {
        self.now += self.chance.between(20, 3_000);
        let at = self.now;
        // One in five is written down some time after it happened.
        let late = if self.chance.once_in(5) { self.chance.between(300, 7_200) } else { 0 };
        let thousandth = self.chance.between(0, 999);
        let known = self.lanes.iter().position(|l| (l.scope, l.writer) == (scope, writer));
        let place = known.unwrap_or_else(|| {
            self.lanes.push(Lane { scope, writer, operations: Vec::new() });
            self.lanes.len() - 1
        });
        self.last = Some(place);
        let operations = &mut self.lanes[place].operations;
        let counter = u32::try_from(operations.len()).unwrap_or(u32::MAX - 1) + 1;
        let id = OpId { writer, counter };
        let operation = Operation {
            id,
            act,
            happened: Happened { at: at - late, zone: self.zone.clone() },
            recorded: Hlc::new(at * 1000 + thousandth, 0),
            on_behalf: None,
            payload,
        };
        operations.push((self.day, operation));
        id
    }
}
