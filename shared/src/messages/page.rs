//! The page of the conversation.

use record::Scope;
use record::kinds::Card;
use record::sync::Side;

use super::thread::{self, Conversation, Line};
use super::{Intent, MAX_TEXT, Screen, form, moment};
use crate::entry;
use crate::forms::voice;
use crate::holding::{Author, Holding, RecordSide, TeamCard};
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{
    Block, Button, Field, Icon, Inset, Page, Question, Tag, Thread, ThreadMessage, Tone,
};
use crate::words::say;
use crate::{about_me, sharing, welcome, when};

/// How many messages a page begins with, and how many more come by asking.
const PAGE: usize = 40;
/// The most on one page.
const MOST: usize = 100;

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    let words = view.words;
    let count = match screen {
        Screen::Thread => PAGE,
        Screen::Older(count) => (*count).min(MOST),
    };
    let mut page =
        Page { name: "messages".into(), title: say!(words, "tab-messages"), ..Page::default() };
    let Some(holding) = view.open.holding() else {
        return page;
    };
    let theirs = holding.about.side != RecordSide::Person;
    page.caption =
        theirs.then(|| say!(words, "messages-record-of", name = holding.about.name.as_str()));
    if theirs && !holding.about.scopes.has(Scope::Messages) {
        page.blocks = vec![Block::paragraph(say!(
            words,
            "messages-not-shared",
            name = holding.about.name.as_str()
        ))];
        return page;
    }
    let teams = thread::teams(holding, view.now.ms.div_euclid(1000));
    let conversation = Conversation::read(holding, count);
    page.blocks = head(holding, &teams, view);
    page.blocks.extend(about_me::brief(view, holding));
    if conversation.lines.is_empty() {
        page.blocks.extend(empty(&teams, view));
    } else {
        page.blocks.push(Block::Thread(Thread {
            older: (conversation.more && count < MOST).then(|| {
                let more = Press::Messages(Intent::Older(count + PAGE));
                Button::quiet(say!(words, "messages-older"), more)
            }),
            messages: (0..conversation.lines.len())
                .filter_map(|at| message(&conversation, at, holding, &teams, view))
                .collect(),
        }));
    }
    page.blocks.extend(overdue(&conversation, &teams, view));
    if holding.about.side == RecordSide::Team || !teams.is_empty() {
        page.blocks.extend(write(holding, &teams, view));
    }
    page
}

fn names(teams: &[TeamCard], view: View<'_>) -> String {
    let names: Vec<&str> = teams.iter().map(|team| team.name.as_str()).collect();
    match names.as_slice() {
        [] => say!(view.words, "messages-your-team"),
        [one] => (*one).to_owned(),
        [rest @ .., last] => {
            say!(view.words, "messages-and", first = rest.join(", "), last = *last)
        }
    }
}

/// Who reads this and how soon, and that it is not for emergencies.
fn head(holding: &Holding, teams: &[TeamCard], view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let mut blocks = Vec::new();
    if holding.about.side != RecordSide::Team {
        for team in teams {
            let name = team.name.as_str();
            let card = holding
                .record
                .current::<Card>()
                .map(|entry| entry.value)
                .find(|card| card.member == team.member);
            let reply = card.and_then(|card| card.reply).map_or_else(
                || {
                    say!(
                        words,
                        "messages-team",
                        name = name,
                        within = within(team.reply_hours, view)
                    )
                },
                |reply| say!(words, "messages-team-hours", name = name, reply = reply),
            );
            blocks.push(Block::paragraph(reply));
        }
    }
    if !teams.is_empty() && holding.about.side != RecordSide::Team {
        blocks.push(Block::Inset(Inset {
            text: vec![say!(words, "messages-not-emergency"), say!(words, "messages-not-watched")],
        }));
        blocks.push(Block::buttons(vec![
            Button::secondary(say!(words, "help-open"), Place::Help).icon(Icon::Phone),
        ]));
    }
    blocks
}

fn within(hours: u32, view: View<'_>) -> String {
    if hours >= 48 && hours.is_multiple_of(24) {
        say!(view.words, "messages-within-days", days = i64::from(hours / 24))
    } else {
        say!(view.words, "messages-within-hours", hours = i64::from(hours))
    }
}

/// What stands here before the first message.
fn empty(teams: &[TeamCard], view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let open = view.open;
    if !teams.is_empty() || open.staff.is_active() {
        return vec![Block::empty(
            Icon::Messages,
            say!(words, "messages-none-title"),
            say!(words, "messages-none-text"),
            None,
        )];
    }
    let invitation = Place::Welcome(welcome::Screen::Invitation);
    let has_team = open.holding().is_some_and(|holding| !holding.about.teams.is_empty());
    if has_team {
        return vec![Block::empty(
            Icon::Messages,
            say!(words, "messages-unshared-title"),
            say!(words, "messages-unshared-text"),
            Some(Button::primary(
                say!(words, "more-sharing"),
                Place::Sharing(sharing::Screen::All),
            )),
        )];
    }
    let mut blocks = vec![Block::empty(
        Icon::Messages,
        say!(words, "messages-no-team-title"),
        if open.session.is_none() {
            say!(words, "messages-no-account-text")
        } else {
            say!(words, "messages-no-team-text")
        },
        Some(Button::primary(say!(words, "messages-invitation"), invitation)),
    )];
    if open.session.is_none() {
        blocks.push(Block::buttons(vec![
            Button::secondary(
                say!(words, "messages-account"),
                Place::Welcome(welcome::Screen::Create),
            ),
            Button::quiet(say!(words, "messages-sign-in"), Place::Welcome(welcome::Screen::SignIn)),
        ]));
    }
    blocks
}

