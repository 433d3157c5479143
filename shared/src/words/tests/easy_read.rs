//! Easy Read is held to its rules: those of reference guides for it (GOV.UK, the
//! Department of Health's "Making written information easier to understand", the Patient
//! Information Forum) that can be checked without a reader. That people understand it,
//! only people can say.

use std::collections::BTreeSet;
use std::path::Path;

use super::*;

/// All of it is there for these.
const WHOLE: [&str; 14] = [
    "about_me",
    "advance_care",
    "choice",
    "common",
    "contingency",
    "deciding",
    "entry",
    "help",
    "items",
    "media",
    "own",
    "plan",
    "sync",
    "today",
];

/// Names, and what is put together of words that are there: the same in both.
pub(super) const SAME: [&str; 24] = [
    "app-name",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "day-month",
    "day-month-year",
    "day-time",
    "list-and",
];

/// Words that join two thoughts: one sentence has at most one of them.
const JOINING: [&str; 20] = [
    "although",
    "and",
    "because",
    "but",
    "however",
    "if",
    "or",
    "since",
    "so",
    "than",
    "that",
    "therefore",
    "though",
    "unless",
    "until",
    "when",
    "where",
    "whereas",
    "which",
    "while",
];

/// Hard words that cannot be left out, for they are what a thing is called: each is
/// explained in the sentence after it, which begins so.
const EXPLAINED: [(&str, &str); 22] = [
    ("referral", "A referral is"),
    ("consultant", "A consultant is"),
    ("cancer", "Cancer is"),
    ("urgent", "Urgent means"),
    ("emergency", "An emergency means"),
    ("emergencies", "An emergency means"),
    ("budget", "A budget is"),
    ("attorney", "An attorney is"),
    ("key worker", "A key worker is"),
    ("key worker", "Your key worker is"),
    ("advance decision", "An advance decision says"),
    ("advance statement", "An advance statement says"),
    ("respect form", "A ReSPECT form says"),
    ("allergy", "An allergy means"),
    ("treatment", "Treatment is"),
    ("provider", "A provider is"),
    ("server", "A server is"),
    ("browser", "A browser is"),
    ("blood pressure", "Blood pressure is"),
    ("dose", "A dose is"),
    ("doses", "A dose is"),
    ("megabytes", "A megabyte says"),
];

/// Hard words for which there are easy ones.
const NEVER: [&str; 39] = [
    "access",
    "adjustment",
    "adjustments",
    "advocate",
    "agreement",
    "approximately",
    "assist",
    "benefit",
    "benefits",
    "complete",
    "completed",
    "condition",
    "conditions",
    "confidential",
    "consent",
    "criteria",
    "criterion",
    "detained",
    "enter",
    "equipment",
    "formulation",
    "interpreter",
    "involved",
    "option",
    "options",
    "outcome",
    "prior",
    "professional",
    "propose",
    "proposed",
    "proposal",
    "receive",
    "require",
    "resuscitation",
    "review",
    "risk",
    "risks",
    "suspected",
    "via",
];

/// Every message: its id, the name of its picture, and how it reads with each sort of
/// argument.
fn all() -> Vec<(String, &'static str, Vec<String>)> {
    let words = Words { easy: true, ..Words::default() };
    let files = files_of("en-GB-x-easyread");
    let names: BTreeSet<&str> = files
        .iter()
        .flat_map(|file| file.split('$').skip(1))
        .map(|rest| rest.split([' ', '}']).next().unwrap())
        .collect();
    let mut all = Vec::new();
    for id in files.iter().flat_map(|file| ids_in(file)) {
        let at = Id::find(id).unwrap();
        let (picture, _) = EASY_READ[at.0].unwrap();
        let read = [None, Some(0), Some(1_i64), Some(2)].map(|number| {
            let arg = || number.map_or_else(|| Arg::from("Ada"), Arg::from);
            let args: Vec<_> = names.iter().map(|name| (*name, arg())).collect();
            words.say(at, &args)
        });
        let read: BTreeSet<String> = read.into_iter().collect();
        all.push((id.to_owned(), picture, read.into_iter().collect()));
    }
    all
}

