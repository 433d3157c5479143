//! The engine around an app of its own, whose every press does one thing.

use std::io::{Read, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, OnceLock, Weak};
use std::thread;
use std::time::Duration;

use crux_core::render::render;
use crux_core::{App, Command};
use shared::effects::Effect;
use shared::effects::clock::{ClockOperation, Now};
use shared::effects::keys::{KeysOperation, KeysOutput};
use shared::effects::network::{
    Content, Hint, HintsOperation, Method, NetworkOperation, NetworkOutput,
};
use shared::effects::platform::{Handed, OutgoingFile, PlatformOperation, PlatformOutput};
use shared::effects::random::RandomOperation;
use shared::effects::store::{StoreOperation, StoreProblem, Write};
use shared::event::Event;
use shared::screen::{Action, Page};
use tempfile::TempDir;

use super::{Engine, EngineError, RequestId, Shell};
use crate::ports::DeviceApp;
use crate::{Config, SealingKey, ServerAddress, Storage};

/// An app whose page is what it heard, in order.
#[derive(Default)]
struct Parrot;

#[derive(Default)]
struct Heard(Vec<String>);

enum Told {
    Press(String),
    Said(String),
    Quietly(u32),
}

fn said(what: impl std::fmt::Debug) -> Told {
    Told::Said(format!("{what:?}"))
}

impl DeviceApp for Parrot {
    fn from_shell(event: Event) -> Told {
        match event {
            Event::Press(action) => Told::Press(action.token),
            _ => Told::Said("?".into()),
        }
    }
}

impl App for Parrot {
    type Event = Told;
    type Model = Heard;
    type ViewModel = Page;
    type Effect = Effect;

    fn update(&self, event: Told, heard: &mut Heard) -> Command<Effect, Told> {
        match event {
            Told::Press(token) => press(&token),
            Told::Quietly(0) => Command::event(Told::Said("quiet".into())),
            Told::Quietly(left) => Command::request_from_shell(ClockOperation::Now)
                .then_send(move |_| Told::Quietly(left - 1)),
            Told::Said(words) => {
                heard.0.push(words);
                render().and(render())
            }
        }
    }

    fn view(&self, heard: &Heard) -> Page {
        Page { title: heard.0.join("; "), ..Page::default() }
    }
}

/// Holds the core up in the middle of a turn until something is sent.
static HELD: OnceLock<Mutex<Receiver<()>>> = OnceLock::new();

fn press(token: &str) -> Command<Effect, Told> {
    let (what, with) = token.split_once(' ').unwrap_or((token, ""));
    match what {
        "now" => Command::request_from_shell(ClockOperation::Now).then_send(|now: Now| {
            Told::Said(format!("time {} zone {}", now.ms > 1_700_000_000_000, !now.zone.is_empty()))
        }),
        "wake" => Command::request_from_shell(ClockOperation::Wake { after: 5 })
            .then_send(|_| said("awake")),
        "random" => Command::request_from_shell(RandomOperation { bytes: 9 })
            .then_send(|bytes| said(bytes.len())),
        "open" => Command::request_from_shell(StoreOperation::Open).then_send(said),
        "put" => Command::request_from_shell(StoreOperation::Commit(vec![Write::Put {
            key: with.into(),
            body: vec![1],
        }]))
        .then_send(said),
        "key" => Command::request_from_shell(KeysOperation::Public).then_send(|key| match key {
            KeysOutput::Public(key) => said(key.len()),
            other => said(other),
        }),
        "get" => Command::request_from_shell(NetworkOperation {
            method: Method::Post,
            path: with.into(),
            bearer: Some("secret".into()),
            content: Content::Binary,
            body: b"block".to_vec(),
        })
        .then_send(|output| match output {
            NetworkOutput::Answer(answer) => Told::Said(format!(
                "{} {:?} {}",
                answer.status,
                answer.retry_after,
                String::from_utf8_lossy(&answer.body)
            )),
            NetworkOutput::Unreachable => said("unreachable"),
        }),
        "listen" => {
            let listen = HintsOperation::Listen { path: with.into(), bearer: "secret".into() };
            Command::stream_from_shell(listen).then_send(|hint: Hint| said(hint))
        }
        "stop" => Command::stream_from_shell(HintsOperation::Stop).then_send(|_| said("stopped")),
        "file" => Command::request_from_shell(PlatformOperation::HandOver(OutgoingFile {
            name: "diary.txt".into(),
            media_type: "text/plain".into(),
            content: b"tired".to_vec(),
        }))
        .then_send(said),
        "quietly" => Command::event(Told::Quietly(with.parse().unwrap())),
        "hold" => {
            HELD.get().unwrap().lock().unwrap().recv().unwrap();
            Command::event(said("let go"))
        }
        "fault" => panic!("a fault of the core's own"),
        other => Command::event(said(other)),
    }
}

