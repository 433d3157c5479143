//! Acts: what the person did, kept whole or not at all.
//!
//! A feature gathers its operations in an [`Act`] and saves it: one commit of
//! the store, whatever it holds. Only when the store has answered does the page
//! say "saved"; until then presses wait. Where the store refuses, nothing has
//! happened, the form is still filled in, and the page says what to do.

use crux_core::Command;
use record::block::{self, BlockError, MAX_OPERATIONS};
use record::fields;
use record::kinds::Kind;
use record::mutation::{self, Mutation};
use record::op::{Act as Doing, Operation, Touch};
use record::state::{Entry, Sight};
use record::time::{Happened, Hlc, Zone};
use record::{EntryId, Member, OpId, Scope};

use crate::app::{Cmd, Signal};
use crate::command::ask;
use crate::effects::clock::Now;
use crate::effects::store::{StoreOperation, StoreOutput, StoreProblem, Write};
use crate::forms::voice::Voice;
use crate::holding::apart::{Held, Kept};
use crate::holding::slot::Area;
use crate::holding::{Holding, Piece};
use crate::model::{Cx, Open};
use crate::nav::Screen;
use crate::screen::{Notice, NoticeTone};
use crate::words::{Words, say};

/// What the person did, being gathered.
pub struct Act {
    index: u32,
    clock: Hlc,
    now_ms: i64,
    zone: Zone,
    me: record::Writer,
    counters: [u32; Scope::ALL.len()],
    operations: Vec<(Scope, Vec<Operation>)>,
    /// What is put into blocks already, and how many operations that is: an act of
    /// hundreds of thousands must not lie in memory twice.
    packed: Vec<(Scope, Vec<u8>)>,
    count: usize,
    failed: bool,
    writes: Vec<Write>,
    forms: Vec<String>,
    decided: Option<u64>,
    held: Vec<Held>,
    recordings: Vec<Kept>,
    on_behalf: Option<Member>,
}

/// What a change or retraction names as seen.
fn touch(saw: Sight) -> Touch {
    Touch { entry: saw.entry.created_by(), seen: saw.seen }
}

/// The number of the next operation in a scope.
fn next_counter(holding: &Holding, scope: Scope) -> u32 {
    let waiting = || holding.outbox.iter().filter(|piece| piece.header.scope == scope);
    match waiting().map(|piece| piece.header.first).min() {
        Some(first) if mutation::is(Mutation::CounterReused) => first,
        _ => holding.record.next_counter(scope),
    }
}

/// Where to go once it is saved.
#[derive(Clone, Debug, PartialEq)]
pub enum Go {
    /// Nowhere.
    Stay,
    /// One place back.
    Back,
    /// So many places back.
    BackBy(usize),
    /// To a place, with the present one behind it.
    To(Screen),
    /// To a place instead of the present one.
    Instead(Screen),
    /// To a place with nothing behind it.
    Tab(Screen),
}

/// What the store answered about an act.
#[derive(Debug)]
pub struct Saved {
    index: u32,
    drafts: Vec<(Scope, Vec<u8>)>,
    clock: Hlc,
    forms: Vec<String>,
    decided: Option<u64>,
    held: Vec<Held>,
    recordings: Vec<Kept>,
    go: Go,
    notice: Option<Notice>,
    output: StoreOutput,
}

impl Act {
    /// Begins an act in one record.
    #[must_use]
    pub fn new(holding: &Holding, now: &Now) -> Self {
        Self {
            index: holding.index,
            clock: holding.clock,
            now_ms: now.ms,
            zone: Zone::new(&now.zone),
            me: holding.record.me(),
            counters: Scope::ALL.map(|scope| next_counter(holding, scope)),
            operations: Vec::new(),
            packed: Vec::new(),
            count: 0,
            failed: false,
            writes: Vec::new(),
            forms: Vec::new(),
            decided: None,
            held: Vec::new(),
            recordings: Vec::new(),
            // A carer writes for the person, unless it says otherwise; a team for itself.
            on_behalf: (holding.about.side == crate::holding::RecordSide::Carer)
                .then_some(Member::PERSON),
        }
    }

    /// Says whose words it is: a carer has some of their own.
    #[must_use]
    pub(crate) fn says(mut self, voice: Voice) -> Self {
        if voice == Voice::Own {
            self.on_behalf = None;
        }
        self
    }

    /// Now, where the device is.
    #[must_use]
    pub fn happened_now(&self) -> Happened {
        Happened { at: self.now_ms.div_euclid(1000), zone: self.zone.clone() }
    }

