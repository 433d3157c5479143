//! The app: a stateless tag; everything delegates.
//!
//! An event from the shell is first stamped with the clock's time, then read:
//! a press is an [`Intent`], which the feature it names carries out. The page
//! is made anew from the model each time it is asked for.

use crux_core::Command;
use crux_core::render::{RenderOperation, render};

use crate::command::{ask, run};
use crate::effects::Effect;
use crate::effects::clock::{ClockOperation, Now};
use crate::effects::network::Hint;
use crate::effects::platform::PlatformOutput;
use crate::effects::store::{StoreOperation, StoreOutput, Write};
use crate::event::{Event, Platform};
use crate::model::{Cx, Model, Stage, View};
use crate::nav::{Intent, Screen};
use crate::saving::{self, Saved};
use crate::screen::{
    Icon, Link, Notice, NoticeTone, Page, Setting, Tab, aloud, illustrated, plain,
};
use crate::words::{EASY_READ_TAG, say};
use crate::{
    about_me, account, action_plan, advance_care, appointment, bring_in, choice, contingency,
    deciding, diary, entry, experiments, gallery, help, link, lock, measured, media, medicines,
    messages, more, opening, outside, own, plan, questionnaires, reminders, settings, sharing,
    sheet, staff, sync, tell, today, track, welcome, your_data,
};

/// What an update asks for.
pub type Cmd = Command<Effect, Signal>;

/// Everything that moves the app: what a shell tells it, and what it tells
/// itself. Only [`Event`] ever crosses to a shell.
#[derive(Debug)]
pub enum Signal {
    /// From a shell.
    Shell(Box<Event>),
    /// From a shell, with the time.
    At(Now, Box<Event>),
    /// The store has answered the opening.
    Opened(Now, StoreOutput),
    /// The store has answered an act.
    Saved(Box<Saved>),
    /// The store has answered something that needs no words unless it failed.
    Kept(StoreOutput),
    /// A minute has passed.
    Woke(Now),
    /// For the account.
    Account(account::Signal),
    /// For sync.
    Sync(sync::Signal),
    /// For the welcome pages.
    Welcome(welcome::Signal),
    /// For the sharing pages.
    Sharing(sharing::Signal),
    /// For the settings.
    Settings(settings::Signal),
    /// For "your data".
    YourData(your_data::Signal),
    /// For the care team's side.
    Staff(staff::Signal),
    /// For the lock.
    Lock(lock::Signal),
    /// For what is shown outside the app.
    Outside(outside::Signal),
    /// For who is told of what.
    Tell(tell::Signal),
    /// The phone has said what it measured.
    Measured(PlatformOutput),
    /// A part of a picked file, for which reading of it, and its size.
    FilePart(u32, u64, PlatformOutput),
    /// For the pages that others read.
    Sheet(sheet::Signal),
    /// For pictures, sound and film.
    Media(media::Signal),
    /// What cannot be opened was put aside, or not.
    Aside(PlatformOutput),
    /// Nothing was under way when this was said.
    Settling,
    /// The shell has heard something that it was told.
    Heard,
}

impl From<Event> for Signal {
    fn from(event: Event) -> Self {
        Self::Shell(Box::new(event))
    }
}

/// The most events that wait for the opening.
const MOST_EARLY: usize = 256;

/// The app.
#[derive(Default)]
pub struct App;

impl crux_core::App for App {
    type Event = Signal;
    type Model = Model;
    type ViewModel = Page;
    type Effect = Effect;

    fn update(&self, signal: Signal, model: &mut Model) -> Cmd {
        let command = updated(signal, model);
        model.reword();
        command
    }

    fn view(&self, model: &Model) -> Page {
        let page = match &model.stage {
            Stage::Opening => Page {
                name: "opening".into(),
                title: say!(model.words, "app-name"),
                caption: Some(say!(model.words, "starting")),
                busy: true,
                ..Page::default()
            },
            Stage::Gallery => gallery::page(),
            Stage::Broken(shut) => opening::broken(&model.words, &model.launch, shut),
            Stage::Open(open) => view_open(View {
                words: &model.words,
                now: &model.now,
                launch: &model.launch,
                open,
            }),
        };
        plain::within(easy_read(page, model), model.launch.vocabulary, &model.words)
    }
}

