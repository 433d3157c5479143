//! Everything that has no tab of its own.

use crate::model::View;
use crate::nav::Screen;
use crate::screen::{Block, Card, CardLayout, Cards, Icon, Page};
use crate::words::say;
use crate::{
    about_me, action_plan, appointment, bring_in, choice, contingency, deciding, experiments,
    measured, medicines, plan, questionnaires, reminders, settings, sharing, welcome, your_data,
};

/// The page.
#[must_use]
pub fn page(view: View<'_>) -> Page {
    let words = view.words;
    let mut cards = Vec::new();
    let mut card = |title: &str, line: &str, icon, screen: Screen| {
        cards.push(Card::new(words.get(title)).line(words.get(line)).icon(icon).opens(screen));
    };
    if view.open.holdings.len() > 1 {
        let screen = Screen::Welcome(welcome::Screen::Whose);
        card("welcome-whose", "more-whose-line", Icon::People, screen);
    }
    card("more-help", "more-help-line", Icon::Phone, Screen::Help);
    if view.open.session().is_none_or(|session| session.ended) {
        let screen = Screen::Welcome(welcome::Screen::Create);
        card("welcome-create", "welcome-create-line", Icon::Person, screen);
        let screen = Screen::Welcome(welcome::Screen::SignIn);
        card("welcome-sign-in", "welcome-sign-in-line", Icon::Key, screen);
    }
    let screen = Screen::AboutMe(about_me::Screen::All);
    card("about-me-title", "about-me-line", Icon::Person, screen);
    let screen = Screen::Sharing(sharing::Screen::All);
    card("more-sharing", "more-sharing-line", Icon::Eye, screen);
    let screen = Screen::Medicines(medicines::Screen::All);
    card("medicines-title", "medicines-line", Icon::Pill, screen);
    card("plan-title", "plan-line", Icon::Star, Screen::Plan(plan::Screen::All));
    let screen = Screen::Plans(action_plan::Screen::All);
    card("plans-title", "plans-line", Icon::Plan, screen);
    let screen = Screen::Deciding(deciding::Screen::All);
    card("deciding-title", "deciding-line", Icon::Decision, screen);
    let screen = Screen::Choosing(choice::Screen::All);
    card("choice-title", "choice-line", Icon::Info, screen);
    let screen = Screen::Contingency(contingency::Screen::All);
    card("contingency-title", "contingency-line", Icon::Plan, screen);
    let screen = Screen::Reminders(reminders::Screen::All);
    card("reminders-title", "reminders-line", Icon::Clock, screen);
    let screen = Screen::Questionnaires(questionnaires::Screen::All);
    card("questions-title", "questions-line", Icon::Check, screen);
    let screen = Screen::Appointment(appointment::Screen::All);
    card("appointment-title", "appointment-line", Icon::Calendar, screen);
    let screen = Screen::Experiments(experiments::Screen::All);
    card("experiments-title", "experiments-line", Icon::Chart, screen);
    let screen = Screen::BringIn(bring_in::Screen::Pick);
    card("more-bring-in", "more-bring-in-line", Icon::Upload, screen);
    let screen = Screen::YourData(your_data::Screen::Overview);
    card("more-your-data", "more-your-data-line", Icon::File, screen);
    let screen = Screen::Welcome(welcome::Screen::Invitation);
    card("welcome-invitation", "welcome-invitation-line", Icon::Messages, screen);
    let screen = Screen::Settings(settings::Screen::All);
    card("more-settings", "more-settings-line", Icon::Settings, screen);
    if let Some(card) = measured::card(view) {
        cards.push(card);
    }
    Page {
        name: "more".into(),
        title: say!(words, "tab-more"),
        blocks: vec![Block::Cards(Cards { layout: CardLayout::Column, cards })],
        ..Page::default()
    }
}