    fn push(&mut self, scope: Scope, doing: Doing, happened: Happened, payload: Vec<u8>) -> OpId {
        self.clock = self.clock.next(self.now_ms);
        let counter = &mut self.counters[usize::from(scope.code() - 1)];
        let id = OpId { writer: self.me, counter: *counter };
        *counter += 1;
        let operation = Operation {
            id,
            act: doing,
            happened,
            recorded: self.clock,
            on_behalf: self.on_behalf,
            payload,
        };
        self.count += 1;
        match self.operations.iter_mut().find(|(known, _)| *known == scope) {
            Some((_, operations)) => {
                operations.push(operation);
                if operations.len() == A_BLOCK {
                    self.failed |= cut(scope, self.me, operations, &mut self.packed).is_err();
                    operations.clear();
                }
            }
            None => self.operations.push((scope, vec![operation])),
        }
        id
    }

    /// Begins an entry.
    pub fn create<K: Kind>(&mut self, value: &K, happened: Happened) -> EntryId {
        let scope = K::SPEC.scope;
        let id = self.push(scope, Doing::Create(K::SPEC.id), happened, value.payload(self.me));
        EntryId { scope, writer: id.writer, counter: id.counter }
    }

    /// Begins an entry that comes from a file, or from what a phone has measured: the
    /// same, brought in on another device, is one with it.
    pub fn bring_in<K: Kind>(&mut self, value: &K, happened: Happened) -> EntryId {
        let payload = fields::brought_in(value.payload(self.me));
        let id = self.push(K::SPEC.scope, Doing::Create(K::SPEC.id), happened, payload);
        EntryId { scope: K::SPEC.scope, writer: id.writer, counter: id.counter }
    }

    /// Begins an entry as somebody else wrote it: its kind, its fields and when it
    /// happened are theirs, the rest is this writer's.
    pub fn adopt(&mut self, scope: Scope, operation: Operation) {
        self.push(scope, operation.act, operation.happened, operation.payload);
    }

    /// Changes or corrects an entry, as it was seen: only the fields that differ from
    /// what stood there are written, and what came since counts as not seen.
    pub fn change<K: Kind>(&mut self, saw: Sight, old: &K, new: &K, happened: Happened) {
        let payload = new.payload_from(old, self.me);
        self.push(saw.entry.scope, Doing::Change(touch(saw)), happened, payload);
    }

    /// Begins an entry, or changes the one that is there where it says something else;
    /// when it happened stays.
    pub fn set<K: Kind + PartialEq>(&mut self, before: Option<&Entry<K>>, new: &K) {
        match before {
            Some(before) if before.value == *new => {}
            Some(before) => {
                self.change(before.sight(), &before.value, new, before.happened.clone());
            }
            None => {
                let now = self.happened_now();
                self.create(new, now);
            }
        }
    }

    /// Says that an entry no longer holds, and why; all that this replica holds of it
    /// counts as seen.
    pub fn retract(&mut self, holding: &Holding, id: EntryId, reason: &str) {
        let seen = holding.record.touch(id).seen;
        self.retract_seen(Sight { entry: holding.record.own(id), seen }, reason);
    }

    /// The same, of an entry as it was seen.
    pub fn retract_seen(&mut self, saw: Sight, reason: &str) {
        let mut payload = record::fields::FieldsWriter::default();
        payload.put(1, record::fields::Value::Bytes(reason.as_bytes()));
        let happened = self.happened_now();
        self.push(saw.entry.scope, Doing::Retract(touch(saw)), happened, payload.finish());
    }

    /// Keeps something else in the same commit.
    pub fn put(&mut self, write: Write) {
        self.writes.push(write);
    }

    /// Bytes that the same commit keeps apart.
    pub fn hold(&mut self, held: Held) {
        self.held.push(held);
    }

    /// A recording that the same commit keeps on this device, or forgets.
    pub fn record(&mut self, kept: Kept) {
        self.recordings.push(kept);
    }

    /// The person has decided about what was set aside, up to this number.
    pub fn decide(&mut self, holding: &Holding, up_to: u64) {
        let (key, body) = holding.decided_value(up_to);
        self.writes.push(Write::Put { key, body });
        self.decided = Some(up_to);
    }

    /// Forgets a form's draft in the same commit.
    pub fn finish_form(&mut self, form: &str) {
        self.forms.push(form.to_owned());
    }