fn updated(signal: Signal, model: &mut Model) -> Cmd {
    match signal {
        Signal::Shell(event) if matches!(*event, Event::Start(_)) => {
            if let Event::Start(launch) = *event {
                model.launch = launch;
            }
            if model.launch.gallery {
                model.stage = Stage::Gallery;
                return render();
            }
            model.stage = Stage::Opening;
            // Who comes back to a place still looks at its page.
            if model.launch.place.is_some() { open_store() } else { open_store().and(render()) }
        }
        Signal::Shell(event) => {
            model.settling.arriving += 1;
            ask(ClockOperation::Now, |now| Signal::At(now, event))
        }
        Signal::At(now, event) => {
            model.settling.arriving = model.settling.arriving.saturating_sub(1);
            at(now, event, model)
        }
        Signal::Opened(now, output) => {
            model.now = now;
            opening::opened(model, output)
        }
        signal => went_on(signal, model),
    }
}

/// A page whose words are those of Easy Read: with its pictures.
fn easy_read(mut page: Page, model: &Model) -> Page {
    if model.words.is_easy() {
        page.language = EASY_READ_TAG.into();
        page.pictures = model.words.beside();
        if matches!(model.launch.platform, Platform::Android | Platform::Ios) {
            page.aloud = Some(aloud::aloud(&page, &model.words));
            illustrated::illustrate(&mut page);
        }
    }
    page
}

/// The shell has said something, and the time is known.
fn at(now: Now, event: Box<Event>, model: &mut Model) -> Cmd {
    match (&mut model.stage, &*event) {
        // A shell does not wait until all is open: nothing it says is lost.
        (Stage::Opening, _) => {
            if model.early.len() < MOST_EARLY {
                model.early.push(*event);
            }
            Command::done()
        }
        (Stage::Open(open), Event::Settle(number)) => {
            model.settling.ask(*number);
            model.settling.look(open).unwrap_or_else(Command::done)
        }
        (Stage::Open(_), _) => went_on(Signal::At(now, event), model),
        // Nothing is ever under way.
        (Stage::Broken(_) | Stage::Gallery, Event::Settle(number)) => {
            model.settling.ask(*number);
            model.settling.tell()
        }
        (Stage::Broken(shut), Event::Press(action)) => opening::pressed(shut, action),
        (Stage::Broken(_) | Stage::Gallery, _) => Command::done(),
    }
}

/// Something happened to the app in use.
fn went_on(signal: Signal, model: &mut Model) -> Cmd {
    let open = match &mut model.stage {
        Stage::Open(open) => open,
        Stage::Broken(shut) => return opening::put_aside(shut, &signal),
        Stage::Opening | Stage::Gallery => return Command::done(),
    };
    if matches!(signal, Signal::Settling) {
        return model.settling.settle(open);
    }
    if let Signal::At(now, _) | Signal::Woke(now) = &signal {
        model.now = now.clone();
    }
    model.now.agreed = outside::agreed(open, &model.now.zone);
    model.now.day_start = open.holding().map_or(0, settings::day_start);
    let mut cx = Cx { words: &model.words, now: &model.now, launch: &model.launch, open };
    let changes = outside::changes(&signal);
    let command = update_open(signal, &mut cx);
    let refreshed = if changes { outside::refreshed(&mut cx) } else { None };
    // What was just saved may say otherwise; the page is made from it.
    let day_start = cx.open.holding().map_or(0, settings::day_start);
    let settled = model.settling.look(cx.open);
    model.now.day_start = day_start;
    [refreshed, settled].into_iter().flatten().fold(command, Cmd::and)
}

/// Asks the store for everything.
pub(crate) fn open_store() -> Cmd {
    run(|ctx| async move {
        let now = ctx.request_from_shell(ClockOperation::Now).await;
        let output = ctx.request_from_shell(StoreOperation::Open).await;
        ctx.send_event(Signal::Opened(now, output));
    })
}

/// The same, and the page is drawn: as a task of the command, for one of its own
/// costs five channels.
pub(crate) fn drawn(mut command: Cmd) -> Cmd {
    command.spawn(|ctx| async move { ctx.notify_shell(RenderOperation) });
    command
}

/// Keeps something that no page waits for.
pub(crate) fn keep(writes: Vec<Write>) -> Cmd {
    ask(StoreOperation::Commit(writes), Signal::Kept)
}