/// What is wrong with a message, by the rules.
fn wrong(text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let mut say = |what: &str| wrong.push(format!("{what}: {line}"));
        let small = line.to_lowercase();
        let words: Vec<&str> = small
            .split(|letter: char| !letter.is_alphanumeric() && letter != '’' && letter != ',')
            .filter(|word| !word.is_empty())
            .collect();
        if words.len() > 15 {
            say("longer than 15 words");
        }
        // A sentence a line, so that each begins where the one before it did.
        let ends = line.trim_end_matches(['.', '?', '”', ':']);
        if ends.contains(['.', '?', '!']) && !ends.contains("Ada") {
            say("two sentences on a line");
        }
        if line.contains(['!', ';', '(', ')', '/', '–', '—', '·', '&', '…']) {
            say("a mark that is hard to read");
        }
        // The word that a question begins with joins nothing.
        let asks = usize::from(line.ends_with('?') || words.first() == Some(&"that"));
        let joins =
            words.iter().skip(asks).filter(|word| JOINING.contains(&word.trim_matches(',')));
        if joins.count() > 1 || line.matches(", ").count() > 1 {
            say("more than one idea");
        }
        if let Some(hard) = words.iter().find(|word| NEVER.contains(word)) {
            say(&format!("“{hard}” has an easy word"));
        }
        let short = line.split(|letter: char| !letter.is_alphanumeric()).any(|word| {
            let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
            capitals > 1 && !["ReSPECT", "SHOUT", "OpenMoji"].contains(&word)
        });
        if short || ["e.g", "i.e", "etc"].iter().any(|short| small.contains(short)) {
            say("an abbreviation");
        }
        if ["n’t", "’ll", "’re", "’ve", "’m ", "'"].iter().any(|short| small.contains(short))
        {
            say("a word cut short");
        }
        let passive = small.split(' ').collect::<Vec<_>>();
        let passive = passive.windows(3).any(|three| {
            ["is", "are", "was", "were", "be", "been"].contains(&three[0])
                && (three[1].ends_with("ed") || three[1].ends_with("en"))
                && three[2] == "by"
        });
        if passive {
            say("not active");
        }
        // A number with what is counted stands beside the words that explain it.
        let counts = words.len() <= 2
            && words.first().is_some_and(|first| {
                first.starts_with(|letter: char| letter.is_ascii_digit()) || *first == "ada"
            });
        for (hard, _) in EXPLAINED.iter().filter(|_| !counts) {
            let asked = format!(" {} ", words.join(" ").replace(',', ""));
            let ways = || EXPLAINED.iter().filter(|(word, _)| word == hard);
            let explains = |line: &str| ways().any(|(_, how)| line.starts_with(how));
            if asked.contains(&format!(" {hard} "))
                && !lines[..=at].iter().any(|line| explains(line))
                && !lines.get(at + 1).is_some_and(|next| explains(next))
            {
                say(&format!("“{hard}” is not explained in the next sentence"));
            }
        }
    }
    wrong
}

#[test]
fn every_sentence_keeps_the_rules() {
    let all = all();
    assert!(all.len() > 900, "{}", all.len());
    let wrong: Vec<String> = all
        .iter()
        .flat_map(|(id, _, read)| read.iter().map(move |text| (id, text)))
        .flat_map(|(id, text)| wrong(text).into_iter().map(move |what| format!("{id}: {what}")))
        .collect();
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_rules_find_what_breaks_them() {
    for (text, what) in [
        ("This is a sentence with more words in it than anybody can hold in mind here.", "15"),
        ("Stop. Go on.", "two sentences"),
        ("Stop; go on.", "mark"),
        ("Stop (go on)", "mark"),
        ("Ask the doctor because it hurts and tell your team.", "more than one idea"),
        ("Apples, pears, plums", "more than one idea"),
        ("Write one benefit", "easy word"),
        ("Ask your GP", "abbreviation"),
        ("Bring things, e.g a pen", "abbreviation"),
        ("You don’t have to", "cut short"),
        ("The plan was changed by the nurse", "not active"),
        ("You have a referral.\nIt is on paper.", "not explained"),
    ] {
        assert!(wrong(text).iter().any(|found| found.contains(what)), "{text}: {:?}", wrong(text));
    }
    let good = "You have a referral.\nA referral is when a doctor sends you to another team.";
    assert!(wrong(good).is_empty(), "{:?}", wrong(good));
}

#[test]
fn a_picture_stands_beside_each() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../web/public/pictures"));
    let mut there: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .filter_map(|file| {
            file.unwrap().file_name().to_str()?.strip_suffix(".svg").map(str::to_owned)
        })
        .collect();
    let (mut none, mut used) = (Vec::new(), BTreeSet::new());
    for (id, picture, read) in all() {
        // What has none is about something that has.
        if picture.is_empty() && read.iter().any(|text| text.contains("Ada")) {
            continue;
        }
        if !there.contains(picture) {
            none.push(format!("{id}: {picture}"));
        }
        used.insert(picture);
    }
    assert!(none.is_empty(), "{none:?}");
    there.retain(|name| !used.contains(name.as_str()));
    assert!(there.is_empty(), "never drawn: {there:?}");
}

#[test]
fn all_that_these_pages_say_is_there() {
    let mut missing = Vec::new();
    for feature in WHOLE {
        let path = format!("{}/locales/en-GB/{feature}.ftl", env!("CARGO_MANIFEST_DIR"));
        let file = std::fs::read_to_string(path).unwrap();
        for id in ids_in(&file).into_iter().filter(|id| !SAME.contains(id)) {
            if EASY_READ[Id::find(id).unwrap().0].is_none() {
                missing.push(id.to_owned());
            }
        }
    }
    assert!(missing.is_empty(), "only in standard words: {missing:?}");
}

#[test]
fn words_about_other_words_have_their_picture() {
    let mut words = Words::default();
    words.read_easily(true);
    let question = words.get("plan-why");
    let label = say!(words, "optional-label", label = question.as_str());
    let beside = words.beside();
    let picture = |of: &str| beside.iter().find(|one| one.words == of).map(|one| &*one.picture);
    assert_eq!(picture(&question), Some("question"));
    assert_eq!(picture(&label), Some("question"));
    words.read_easily(false);
    assert!(words.beside().is_empty(), "what is read no longer is forgotten");
    assert_eq!(words.get("plan-why"), "Why it matters");
    assert!(words.beside().is_empty(), "standard words have none");
}
