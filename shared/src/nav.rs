//! Where the person is, and what a press means.
//!
//! A [`Screen`] is a place; an [`Intent`] is what a button does. Both are plain
//! data: an intent travels through the shell as the token of an `Action`.

use serde::{Deserialize, Serialize};

use crate::json;
use crate::model::Open;
use crate::screen::{Action, Target};
use crate::{
    about_me, action_plan, advance_care, appointment, bring_in, choice, contingency, deciding,
    diary, entry, experiments, lock, measured, media, medicines, messages, opening, outside, own,
    plan, questionnaires, reminders, settings, sharing, sheet, staff, sync, tell, today, track,
    welcome, your_data,
};

/// The names of all pages ([`Page::name`](crate::screen::Page::name)), without
/// what some carry after it (`diary.older.17`). The browser's tests visit every
/// one; a page that is not here fails the first journey that comes to it.
pub const PAGES: &[&str] = &[
    "about_me",
    "about_me.media",
    "about_me.needs",
    "about_me.sheet",
    "about_me.words",
    "about_me.write",
    "advance_care",
    "advance_care.all",
    "advance_care.paper",
    "advance_care.sheet",
    "advance_care.write",
    "appointment",
    "appointment.edit",
    "appointment.one",
    "appointment.part",
    "appointment.questions",
    "appointment.sheet",
    "bring_in",
    "bring_in.columns",
    "bring_in.done",
    "bring_in.health",
    "bring_in.preview",
    "bring_in.reading",
    "bring_in.refused",
    "bring_in.thing",
    "choice",
    "choice.bring-in",
    "choice.choose",
    "choice.edit",
    "choice.letter",
    "choice.one",
    "choice.part",
    "choice.right",
    "choice.written",
    "decisions",
    "decisions.decide",
    "decisions.delete",
    "decisions.diary",
    "decisions.edit",
    "decisions.one",
    "decisions.option",
    "decisions.part",
    "decisions.record",
    "decisions.sheet",
    "decisions.sure",
    "contingency",
    "contingency.one",
    "contingency.propose",
    "contingency.sheet",
    "contingency.write",
    "diary",
    "diary.older",
    "diary.write",
    "entry",
    "entry.compare",
    "entry.cross-out",
    "experiments",
    "experiments.edit",
    "experiments.one",
    "experiments.think",
    "gone",
    "help",
    "locked",
    "measured",
    "medicines",
    "medicines.allergy",
    "medicines.dose",
    "medicines.edit",
    "medicines.older",
    "medicines.one",
    "medicines.sheet",
    "medicines.skip",
    "medicines.stock",
    "medicines.stop",
    "medicines.times",
    "medicines.write",
    "messages",
    "more",
    "outside.quiet",
    "outside.rely",
    "outside.travel",
    "own.keep",
    "own.one",
    "own.write",
    "questionnaires",
    "questionnaires.answered",
    "questionnaires.bring-in",
    "questionnaires.fill",
    "questionnaires.over-time",
    "plan",
    "plan.decline",
    "plan.edit",
    "plan.list",
    "plan.missing",
    "plan.note",
    "plan.one",
    "plan.proposal",
    "plan.proxies",
    "plan.sheet",
    "plan.take-out",
    "plan.then",
    "plans",
    "plans.choose",
    "plans.edit",
    "plans.home",
    "plans.limits",
    "plans.now",
    "plans.one",
    "plans.part",
    "plans.sheet",
    "reminders",
    "reminders.edit",
    "reminders.one",
    "reminders.skip",
    "reminders.write",
    "settings",
    "settings.about",
    "settings.day",
    "settings.password",
    "settings.sign-out",
    "sharing",
    "sharing.change",
    "sharing.code",
    "sharing.invite",
    "sharing.looks",
    "sharing.stop",
    "staff",
    "staff.ask",
    "staff.code",
    "staff.invite",
    "staff.more",
    "staff.person",
    "staff.sign-out",
    "staff.unsent",
    "tell",
    "tell.new",
    "today",
    "track",
    "track.chart",
    "track.choose",
    "track.correct",
    "track.log",
    "track.own",
    "track.patterns",
    "track.symptom",
    "track.symptoms",
    "welcome",
    "welcome.create",
    "welcome.invitation",
    "welcome.invited",
    "welcome.sign-in",
    "welcome.whose",
    "your_data",
    "your_data.aside",
    "your_data.erase",
];