fn write(holding: &Holding, teams: &[TeamCard], view: View<'_>) -> Vec<Block> {
    let words = view.words;
    if !holding.may_write(Scope::Messages) {
        return vec![Block::small(say!(words, "messages-only-read"))];
    }
    let to = if holding.about.side == RecordSide::Team {
        holding.about.name.clone()
    } else {
        names(teams, view)
    };
    let mut question = Question::new("text", say!(words, "messages-write", to = to.as_str()));
    if holding.about.side == RecordSide::Team {
        question = question.hint(say!(words, "messages-write-hint-team"));
    }
    let most = u32::try_from(MAX_TEXT).unwrap_or(u32::MAX);
    let mut fields = vec![Field::long_text(question, 5, most)];
    fields.extend(voice::ask(words, holding));
    vec![Block::form(
        form(holding),
        fields,
        vec![
            Button::primary(say!(words, "messages-send", to = to), Press::Messages(Intent::Send))
                .icon(Icon::Messages),
        ],
    )]
}

fn message(
    conversation: &Conversation,
    at: usize,
    holding: &Holding,
    teams: &[TeamCard],
    view: View<'_>,
) -> Option<ThreadMessage> {
    let line = conversation.lines.get(at)?;
    let words = view.words;
    let mut when = when::near(words, &line.happened, view.today());
    if conversation.waits(at)
        && let Some(due) = due(line, teams)
    {
        let by = moment(due, view);
        when = if due < view.now.ms.div_euclid(1000) {
            say!(words, "messages-was-expected", when = when, by = by)
        } else {
            say!(words, "messages-expected", when = when, by = by)
        };
    }
    Some(ThreadMessage {
        from: from(line, holding, view),
        mine: conversation.is_ours(line),
        when,
        text: line
            .text
            .lines()
            .map(str::trim)
            .filter(|paragraph| !paragraph.is_empty())
            .map(str::to_owned)
            .collect(),
        status: status(conversation, at, holding, view),
        attachments: Vec::new(),
    })
}

/// "You", "Amina, practice nurse", "Joan, daughter, for Rosa".
fn from(line: &Line, holding: &Holding, view: View<'_>) -> String {
    let name = match &line.author {
        author if author.me => say!(view.words, "messages-you"),
        author => who(author, holding, view),
    };
    entry::for_whom(view.words, holding, name, line.on_behalf)
}

fn who(author: &Author, holding: &Holding, view: View<'_>) -> String {
    let name = match author.side {
        _ if !author.name.is_empty() => author.name.clone(),
        Side::Person => holding.about.name.clone(),
        Side::Team => names(&holding.about.teams, view),
        Side::Carer | Side::Server => say!(view.words, "messages-somebody"),
    };
    if author.role.is_empty() { name } else { format!("{name}, {}", author.role) }
}

/// Where a message of this side is; of one that another of this side wrote, only
/// who has read it.
fn status(
    conversation: &Conversation,
    at: usize,
    holding: &Holding,
    view: View<'_>,
) -> Option<Tag> {
    let words = view.words;
    let line = conversation.lines.get(at).filter(|line| conversation.is_ours(line))?;
    if line.refused {
        return Some(Tag::new(say!(words, "messages-refused"), Tone::Red));
    }
    if line.arrived.is_none() {
        let waiting = if holding.kept {
            say!(words, "messages-waiting")
        } else {
            say!(words, "messages-unsent")
        };
        return Some(Tag::new(waiting, Tone::Amber));
    }
    if let Some((author, read)) = conversation.read_by(at) {
        let day = when::day(words, when::wall(read).date(), view.today());
        let name = who(author, holding, view);
        return Some(Tag::new(say!(words, "messages-read", name = name, day = day), Tone::Green));
    }
    line.author.me.then(|| Tag::new(say!(words, "messages-sent"), Tone::Neutral))
}

/// When the teams say that a message is answered, seconds since 1970: the
/// latest of what they say, counted from when it reached the server.
fn due(line: &Line, teams: &[TeamCard]) -> Option<i64> {
    let hours = teams.iter().map(|team| team.reply_hours).max()?;
    Some(line.arrived?.div_euclid(1000) + i64::from(hours) * 3_600)
}

/// What to do when the time has passed without an answer.
fn overdue(conversation: &Conversation, teams: &[TeamCard], view: View<'_>) -> Option<Block> {
    if view.open.staff.is_active() {
        return None;
    }
    let now = view.now.ms.div_euclid(1000);
    let late =
        conversation.lines.iter().enumerate().any(|(at, line)| {
            conversation.waits(at) && due(line, teams).is_some_and(|due| due < now)
        });
    late.then(|| Block::inset(say!(view.words, "messages-overdue", team = names(teams, view))))
}
