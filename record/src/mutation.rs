//! Rules broken on purpose, so that the simulated world (`tests/world`) can
//! prove that it would notice.
//!
//! Without the feature `mutations`, [`is`] is a constant `false` and the
//! compiler takes the broken way out. With it, a test breaks one rule on its
//! own thread. What people use is built without debug assertions, and there the
//! feature does not compile at all.

#[cfg(all(feature = "mutations", not(debug_assertions)))]
compile_error!("the feature `mutations` breaks rules on purpose: it is for tests alone");

/// A rule to break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mutation {
    /// Merging: among clinical values the latest clock wins, and the others go.
    ClockWins,
    /// The device takes what the server sends without comparing hashes.
    NoHashCheck,
    /// The device forgets signed blocks on their way when it starts again.
    PendingForgotten,
    /// The device takes a block that was refused for one that was taken.
    RefusalIgnored,
    /// The device keeps what was withdrawn.
    NoPurge,
    /// The device counts on from what it has signed, as if its outbox were empty.
    CounterReused,
    /// Signing drops what an unknown kind says.
    UnknownDropped,
    /// The server serves streams that nobody allowed.
    StreamTooMany,
    /// The server takes a block again that it has.
    OverlapTwice,
    /// The server takes blocks from those who may not add.
    AnyoneAdds,
    /// The device gives a restored server nothing back.
    NoHeal,
    /// Where two devices disagree on a consent, the wider one holds.
    WiderConsent,
    /// The server takes other bytes under known counters for a repeat.
    CopyTaken,
    /// A copied device writes again what the server has of it already.
    CopyDoubled,
    /// A block of which the server has the beginning waits for what is before it.
    OverlapWaits,
    /// A section that is not known makes all of a message unreadable.
    NoveltyRefused,
    /// Old blocks are gathered with the stream's row as it was when they were read.
    GatherStale,
    /// A row that changed stays in the server's memory as it was.
    CacheStale,
}

#[cfg(feature = "mutations")]
thread_local! {
    static BROKEN: std::cell::Cell<Option<Mutation>> = const { std::cell::Cell::new(None) };
}

/// Breaks a rule on this thread, or none.
#[cfg(feature = "mutations")]
pub fn set(mutation: Option<Mutation>) {
    BROKEN.set(mutation);
}

/// Whether a rule is broken.
#[cfg(feature = "mutations")]
#[must_use]
pub fn is(mutation: Mutation) -> bool {
    BROKEN.get() == Some(mutation)
}

/// Whether a rule is broken: never.
#[cfg(not(feature = "mutations"))]
#[must_use]
#[inline]
pub const fn is(_: Mutation) -> bool {
    false
}