/// Those whose name goes on with a number or a code.
const GOING_ON: &[&str] = &["bring_in.refused", "bring_in.thing", "diary.older"];

/// Whether a page's name is one of [`PAGES`].
#[must_use]
pub fn is_known(name: &str) -> bool {
    let goes_on = |page: &str| name.strip_prefix(page).is_some_and(|rest| rest.starts_with('.'));
    PAGES.contains(&name) || GOING_ON.iter().any(|page| goes_on(page))
}

/// A place in the app.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// Before there is a record on this device.
    Welcome(welcome::Screen),
    /// The day.
    Today(today::Screen),
    /// Trackers and readings.
    Track(track::Screen),
    /// The diary.
    Diary(diary::Screen),
    /// One entry, whatever its kind.
    Entry(entry::Screen),
    /// Bringing in a diary.
    BringIn(bring_in::Screen),
    /// Readings that the phone has.
    Measured(measured::Screen),
    /// What the person wants to be asked for.
    Reminders(reminders::Screen),
    /// What everybody who supports the person should know.
    AboutMe(about_me::Screen),
    /// What is said outside the app, and how.
    Outside(outside::Screen),
    /// Questionnaires and what was answered.
    Questionnaires(questionnaires::Screen),
    /// What the person takes, and reacts badly to.
    Medicines(medicines::Screen),
    /// What to do when things change, as agreed.
    Plans(action_plan::Screen),
    /// If this happens, do that.
    Contingency(contingency::Screen),
    /// What the person would like in advance, and where papers are.
    AdvanceCare(advance_care::Screen),
    /// The care and support plan.
    Plan(plan::Screen),
    /// Messages with the team.
    Messages(messages::Screen),
    /// Everything that has no tab.
    More,
    /// Who can see what.
    Sharing(sharing::Screen),
    /// Settings.
    Settings(settings::Screen),
    /// Your data on this device.
    YourData(your_data::Screen),
    /// Red help: works with no network and waits for nothing.
    Help,
    /// The care team's side.
    Staff(staff::Screen),
    /// What only the person sees.
    Own(own::Screen),
    /// Who is told of what.
    Tell(tell::Screen),
    /// Decisions made together.
    Deciding(deciding::Screen),
    /// Referrals, waits and rights.
    Choosing(choice::Screen),
    /// What the person tries out on themselves.
    Experiments(experiments::Screen),
    /// Pages for appointments.
    Appointment(appointment::Screen),
}