/// A shell that writes down what it is told, and where from.
struct Notes {
    renders: Mutex<Sender<()>>,
    asks: Mutex<Sender<(RequestId, PlatformOperation)>>,
    /// Done at each rendering.
    at_render: Box<dyn Fn() + Send + Sync>,
}

impl Shell for Notes {
    fn render(&self) {
        let _ended = self.renders.lock().unwrap().send(());
        (self.at_render)();
    }

    fn platform(&self, id: RequestId, operation: PlatformOperation) {
        self.asks.lock().unwrap().send((id, operation)).unwrap();
    }
}

/// A running parrot.
struct Test {
    engine: Arc<Engine>,
    renders: Receiver<()>,
    asks: Receiver<(RequestId, PlatformOperation)>,
}

const SOON: Duration = Duration::from_secs(20);

impl Test {
    fn new(storage: Storage, server: Option<&str>) -> Self {
        Self::with(storage, server, Box::new(|| {}))
    }

    fn with(
        storage: Storage,
        server: Option<&str>,
        at_render: Box<dyn Fn() + Send + Sync>,
    ) -> Self {
        let ((render, renders), (ask, asks)) = (channel(), channel());
        let shell = Notes { renders: Mutex::new(render), asks: Mutex::new(ask), at_render };
        let server = server.map(|server| ServerAddress::new(server).unwrap());
        let config = Config { storage, key: SealingKey::new([5; 32]), server };
        let engine = Engine::start_app::<Parrot>(config, Arc::new(shell)).unwrap();
        Self { engine, renders, asks }
    }

    fn in_ram() -> Self {
        Self::new(Storage::Memory, None)
    }

    fn press(&self, token: &str) {
        let action = Action { token: token.into() };
        self.engine.update(Event::Press(action)).unwrap();
    }

    /// Waits until the page reads so, redrawn whenever the engine says so.
    fn reads(&self, title: &str) {
        while self.engine.view().title != title {
            let rendered = self.renders.recv_timeout(SOON);
            assert!(rendered.is_ok(), "the page still reads: {}", self.engine.view().title);
        }
    }
}

#[test]
fn every_port_is_answered() {
    let test = Test::in_ram();
    for (token, page) in [
        ("now", "time true zone true"),
        ("wake", "\"awake\""),
        ("random", "9"),
        ("open", "Opened(Opened(durable false, 0 rows, 0 values))"),
        ("put a", "Done"),
        ("open", "Opened(Opened(durable false, 0 rows, 1 values))"),
        ("key", "32"),
        ("get /", "\"unreachable\""),
        ("listen /", "Closed"),
    ] {
        let before = test.engine.view().title.clone();
        test.press(token);
        let separator = if before.is_empty() { "" } else { "; " };
        test.reads(&format!("{before}{separator}{page}"));
    }
}

#[test]
fn one_update_renders_once_and_a_long_chain_neither_recurses_nor_draws() {
    let test = Test::in_ram();
    test.press("quietly 30000");
    test.reads("quiet");
    let Test { engine, renders, .. } = test;
    drop(engine);
    // The page may be read before the shell has been told, so count at the end.
    assert!(renders.iter().count() <= 1, "rendered more than once");
}