    /// How many operations it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Saves it. Presses wait until the store has answered.
    pub fn save(self, cx: &mut Cx<'_>, go: Go, notice: Option<Notice>) -> Cmd {
        let mut drafts = self.packed;
        for (scope, operations) in &self.operations {
            if cut(*scope, self.me, operations, &mut drafts).is_err() || self.failed {
                cx.open.notice = Some(problem(cx.words, StoreProblem::Unavailable));
                return crux_core::render::render();
            }
        }
        let kept = cx.open.holding_by_index(self.index).is_none_or(|holding| holding.kept);
        let mut writes = self.writes;
        for (scope, draft) in &drafts {
            let Ok(header) = block::header(draft) else { continue };
            writes.push(Write::Append {
                slot: crate::holding::slot::of(self.index, Area::Outbox, *scope),
                position: u64::from(header.first),
                body: draft.clone(),
            });
        }
        for form in &self.forms {
            if !form.starts_with(crate::forms::SECRET) {
                writes.push(Write::Forget { key: format!("draft/{form}") });
            }
        }
        let mut saved = Saved {
            index: self.index,
            drafts,
            clock: self.clock,
            forms: self.forms,
            decided: self.decided,
            held: self.held,
            recordings: self.recordings,
            go,
            notice,
            output: StoreOutput::Done,
        };
        cx.open.saving = true;
        if !kept {
            return Command::event(Signal::Saved(Box::new(saved)));
        }
        ask(StoreOperation::Commit(writes), move |output| {
            saved.output = output;
            Signal::Saved(Box::new(saved))
        })
    }
}

/// How many operations of an act go into one block.
const A_BLOCK: usize = MAX_OPERATIONS / 8;

/// Cuts operations into drafts that fit a block.
fn cut(
    scope: Scope,
    me: record::Writer,
    operations: &[Operation],
    drafts: &mut Vec<(Scope, Vec<u8>)>,
) -> Result<(), BlockError> {
    for part in operations.chunks(A_BLOCK) {
        match block::encode(scope, me, part) {
            Ok(draft) => drafts.push((scope, draft)),
            Err(BlockError::TooLarge) if part.len() > 1 => {
                for one in part {
                    drafts.push((scope, block::encode(scope, me, std::slice::from_ref(one))?));
                }
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Takes in the store's answer. True where the act is saved.
pub fn saved(open: &mut Open, words: &Words, saved: Saved) -> bool {
    open.saving = false;
    if let StoreOutput::Failed(why) = saved.output {
        open.notice = Some(problem(words, why));
        return false;
    }
    if let Some(holding) = open.holding_by_index(saved.index) {
        holding.clock = holding.clock.max(saved.clock);
        holding.decided = saved.decided.unwrap_or(holding.decided);
        saved.held.into_iter().for_each(|held| holding.apart.put(held));
        saved.recordings.into_iter().for_each(|kept| kept.take(&mut holding.apart));
        for (_, draft) in saved.drafts {
            // Encoded a moment ago by the same code, so it can be read.
            if let Ok(applied) = holding.record.apply(&draft, None) {
                holding.outbox.push(Piece { header: applied.header, bytes: draft });
            }
        }
    }
    for form in saved.forms {
        open.forms.forget(&form);
    }
    match saved.go {
        Go::Stay => {}
        Go::Back => {
            open.back();
        }
        Go::BackBy(count) => {
            for _ in 0..count {
                open.back();
            }
        }
        Go::To(screen) => open.go(screen),
        Go::Instead(screen) => {
            open.stack.pop();
            open.stack.push(screen);
        }
        Go::Tab(screen) => open.restart(screen),
    }
    open.notice = saved.notice;
    true
}

/// What is said once an act is saved: where it is.
#[must_use]
pub fn notice(open: &Open, words: &Words, holding: &Holding) -> Notice {
    let title =
        if open.durable && holding.kept { say!(words, "saved-here") } else { say!(words, "added") };
    Notice::new(NoticeTone::Success, title)
}

/// What a page says where the store refused.
#[must_use]
pub fn problem(words: &Words, why: StoreProblem) -> Notice {
    let (title, text) = match why {
        StoreProblem::Full => (say!(words, "store-full-title"), say!(words, "store-full-text")),
        StoreProblem::Newer | StoreProblem::Unreadable | StoreProblem::Unavailable => {
            (say!(words, "store-other-title"), say!(words, "store-other-text"))
        }
    };
    Notice::new(NoticeTone::Problem, title).text(text)
}