/// What a press does.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Intent {
    /// Go to a place, with the present one behind it.
    Go(Screen),
    /// Go to a place of the main navigation, with nothing behind it.
    Tab(Screen),
    /// Go back.
    Back,
    /// Do what the feature says.
    Welcome(welcome::Intent),
    /// Do what the feature says.
    Today(today::Intent),
    /// Do what the feature says.
    Track(track::Intent),
    /// Do what the feature says.
    Diary(diary::Intent),
    /// Do what the feature says.
    Entry(entry::Intent),
    /// Do what the feature says.
    BringIn(bring_in::Intent),
    /// Do what the feature says.
    Messages(messages::Intent),
    /// Do what the feature says.
    Sharing(sharing::Intent),
    /// Do what the feature says.
    Settings(settings::Intent),
    /// Do what the feature says.
    YourData(your_data::Intent),
    /// Do what the feature says.
    Staff(staff::Intent),
    /// Do what sync says.
    Sync(sync::Intent),
    /// Do what the feature says.
    Lock(lock::Intent),
    /// Do what the feature says.
    Outside(outside::Intent),
    /// Do what the feature says.
    Measured(measured::Intent),
    /// Do what the feature says.
    Reminders(reminders::Intent),
    /// Do what the feature says.
    AboutMe(about_me::Intent),
    /// Do what the feature says.
    Questionnaires(questionnaires::Intent),
    /// Do what the feature says.
    Medicines(medicines::Intent),
    /// Do what the page says that stands where the app cannot be opened.
    Opening(opening::Intent),
    /// Do what the feature says.
    Plans(action_plan::Intent),
    /// Do what the feature says.
    Contingency(contingency::Intent),
    /// Do what the feature says.
    AdvanceCare(advance_care::Intent),
    /// Of what only the person sees.
    Own(own::Intent),
    /// Do what the feature says.
    Tell(tell::Intent),
    /// Do what the feature says.
    Deciding(deciding::Intent),
    /// Do what the feature says.
    Choosing(choice::Intent),
    /// Do what the feature says.
    Plan(plan::Intent),
    /// Do what the feature says.
    Experiments(experiments::Intent),
    /// Do what the feature says.
    Appointment(appointment::Intent),
    /// Do what is done with pictures, sound and film.
    Media(media::Intent),
    /// Hand over a page that others read.
    Sheet(sheet::Intent),
}

impl From<Intent> for Action {
    fn from(intent: Intent) -> Self {
        Self { token: json::text(&intent) }
    }
}

impl From<Intent> for Target {
    fn from(intent: Intent) -> Self {
        Self::Press(intent.into())
    }
}

impl From<Screen> for Target {
    fn from(screen: Screen) -> Self {
        Intent::Go(screen).into()
    }
}

impl From<Screen> for Action {
    fn from(screen: Screen) -> Self {
        Intent::Go(screen).into()
    }
}

impl Intent {
    /// What a token means; none for one that this version did not make.
    #[must_use]
    pub fn read(action: &Action) -> Option<Self> {
        json::read(action.token.as_bytes())
    }
}

impl Screen {
    /// Whether a core that has just started can show this place: everything it
    /// needs is in the record, not in what was remembered between presses.
    #[must_use]
    fn stands_alone(&self) -> bool {
        match self {
            Self::Today(_)
            | Self::Track(_)
            | Self::Diary(_)
            | Self::Entry(_)
            | Self::Messages(_)
            | Self::More
            | Self::Settings(_)
            | Self::YourData(_)
            | Self::Help
            | Self::Measured(_)
            | Self::Reminders(_)
            | Self::Outside(_)
            | Self::Medicines(_)
            | Self::AboutMe(_)
            | Self::Questionnaires(_)
            | Self::Plans(_)
            | Self::Contingency(_)
            | Self::AdvanceCare(_)
            | Self::Plan(_)
            | Self::Own(_)
            | Self::Tell(_)
            | Self::Deciding(_)
            | Self::Choosing(_)
            | Self::Experiments(_)
            | Self::Appointment(_)
            | Self::BringIn(bring_in::Screen::Pick)
            | Self::Welcome(
                welcome::Screen::Start
                | welcome::Screen::Create
                | welcome::Screen::SignIn
                | welcome::Screen::Invitation
                | welcome::Screen::Whose,
            )
            | Self::Sharing(
                sharing::Screen::All
                | sharing::Screen::Change(_)
                | sharing::Screen::Stop(_)
                | sharing::Screen::Invite
                | sharing::Screen::Looks(_),
            ) => true,
            Self::BringIn(_)
            | Self::Welcome(welcome::Screen::Invited)
            // The code is shown once.
            | Self::Sharing(sharing::Screen::Code)
            // A member of staff signs in again: nothing is kept of their session.
            | Self::Staff(_) => false,
        }
    }