/// Wakes the app after a minute, for what time alone changes.
pub(crate) fn tick() -> Cmd {
    ask(ClockOperation::Wake { after: 60_000 }, Signal::Woke)
}

fn update_open(signal: Signal, cx: &mut Cx<'_>) -> Cmd {
    match signal {
        Signal::At(_, event) => happened(*event, cx),
        Signal::Saved(saved) => {
            let done = saving::saved(cx.open, cx.words, *saved);
            let syncing = if done { sync::kick(cx) } else { Command::done() };
            syncing.and(media::tidy(cx)).and(media::travel::kick(cx)).and(after_saving(cx))
        }
        Signal::Kept(StoreOutput::Failed(why)) => {
            cx.open.notice = Some(saving::problem(cx.words, why));
            render()
        }
        Signal::Woke(_) => Command::all([
            staff::woke(cx),
            sync::kick(cx),
            account::look_if_due(cx),
            media::travel::kick(cx),
            tick(),
            render(),
        ]),
        Signal::Account(signal) => account::signal(signal, cx),
        Signal::Sync(signal) => synced(signal, cx),
        Signal::Welcome(signal) => welcome::signal(signal, cx),
        Signal::Sharing(signal) => sharing::signal(signal, cx),
        Signal::Settings(signal) => settings::signal(signal, cx),
        Signal::YourData(signal) => your_data::signal(signal, cx),
        Signal::Staff(signal) => staff::signal(signal, cx),
        Signal::Lock(signal) => lock::signal(signal, cx),
        Signal::Outside(signal) => outside::signal(signal, cx),
        Signal::Tell(signal) => tell::signal(signal, cx),
        Signal::Measured(output) => measured::answered(output, cx),
        Signal::FilePart(run, size, output) => bring_in::health::answered(run, size, output, cx),
        Signal::Sheet(signal) => sheet::signal(signal, cx),
        Signal::Media(signal) => media::signal(signal, cx),
        Signal::Kept(_)
        | Signal::Shell(_)
        | Signal::Opened(..)
        | Signal::Aside(_)
        | Signal::Settling
        | Signal::Heard => Command::done(),
    }
}

/// Sync went on: a line that closed, a stream that appeared or went, or a no,
/// says that what this account may reach has changed.
fn synced(signal: sync::Signal, cx: &mut Cx<'_>) -> Cmd {
    let closed = matches!(signal, sync::Signal::Hint(Hint::Closed));
    let (streams, refused) = (account::streams(cx.open), cx.open.sync.problem);
    let command = sync::signal(signal, cx);
    let no = refused.is_none() && cx.open.sync.problem == Some(sync::Problem::Refused);
    let command = if closed || no || account::streams(cx.open) != streams {
        command.and(account::look_soon(cx))
    } else {
        command
    };
    if cx.open.sync.is_running() {
        return command;
    }
    // What is large goes after the blocks.
    command.and(media::tidy(cx)).and(media::travel::kick(cx))
}

/// Goes on with a press that waited while something was being saved.
pub(crate) fn after_saving(cx: &mut Cx<'_>) -> Cmd {
    if cx.open.saving {
        return render();
    }
    match cx.open.waiting.pop_front() {
        Some(event) => Command::event(Signal::from(event)).and(render()),
        None => render(),
    }
}

/// Something happened outside.
fn happened(event: Event, cx: &mut Cx<'_>) -> Cmd {
    if let Some(command) = lock::meanwhile(&event, cx) {
        return command.and(render());
    }
    match event {
        Event::Start(_) | Event::Settle(_) => Command::done(),
        Event::Press(_) | Event::Back if cx.open.saving => {
            // A second press while the first is being saved: after it.
            if cx.open.waiting.len() < 4 {
                cx.open.waiting.push_back(event);
            }
            Command::done()
        }
        Event::Press(action) => {
            cx.open.notice = None;
            cx.open.forms.pressed();
            cx.words.forget();
            if let Some(intent) = Intent::read(&action) {
                outside::pressed(&intent, cx).and(carry_out(intent, cx)).and(render())
            } else {
                let words = say!(cx.words, "press-unknown");
                cx.open.notice = Some(Notice::new(NoticeTone::Info, words));
                render()
            }
        }
        Event::Back => {
            cx.open.notice = None;
            cx.words.forget();
            go_back(cx);
            render()
        }
        Event::Input(input) => {
            let write = cx.open.forms.input(&input.form, &input.field, input.value);
            let keeping = match write {
                // Nothing that a member of staff types is kept on the device.
                Some(write) if cx.open.durable && !cx.open.staff.is_active() => keep(vec![write]),
                _ => Command::done(),
            };
            keeping.and(render())
        }
        Event::Resume => {
            cx.open.outside.in_front = true;
            let back = lock::returned(cx);
            Command::all([back, sync::kick(cx), account::look_soon(cx), render()])
        }
        Event::Left => {
            cx.open.outside.in_front = false;
            lock::left(cx);
            render()
        }
        Event::Background => Command::all([sync::kick(cx), account::look_soon(cx), render()]),
        Event::Link(address) => link::follow(&address, cx).and(render()),
        Event::Media(id) => media::give::asked(&id, cx),
        Event::Network(online) => {
            cx.open.sync.network(online);
            if online { drawn(sync::kick(cx)) } else { render() }
        }
    }
}

