//! Links into the app: an invitation's, or to a place.
//!
//! What a link says stands behind its `#`, which browsers and phones keep to
//! themselves: it reaches no server and none of its logs. `https://SERVER/#invitation=ABCD-EFGH-JKLM`,
//! `https://SERVER/#open=track`.

use crux_core::Command;

use crate::app::{Cmd, entered};
use crate::model::Cx;
use crate::nav::Screen;
use crate::screen::{Notice, NoticeTone};
use crate::words::say;
use crate::{diary, medicines, messages, today, track, welcome};

/// The most characters of an invitation's code, with its hyphens and more.
const LONGEST_CODE: usize = 40;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq)]
enum Link {
    Invitation(String),
    Place(Screen),
}

fn read(address: &str) -> Option<Link> {
    let (_, says) = address.split_once('#')?;
    let (name, value) = says.split_once('=')?;
    match (name, value) {
        ("invitation", code) => {
            let fits = code.len() <= LONGEST_CODE
                && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            (fits && !code.is_empty()).then(|| Link::Invitation(code.to_owned()))
        }
        ("open", "today") => Some(Link::Place(Screen::Today(today::Screen::Day))),
        ("open", "track") => Some(Link::Place(Screen::Track(track::Screen::All))),
        ("open", "diary") => Some(Link::Place(Screen::Diary(diary::Screen::All))),
        ("open", "medicines") => Some(Link::Place(Screen::Medicines(medicines::Screen::All))),
        ("open", "messages") => Some(Link::Place(Screen::Messages(messages::Screen::Thread))),
        ("open", "help") => Some(Link::Place(Screen::Help)),
        _ => None,
    }
}

/// Follows a link. One that leads nowhere says so, where it was meant for the app
/// (the bare address of the server is no such link).
pub(crate) fn follow(address: &str, cx: &mut Cx<'_>) -> Cmd {
    let Some(link) = read(address) else {
        if address.contains('#') {
            let title = say!(cx.words, "link-unknown");
            cx.open.notice = Some(
                Notice::new(NoticeTone::Info, title).text(say!(cx.words, "link-unknown-text")),
            );
        }
        return Command::done();
    };
    match link {
        // A session of staff has nowhere to put somebody's invitation.
        Link::Invitation(_) | Link::Place(_) if cx.open.staff.is_active() => {
            let title = say!(cx.words, "link-staff");
            cx.open.notice = Some(Notice::new(NoticeTone::Info, title));
            Command::done()
        }
        Link::Invitation(code) => {
            welcome::invited(cx.open, &code);
            Command::done()
        }
        Link::Place(Screen::Help) => {
            cx.open.go(Screen::Help);
            Command::done()
        }
        // Before there is a record there are no such places.
        Link::Place(_) if cx.open.holdings.is_empty() => Command::done(),
        Link::Place(screen) => {
            cx.open.restart(screen);
            entered(cx)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::event::{Event, Launch};
    use crate::testing::Journey;

    fn opened(journey: &mut Journey, link: &str) {
        journey.send(Event::Link(link.into()));
    }

    #[test]
    fn an_invitation_opens_its_page_with_the_code_filled_in() {
        let mut journey = Journey::default();
        opened(&mut journey, "https://care.example.org/#invitation=ABCD-EFGH-JKLM");
        assert_eq!(journey.page().name, "welcome.invitation");
        assert!(journey.text().contains("ABCD-EFGH-JKLM"), "{}", journey.text());
        // And in an app in use.
        let mut journey = Journey::default();
        journey.press("Use it on this device");
        opened(&mut journey, "whatmatters://x#invitation=ABCD-EFGH-JKLM");
        assert_eq!(journey.page().name, "welcome.invitation");
        journey.send(Event::Back);
        assert_eq!(journey.page().name, "today");
    }

    #[test]
    fn a_link_that_opened_the_app_is_followed() {
        let launch = Launch {
            link: Some("https://care.example.org/#invitation=ABCD-EFGH-JKLM".into()),
            ..Launch::default()
        };
        let journey = Journey::launched(launch);
        assert_eq!(journey.page().name, "welcome.invitation");
    }

    #[test]
    fn places_are_opened_where_there_is_a_record() {
        let mut journey = Journey::default();
        opened(&mut journey, "https://care.example.org/#open=diary");
        assert_eq!(journey.page().name, "welcome");
        opened(&mut journey, "https://care.example.org/#open=help");
        assert_eq!(journey.page().name, "help");
        let mut journey = Journey::default();
        journey.press("Use it on this device");
        for (place, name) in [("diary", "diary"), ("track", "track"), ("messages", "messages")] {
            opened(&mut journey, &format!("https://care.example.org/#open={place}"));
            assert_eq!(journey.page().name, name);
        }
    }

    #[test]
    fn nonsense_says_so_and_changes_nothing() {
        for link in ["https://x/#open=../../etc", "https://x/#", "https://x/#invitation=<script>"] {
            let mut journey = Journey::default();
            journey.press("Use it on this device");
            opened(&mut journey, link);
            assert_eq!(journey.page().name, "today");
            assert!(journey.text().contains("does not lead anywhere"), "{}", journey.text());
        }
        let mut journey = Journey::default();
        journey.press("Use it on this device");
        opened(&mut journey, "https://care.example.org/");
        assert!(!journey.text().contains("does not lead anywhere"));
    }
}