    /// The feature that this is a place of.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Welcome(_) => "welcome",
            Self::Today(_) => "today",
            Self::Track(_) => "track",
            Self::Diary(_) => "diary",
            Self::Entry(_) => "entry",
            Self::BringIn(_) => "bring_in",
            Self::Measured(_) => "measured",
            Self::Reminders(_) => "reminders",
            Self::AboutMe(_) => "about_me",
            Self::Outside(_) => "outside",
            Self::Questionnaires(_) => "questionnaires",
            Self::Medicines(_) => "medicines",
            Self::Plans(_) => "plans",
            Self::Contingency(_) => "contingency",
            Self::AdvanceCare(_) => "advance_care",
            Self::Plan(_) => "plan",
            Self::Messages(_) => "messages",
            Self::More => "more",
            Self::Sharing(_) => "sharing",
            Self::Settings(_) => "settings",
            Self::YourData(_) => "your_data",
            Self::Help => "help",
            Self::Staff(_) => "staff",
            Self::Own(_) => "own",
            Self::Tell(_) => "tell",
            Self::Deciding(_) => "decisions",
            Self::Choosing(_) => "choice",
            Self::Experiments(_) => "experiments",
            Self::Appointment(_) => "appointment",
        }
    }
}

/// Where somebody is: whose record they look at, and the places they came
/// through.
#[derive(Serialize, Deserialize)]
struct Place {
    record: u32,
    stack: Vec<Screen>,
}

/// Where the person is, as a token.
#[must_use]
pub fn token(open: &Open) -> Option<String> {
    let stack: Vec<Screen> =
        open.stack.iter().take_while(|screen| screen.stands_alone()).cloned().collect();
    if stack.is_empty() {
        return None;
    }
    let record = open.holding().map_or(0, |holding| holding.index);
    Some(json::text(&Place { record, stack }))
}

/// Goes on from where a token says, unless it is not one of this version's, or
/// is from before there was a record here, or from when there was one.
pub fn return_to(open: &mut Open, token: &str) {
    let Some(Place { record, stack }) = json::read(token.as_bytes()) else { return };
    let Some(first) = stack.first() else { return };
    let at_welcome = matches!(first, Screen::Welcome(_));
    if at_welcome != open.holdings.is_empty() || !stack.iter().all(Screen::stands_alone) {
        return;
    }
    if let Some(at) = open.holdings.iter().position(|held| held.index == record) {
        open.active = at;
    }
    open.stack = stack;
}