fn go_back(cx: &mut Cx<'_>) {
    if !cx.open.back() && !matches!(cx.open.screen(), Screen::Welcome(_) | Screen::Staff(_)) {
        cx.open.restart(Screen::Today(today::Screen::Day));
    }
}

/// Carries out what a press means.
pub(crate) fn carry_out(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Go(screen) => {
            cx.open.go(screen);
            entered(cx)
        }
        Intent::Tab(screen) => {
            bring_in::left(cx.open);
            cx.open.restart(screen);
            entered(cx)
        }
        Intent::Back => {
            go_back(cx);
            Command::done()
        }
        Intent::Welcome(intent) => welcome::update(intent, cx),
        Intent::Today(intent) => today::update(intent, cx),
        Intent::Track(intent) => track::update(intent, cx),
        Intent::Diary(intent) => diary::update(intent, cx),
        Intent::Entry(intent) => entry::update(intent, cx),
        Intent::BringIn(intent) => bring_in::update(intent, cx),
        Intent::Messages(intent) => messages::update(intent, cx),
        Intent::Sharing(intent) => sharing::update(intent, cx),
        Intent::Settings(intent) => settings::update(intent, cx),
        Intent::YourData(intent) => your_data::update(intent, cx),
        Intent::Staff(intent) => staff::update(intent, cx),
        Intent::Sync(intent) => sync::update(intent, cx),
        Intent::Lock(intent) => lock::update(intent, cx),
        Intent::Outside(intent) => outside::update(intent, cx),
        Intent::Measured(intent) => measured::update(intent, cx),
        Intent::Reminders(intent) => reminders::update(intent, cx),
        Intent::Own(intent) => own::update(intent, cx),
        Intent::Tell(intent) => tell::update(intent, cx),
        Intent::Deciding(intent) => deciding::update(intent, cx),
        Intent::Choosing(intent) => choice::update(intent, cx),
        Intent::AboutMe(intent) => about_me::update(intent, cx),
        Intent::Questionnaires(intent) => questionnaires::update(intent, cx),
        Intent::Medicines(intent) => medicines::update(intent, cx),
        // Of a page that gave way to the app.
        Intent::Opening(_) => Command::done(),
        Intent::Plans(intent) => action_plan::update(intent, cx),
        Intent::AdvanceCare(intent) => advance_care::update(intent, cx),
        Intent::Contingency(intent) => contingency::update(intent, cx),
        Intent::Plan(intent) => plan::update(intent, cx),
        Intent::Experiments(intent) => experiments::update(intent, cx),
        Intent::Appointment(intent) => appointment::update(intent, cx),
        Intent::Media(intent) => media::update(intent, cx),
        Intent::Sheet(intent) => sheet::update(intent, cx),
    }
}

/// Some places have something to do when they are entered (messages become
/// seen, a list is fetched).
pub(crate) fn entered(cx: &mut Cx<'_>) -> Cmd {
    match cx.open.screen().clone() {
        Screen::Messages(screen) => messages::entered(&screen, cx),
        Screen::Sharing(screen) => sharing::entered(&screen, cx),
        Screen::Outside(screen) => outside::entered(screen, cx),
        Screen::Staff(screen) => staff::entered(&screen, cx),
        _ => Command::done(),
    }
}

