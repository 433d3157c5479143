//! Referrals in words.

use jiff::civil::Date;
use record::kinds::{Ref, Referral, ReferralFor, ReferralPart, ReferralPartOf};
use record::state::Entry;
use record::{EntryId, OpId, Record, Scope};

use crate::holding::Holding;
use crate::when;
use crate::words::{Words, say};

/// The sorts of reasons for which a wait may not count.
pub(super) const REASONS: [ReferralPartOf; 5] = [
    ReferralPartOf::ChoseToWait,
    ReferralPartOf::BetterToWait,
    ReferralPartOf::Watched,
    ReferralPartOf::Missed,
    ReferralPartOf::NotNeeded,
];

/// What a referral is for.
pub(super) fn of_text(words: &Words, of: ReferralFor) -> String {
    words.get(match of {
        ReferralFor::Outpatient => "choice-for-outpatient",
        ReferralFor::Cancer => "choice-for-cancer",
        ReferralFor::MentalHealth => "choice-for-mental",
        ReferralFor::Other | ReferralFor::Unknown(_) => "choice-for-other",
    })
}

/// What something said of a referral is.
pub(super) fn part_name(words: &Words, of: ReferralPartOf) -> String {
    words.get(match of {
        ReferralPartOf::Provider => "choice-provider",
        ReferralPartOf::ChoseToWait => "choice-chose-to-wait",
        ReferralPartOf::BetterToWait => "choice-better-to-wait",
        ReferralPartOf::Watched => "choice-watched",
        ReferralPartOf::Missed => "choice-missed",
        ReferralPartOf::NotNeeded => "choice-not-needed",
        ReferralPartOf::Unknown(_) => "deciding-else",
    })
}

/// A day, with its year.
pub(super) fn day_text(words: &Words, day: Date) -> String {
    when::day(words, day, Date::ZERO)
}

/// "1 May 2026 to 9 May 2026", as far as it is known.
pub(super) fn span(words: &Words, part: &ReferralPart) -> Option<String> {
    let day = |day: Option<Date>| day.map(|day| day_text(words, day));
    match (day(part.from), day(part.until)) {
        (Some(from), Some(until)) => Some(say!(words, "choice-span", from = from, until = until)),
        (Some(from), None) => Some(say!(words, "choice-since", day = from)),
        _ => None,
    }
}

/// What is said of a provider or a reason, a paragraph a thing, without its name.
pub(super) fn lines(words: &Words, part: &ReferralPart) -> Vec<String> {
    let mut lines = Vec::new();
    if part.of != ReferralPartOf::Provider {
        lines.extend(part.text.clone());
    }
    for (id, text) in [
        ("choice-distance", &part.distance),
        ("choice-wait", &part.wait),
        ("choice-others-say", &part.others),
        ("choice-source", &part.source),
    ] {
        lines.extend(text.as_ref().map(|text| format!("{}: {text}", words.get(id))));
    }
    lines.extend(span(words, part));
    lines
}

/// The entry behind a reference of this stream.
pub(super) fn entry_of(Ref(OpId { writer, counter }): Ref) -> EntryId {
    EntryId { scope: Scope::Decisions, writer, counter }
}

/// What is said of a referral, in the order in which it was.
pub(super) fn parts(holding: &Holding, id: EntryId) -> Vec<Entry<ReferralPart>> {
    let of = holding.record.own(id).created_by();
    let all = holding.record.current::<ReferralPart>();
    all.filter(|entry| entry.value.referral.0 == of).collect()
}

/// The name of the provider that was chosen.
pub(super) fn chosen(referral: &Referral, record: &Record) -> Option<String> {
    record.get::<ReferralPart>(entry_of(referral.chosen?))?.value.text
}

/// A referral's parts, each under its name.
pub(super) fn facts(words: &Words, referral: &Referral, record: &Record) -> Vec<(String, String)> {
    let day = |day: Option<Date>| day.map(|day| day_text(words, day));
    let all = [
        ("choice-for", Some(of_text(words, referral.of))),
        ("choice-service", Some(referral.service.clone())),
        ("deciding-problem", referral.problem.clone()),
        ("choice-by", referral.by.clone()),
        ("choice-referred", day(referral.referred)),
        ("choice-clock", day(referral.clock)),
        ("choice-over", day(referral.over)),
        ("choice-chosen", chosen(referral, record)),
        ("choice-because", referral.because.clone()),
    ];
    all.into_iter().filter_map(|(id, text)| Some((words.get(id), text?))).collect()
}

/// For the readable copy.
pub(crate) fn referral_cells(words: &Words, referral: &Referral, record: &Record) -> Vec<String> {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    vec![
        of_text(words, referral.of),
        referral.service.clone(),
        referral.problem.clone().unwrap_or_default(),
        referral.by.clone().unwrap_or_default(),
        day(referral.referred),
        day(referral.clock),
        day(referral.over),
        chosen(referral, record).unwrap_or_default(),
        referral.because.clone().unwrap_or_default(),
    ]
}

/// For the readable copy.
pub(crate) fn part_cells(words: &Words, part: &ReferralPart, record: &Record) -> Vec<String> {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let of = record.get::<Referral>(entry_of(part.referral));
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![
        of.map(|entry| entry.value.service).unwrap_or_default(),
        part_name(words, part.of),
        text(&part.text),
        text(&part.distance),
        text(&part.wait),
        text(&part.others),
        text(&part.source),
        day(part.from),
        day(part.until),
    ]
}
