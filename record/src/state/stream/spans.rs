//! When the entries of a kind happened, so many at a time: who asks for a day of ten
//! years passes over the rest.

use std::sync::OnceLock;

use super::{Kept, KeptAct, Stream};
use crate::few::Few;
use crate::op::KindId;

/// So many entries, in the order in which they came, have one span. What is written
/// day by day comes in the order of its time.
const TOGETHER: usize = 128;

/// Of some entries of one kind, the first time and the last, and whether anything
/// touches one of them: it may have happened at another time since.
#[derive(Clone, Debug)]
struct Span {
    from: i64,
    to: i64,
    touched: bool,
}

impl Span {
    fn meets(&self, (from, to): (i64, i64)) -> bool {
        self.touched || (self.from <= to && from <= self.to)
    }
}

/// The spans of each kind; found out when somebody asks, and forgotten when something
/// comes.
#[derive(Debug, Default)]
pub(super) struct Spans(OnceLock<Few<KindId, Vec<Span>>>);

impl Spans {
    pub(super) fn forget(&mut self) {
        self.0.take();
    }
}

impl Stream {
    /// What creates the entries of a kind that can have happened in a stretch of time,
    /// both ends in it, and some others; in the order in which they came here.
    pub(in crate::state) fn of_kind_about(
        &self,
        kind: KindId,
        time: (i64, i64),
    ) -> impl DoubleEndedIterator<Item = &Kept> {
        let created = self.by_kind.get(&kind).map_or(&[][..], Vec::as_slice);
        let spans = self.all_spans().get(&kind).map_or(&[][..], Vec::as_slice);
        let near = created.chunks(TOGETHER).zip(spans).filter(move |(_, span)| span.meets(time));
        near.flat_map(|(some, _)| self.at(some)).filter(|kept| !self.is_double(kept))
    }

    fn all_spans(&self) -> &Few<KindId, Vec<Span>> {
        self.spans.0.get_or_init(|| {
            let mut all = Few::default();
            for (kind, created) in self.by_kind.iter() {
                let spans = created.chunks(TOGETHER).map(|some| self.span(some)).collect();
                all.insert(*kind, spans);
            }
            for entry in self.touched() {
                let Some(at) = self.by_id.get(entry) else { continue };
                let Some(Kept { act: KeptAct::Create(kind), .. }) =
                    self.operations.get(at as usize)
                else {
                    continue;
                };
                let place = self.by_kind.get(kind).and_then(|all| all.binary_search(&at).ok());
                let spans: &mut Vec<Span> = all.or_default(*kind);
                if let Some(span) = place.and_then(|place| spans.get_mut(place / TOGETHER)) {
                    span.touched = true;
                }
            }
            all
        })
    }

    fn span(&self, some: &[u32]) -> Span {
        let nothing = Span { from: i64::MAX, to: i64::MIN, touched: false };
        self.at(some).fold(nothing, |span, kept| Span {
            from: span.from.min(kept.happened),
            to: span.to.max(kept.happened),
            ..span
        })
    }
}