fn view_open(view: View<'_>) -> Page {
    if lock::hides(view.open) {
        return lock::page(view);
    }
    let screen = view.open.screen();
    let mut page = match screen {
        Screen::Welcome(screen) => welcome::page(screen, view),
        Screen::Today(screen) => today::page(screen, view),
        Screen::Track(screen) => track::page(screen, view),
        Screen::Diary(screen) => diary::page(screen, view),
        Screen::Entry(screen) => entry::page(*screen, view),
        Screen::BringIn(screen) => bring_in::page(screen, view),
        Screen::Measured(screen) => measured::page(*screen, view),
        Screen::Reminders(screen) => reminders::page(screen, view),
        Screen::Own(screen) => own::page(*screen, view),
        Screen::Tell(screen) => tell::page(*screen, view),
        Screen::Deciding(screen) => deciding::page(*screen, view),
        Screen::Choosing(screen) => choice::page(screen, view),
        Screen::AboutMe(screen) => about_me::page(screen, view),
        Screen::Outside(screen) => outside::page(*screen, view),
        Screen::Questionnaires(screen) => questionnaires::page(screen, view),
        Screen::Medicines(screen) => medicines::page(screen, view),
        Screen::Plans(screen) => action_plan::page(screen, view),
        Screen::AdvanceCare(screen) => advance_care::page(screen, view),
        Screen::Contingency(screen) => contingency::page(screen, view),
        Screen::Plan(screen) => plan::page(*screen, view),
        Screen::Experiments(screen) => experiments::page(screen, view),
        Screen::Appointment(screen) => appointment::page(screen, view),
        Screen::Messages(screen) => messages::page(screen, view),
        Screen::More => more::page(view),
        Screen::Sharing(screen) => sharing::page(screen, view),
        Screen::Settings(screen) => settings::page(screen, view),
        Screen::YourData(screen) => your_data::page(screen, view),
        Screen::Help => help::page(view),
        Screen::Staff(screen) => staff::page(screen, view),
    };
    debug_assert!(crate::nav::is_known(&page.name), "{} is not in PAGES", page.name);
    if page.back.is_none() && view.open.stack.len() > 1 {
        page.back = Some(Link::to(say!(view.words, "back"), Intent::Back));
    }
    if !matches!(screen, Screen::Welcome(_)) {
        page.tabs = if view.open.staff.is_active() {
            page.setting = Setting::Staff;
            staff::tabs(view)
        } else {
            tabs(view)
        };
        page.sync =
            if view.open.staff.is_active() { staff::status(view) } else { sync::status(view) };
        if !view.open.durable && !view.open.staff.is_active() {
            let text = match view.launch.platform {
                Platform::Web => say!(view.words, "not-saved-browser"),
                _ => say!(view.words, "not-saved-device"),
            };
            let title = say!(view.words, "not-saved-title");
            page.notices.insert(0, Notice::new(NoticeTone::Warning, title).text(text));
        }
    }
    if let Some(notice) = &view.open.notice {
        page.announce = Some(notice.title.clone());
        page.notices.insert(0, notice.clone());
    }
    page.place = crate::nav::token(view.open);
    page.look = lock::look(view);
    page.busy |= view.open.saving;
    page.reading = Some(settings::reading::button(view));
    view.open.forms.fill(view.words, &mut page.blocks);
    page
}

fn tabs(view: View<'_>) -> Vec<Tab> {
    let current = view.open.stack.first();
    let tab = |label: String, icon, screen: Screen, badge| Tab {
        label,
        icon,
        current: current.map(Screen::name) == Some(screen.name())
            || (screen == Screen::More
                && current.is_none_or(|s| {
                    !matches!(
                        s,
                        Screen::Today(_) | Screen::Plan(_) | Screen::Track(_) | Screen::Messages(_)
                    )
                })),
        action: Intent::Tab(screen).into(),
        badge,
    };
    let words = view.words;
    vec![
        tab(
            say!(words, "tab-today"),
            Icon::Home,
            Screen::Today(today::Screen::Day),
            outside::badge(view),
        ),
        tab(say!(words, "tab-plan"), Icon::Plan, Screen::Plan(plan::Screen::All), None),
        tab(say!(words, "tab-track"), Icon::Track, Screen::Track(track::Screen::All), None),
        tab(
            say!(words, "tab-messages"),
            Icon::Messages,
            Screen::Messages(messages::Screen::Thread),
            messages::badge(view),
        ),
        tab(say!(words, "tab-more"), Icon::More, Screen::More, None),
    ]
}