#[test]
fn the_page_is_there_while_the_core_is_at_work() {
    let (let_go, held) = channel();
    assert!(HELD.set(Mutex::new(held)).is_ok());
    let test = Test::in_ram();
    test.press("before");
    test.reads("\"before\"");
    test.press("hold");
    // Were either of these to wait for the core, the test would never end.
    test.press("after");
    assert_eq!(test.engine.view().title, "\"before\"");
    let_go.send(()).unwrap();
    test.reads("\"before\"; \"let go\"; \"after\"");
}

const SAVED: PlatformOutput = PlatformOutput::HandOver(Handed::Saved);

#[test]
fn a_file_is_handed_over_once() {
    let test = Test::in_ram();
    assert_eq!(test.engine.resolve(RequestId(1), SAVED), Err(EngineError::UnknownRequest));
    test.press("file");
    let (id, operation) = test.asks.recv_timeout(SOON).unwrap();
    let PlatformOperation::HandOver(file) = operation else { panic!("something else was asked") };
    assert_eq!((file.name.as_str(), file.content.as_slice()), ("diary.txt", b"tired".as_slice()));
    assert_eq!(test.engine.resolve(id, SAVED), Ok(()));
    test.reads("HandOver(Saved)");
    assert_eq!(test.engine.resolve(id, SAVED), Err(EngineError::UnknownRequest));
}

#[test]
fn dropping_the_engine_finishes_its_commits_and_lets_go_of_the_file() {
    let directory = TempDir::new().unwrap();
    let storage = || Storage::Directory(directory.path().into());
    for round in 0..5_usize {
        let test = Test::new(storage(), None);
        test.press(&format!("put {round}"));
        drop(test);
        let test = Test::new(storage(), None);
        test.press("open");
        test.reads(&format!("Opened(Opened(durable true, 0 rows, {} values))", round + 1));
    }
    let (one, two) = (Test::new(storage(), None), Test::new(storage(), None));
    one.press("open");
    one.reads("Opened(Opened(durable true, 0 rows, 5 values))");
    two.press("open");
    two.reads(&format!("Failed({:?})", StoreProblem::Unavailable));
}

#[test]
fn a_shell_may_call_back_while_it_is_called() {
    let engine: Arc<Mutex<Weak<Engine>>> = Arc::default();
    let called = engine.clone();
    let test = Test::with(
        Storage::Memory,
        None,
        Box::new(move || {
            let engine = called.lock().unwrap().upgrade();
            if let Some(engine) = engine.filter(|engine| !engine.view().title.contains("again")) {
                engine.update(Event::Press(Action { token: "again".into() })).unwrap();
            }
        }),
    );
    *engine.lock().unwrap() = Arc::downgrade(&test.engine);
    test.press("once");
    test.reads("\"once\"; \"again\"");
}

#[test]
fn a_shell_may_drop_its_engine_while_it_is_called() {
    let engine: Arc<Mutex<Option<Arc<Engine>>>> = Arc::default();
    let called = engine.clone();
    let test =
        Test::with(Storage::Memory, None, Box::new(move || drop(called.lock().unwrap().take())));
    let Test { engine: last, renders, .. } = test;
    let held = Arc::downgrade(&last);
    *engine.lock().unwrap() = Some(last);
    let engine = held.upgrade().unwrap();
    engine.update(Event::Press(Action { token: "x".into() })).unwrap();
    drop(engine);
    renders.recv_timeout(SOON).unwrap();
    // The core's thread lets go of the shell, and so of this channel's other end.
    assert!(renders.recv_timeout(SOON).is_err());
    assert!(held.upgrade().is_none());
}

#[test]
fn a_shells_fault_does_not_stop_the_core() {
    let test = Test::with(Storage::Memory, None, Box::new(|| panic!("the shell's own")));
    test.press("one");
    test.reads("\"one\"");
    test.press("two");
    test.reads("\"one\"; \"two\"");
}