/// The press that opened a form which is filled in from the record: pressed
/// again after a return, it fills in what is not in a draft.
#[must_use]
pub fn filled_by(screen: &Screen) -> Option<Intent> {
    Some(match screen {
        Screen::AboutMe(screen) => return about_me::filled_by(screen),
        Screen::Contingency(screen) => return contingency::filled_by(screen),
        Screen::AdvanceCare(screen) => return advance_care::filled_by(screen),
        Screen::Track(track::Screen::Correct(id)) => Intent::Track(track::Intent::Correct(*id)),
        Screen::Track(track::Screen::CorrectSymptom(id)) => {
            Intent::Track(track::Intent::CorrectSymptom(*id))
        }
        Screen::Diary(diary::Screen::Correct(id)) => Intent::Diary(diary::Intent::Correct(*id)),
        Screen::Settings(settings::Screen::Day) => Intent::Settings(settings::Intent::Day),
        Screen::Outside(outside::Screen::Quiet) => Intent::Outside(outside::Intent::Quiet),
        Screen::Medicines(screen) => return medicines::filled_by(screen).map(Intent::Medicines),
        Screen::Plans(screen) => return action_plan::filled_by(screen).map(Intent::Plans),
        Screen::Deciding(screen) => return deciding::filled_by(*screen).map(Intent::Deciding),
        Screen::Choosing(screen) => return choice::filled_by(screen).map(Intent::Choosing),
        Screen::Plan(screen) => return plan::filled_by(*screen).map(Intent::Plan),
        Screen::Reminders(screen) => return reminders::filled_by(screen).map(Intent::Reminders),
        Screen::Track(track::Screen::OwnChange(id)) => Intent::Track(track::Intent::OwnChange(*id)),
        Screen::Experiments(screen) => {
            return experiments::filled_by(screen).map(Intent::Experiments);
        }
        Screen::Appointment(screen) => {
            return appointment::filled_by(screen).map(Intent::Appointment);
        }
        Screen::Sharing(sharing::Screen::Change(member)) => {
            Intent::Sharing(sharing::Intent::Open(*member))
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::screen::{Block, Field};
    use crate::testing::Journey;

    fn value(journey: &Journey) -> String {
        let page = journey.page();
        let field = page.blocks.iter().find_map(|block| match block {
            Block::Form(form) => form.fields.iter().find_map(|field| match field {
                Field::LongText(field) => Some(field.value.clone()),
                _ => None,
            }),
            _ => None,
        });
        field.expect("a field for long text")
    }

    #[test]
    fn a_core_that_died_goes_on_from_the_place_with_what_was_typed() {
        let mut journey = Journey::default();
        journey.press("Use it on this device").press("More").press("Diary").press("Write a note");
        journey.type_in("What would you like to remember?", "Slept badly, but");
        let again = journey.died();
        assert_eq!(again.page().name, "diary.write");
        assert_eq!(value(&again), "Slept badly, but");
        assert!(again.page().back.is_some(), "the way back is there too");
        assert_eq!(journey.restarted().page().name, "today", "a new visit begins with today");
    }

    #[test]
    fn a_form_that_is_filled_in_from_the_record_is_so_again() {
        let mut journey = Journey::default();
        journey.press("Use it on this device").press("Write it down");
        journey.type_in("What is most important to me", "My garden").press("Save");
        journey.press("Change");
        assert_eq!(value(&journey), "My garden");
        let again = journey.died();
        assert_eq!(again.page().name, "about_me.write");
        assert_eq!(value(&again), "My garden", "nothing was typed, so nothing is on the device");
    }

    #[test]
    fn what_cannot_be_gone_on_from_is_left() {
        let mut journey = Journey::default();
        journey.press("Use it on this device").press("More").press("Bring in a diary");
        journey.pick(
            "Choose the file",
            "d.csv",
            b"date,time,what,value,unit\n2026-11-20,08:00,weight,80,kg\n",
        );
        journey.press("Look at the file");
        assert_eq!(journey.page().name, "bring_in.preview");
        assert_eq!(journey.died().page().name, "bring_in", "the file has to be picked again");
        let mut nonsense = journey.restarted();
        nonsense.act(|cx| {
            for token in [
                "",
                "{}",
                "[]",
                r#"{"record":0,"stack":[]}"#,
                r#"{"record":9,"stack":["Elsewhere"]}"#,
            ] {
                super::return_to(cx.open, token);
            }
            crux_core::Command::done()
        });
        assert_eq!(nonsense.page().name, "today");
    }

    #[test]
    fn before_there_is_a_record_the_welcome_is_gone_back_to() {
        let mut journey = Journey::default();
        journey.press("I have an invitation");
        assert_eq!(journey.died().page().name, "welcome.invitation");
    }

    #[test]
    fn what_is_said_while_the_app_opens_is_not_lost() {
        use crux_core::App as _;

        use crate::app::App;
        use crate::effects::Effect;
        use crate::event::{Event, Launch};

        let mut model = crate::model::Model::default();
        let mut opening = App.update(Event::Start(Launch::default()).into(), &mut model);
        let mut resume = App.update(Event::Resume.into(), &mut model);
        for effect in resume.effects() {
            if let Effect::Clock(mut request) = effect {
                request.resolve(crate::effects::clock::Now::default()).unwrap();
            }
        }
        for signal in resume.events().collect::<Vec<_>>() {
            let _ = App.update(signal, &mut model);
        }
        assert_eq!(model.early.len(), 1);
        assert!(opening.effects().count() > 0);
    }
}
