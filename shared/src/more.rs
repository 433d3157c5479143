//! Everything that has no tab of its own.

use crate::model::View;
use crate::nav::Screen;
use crate::screen::{Block, Card, CardLayout, Cards, Icon, Page};
use crate::words::say;
use crate::{
    about_me, action_plan, appointment, bring_in, choice, contingency, deciding, diary,
    experiments, measured, medicines, questionnaires, reminders, settings, sharing, welcome,
    your_data,
};

/// The page.
#[must_use]
pub fn page(view: View<'_>) -> Page {
    let words = view.words;
    let card = |title: &str, line: &str, icon, screen: Screen| {
        Card::new(words.get(title)).line(words.get(line)).icon(icon).opens(screen)
    };
    let mut first = Vec::new();
    if view.open.holdings.len() > 1 {
        let screen = Screen::Welcome(welcome::Screen::Whose);
        first.push(card("welcome-whose", "more-whose-line", Icon::People, screen));
    }
    first.push(card("more-help", "more-help-line", Icon::Phone, Screen::Help));
    if view.open.session().is_none_or(|session| session.ended) {
        let screen = Screen::Welcome(welcome::Screen::Create);
        first.push(card("welcome-create", "welcome-create-line", Icon::Person, screen));
        let screen = Screen::Welcome(welcome::Screen::SignIn);
        first.push(card("welcome-sign-in", "welcome-sign-in-line", Icon::Key, screen));
    }
    let screen = Screen::AboutMe(about_me::Screen::All);
    let mut mine = vec![card("about-me-title", "about-me-line", Icon::Person, screen)];
    let screen = Screen::Deciding(deciding::Screen::All);
    mine.push(card("deciding-title", "deciding-line", Icon::Decision, screen));
    let screen = Screen::Choosing(choice::Screen::All);
    mine.push(card("choice-title", "choice-line", Icon::Info, screen));
    let screen = Screen::Contingency(contingency::Screen::All);
    mine.push(card("contingency-title", "contingency-line", Icon::Plan, screen));
    let screen = Screen::Appointment(appointment::Screen::All);
    mine.push(card("appointment-title", "appointment-line", Icon::Calendar, screen));

    let screen = Screen::Diary(diary::Screen::All);
    let mut daily = vec![card("tab-diary", "more-diary-line", Icon::Diary, screen)];
    let screen = Screen::Medicines(medicines::Screen::All);
    daily.push(card("medicines-title", "medicines-line", Icon::Pill, screen));
    let screen = Screen::Plans(action_plan::Screen::All);
    daily.push(card("plans-title", "plans-line", Icon::Plan, screen));
    let screen = Screen::Reminders(reminders::Screen::All);
    daily.push(card("reminders-title", "reminders-line", Icon::Clock, screen));
    let screen = Screen::Questionnaires(questionnaires::Screen::All);
    daily.push(card("questions-title", "questions-line", Icon::Check, screen));
    let screen = Screen::Experiments(experiments::Screen::All);
    daily.push(card("experiments-title", "experiments-line", Icon::Chart, screen));
    let screen = Screen::BringIn(bring_in::Screen::Pick);
    daily.push(card("more-bring-in", "more-bring-in-line", Icon::Upload, screen));
    daily.extend(measured::card(view));

    let screen = Screen::Sharing(sharing::Screen::All);
    let mut people = vec![card("more-sharing", "more-sharing-line", Icon::Eye, screen)];
    let screen = Screen::Welcome(welcome::Screen::Invitation);
    people.push(card("welcome-invitation", "welcome-invitation-line", Icon::Messages, screen));

    let screen = Screen::YourData(your_data::Screen::Overview);
    let mut app = vec![card("more-your-data", "more-your-data-line", Icon::File, screen)];
    let screen = Screen::Settings(settings::Screen::All);
    app.push(card("more-settings", "more-settings-line", Icon::Settings, screen));

    let cards = |cards| Block::Cards(Cards { layout: CardLayout::Column, cards });
    let mut blocks = vec![cards(first)];
    for (heading, group) in
        [("more-mine", mine), ("more-daily", daily), ("more-people", people), ("more-app", app)]
    {
        blocks.extend([Block::heading(words.get(heading)), cards(group)]);
    }
    Page { name: "more".into(), title: say!(words, "tab-more"), blocks, ..Page::default() }
}