#[test]
fn a_fault_of_the_core_comes_back_as_an_error() {
    let test = Test::in_ram();
    test.press("hello");
    test.reads("\"hello\"");
    test.press("fault");
    // The thread ends, and with it the shell's channel.
    assert!(test.renders.recv_timeout(SOON).is_err());
    assert_eq!(test.engine.update(Event::Back), Err(EngineError::Stopped));
    assert_eq!(test.engine.view().title, "\"hello\"");
}

/// A server of few words: answers each connection with the next of these, and
/// hands on what it was asked.
fn server(answers: Vec<&'static str>) -> (String, Receiver<String>, Sender<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let ((asked, questions), (hang_up, held)) = (channel(), channel::<()>());
    thread::spawn(move || {
        for answer in answers {
            let (mut stream, _) = listener.accept().unwrap();
            asked.send(question(&mut stream)).unwrap();
            stream.write_all(answer.as_bytes()).unwrap();
            if answer.contains("event-stream") {
                let _told = held.recv();
            }
        }
    });
    (address, questions, hang_up)
}

fn question(stream: &mut TcpStream) -> String {
    let mut question = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let read = stream.read(&mut piece).unwrap();
        question.extend_from_slice(&piece[..read]);
        let text = String::from_utf8_lossy(&question).into_owned();
        let length = text
            .to_lowercase()
            .split_once("content-length: ")
            .map_or(0, |(_, rest)| rest.lines().next().unwrap().parse::<usize>().unwrap());
        if read == 0 || text.split_once("\r\n\r\n").is_some_and(|(_, body)| body.len() >= length) {
            return text;
        }
    }
}

#[test]
fn requests_carry_what_they_should_and_answers_come_back() {
    let (address, questions, _held) = server(vec![
        "HTTP/1.1 200 OK\r\ncontent-length: 5\r\nconnection: close\r\n\r\nthere",
        "HTTP/1.1 429 Too Many\r\nretry-after: 7\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
        "HTTP/1.1 302 Found\r\nlocation: /elsewhere\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 50\r\nconnection: close\r\n\r\ncut off",
    ]);
    let test = Test::new(Storage::Memory, Some(&address));
    let mut page = String::new();
    for answer in ["200 None there", "429 Some(7) ", "302 None ", "\"unreachable\""] {
        test.press("get /api/v1/sync");
        page = if page.is_empty() { answer.into() } else { format!("{page}; {answer}") };
        test.reads(&page);
    }
    let question = questions.recv().unwrap().to_lowercase();
    assert!(question.starts_with("post /api/v1/sync http/1.1\r\n"), "{question}");
    assert!(question.contains("authorization: bearer secret"), "{question}");
    assert!(question.contains("content-type: application/octet-stream"), "{question}");
    assert!(question.ends_with("\r\n\r\nblock"), "{question}");
}

#[test]
fn hints_open_arrive_and_close() {
    let stream = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n: hello\n\ndata: 1\n\n";
    let (address, questions, hang_up) = server(vec![
        stream,
        "HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
        stream,
    ]);
    let test = Test::new(Storage::Memory, Some(&address));
    test.press("listen /hints");
    test.reads("Open; New");
    assert!(questions.recv().unwrap().to_lowercase().contains("authorization: bearer secret"));
    hang_up.send(()).unwrap();
    test.reads("Open; New; Closed");
    test.press("listen /hints");
    test.reads("Open; New; Closed; Closed");
    test.press("listen /hints");
    test.reads("Open; New; Closed; Closed; Open; New");
    test.press("stop");
    test.reads("Open; New; Closed; Closed; Open; New; Closed; \"stopped\"");
}

#[test]
fn a_server_that_is_not_there_is_unreachable() {
    // A port that was just free.
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let test = Test::new(Storage::Memory, Some(&format!("http://{address}")));
    test.press("get /");
    test.reads("\"unreachable\"");
}
