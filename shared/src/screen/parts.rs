//! The small parts that pages, blocks and fields are made of.

use facet::Facet;
use serde::{Deserialize, Serialize};

/// What a press does. Opaque to the shell: it hands back exactly what it got.
///
/// A press on a page that has since changed still means what it said.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Action {
    /// Made by the core, read by the core.
    pub token: String,
}

/// Where a link or button leads.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum Target {
    /// Sent to the core as `Event::Press`.
    Press(Action),
    /// A telephone number, digits and spaces only. Works with no network.
    Call(String),
    /// A text message to a short code: number and body.
    Text(TextTo),
    /// An address outside the app, opened outside it.
    Open(String),
}

/// A text message that the platform may offer to send.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct TextTo {
    /// The number or short code.
    pub number: String,
    /// What to send, already worded.
    pub body: String,
}

/// Words that lead somewhere.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What is read and pressed.
    pub label: String,
    /// What a screen reader says instead, where the label alone is ambiguous
    /// ("Change" → "Change the reading of 7:42").
    pub spoken: Option<String>,
    /// Where it leads.
    pub target: Target,
}

/// How much a button asks to be pressed.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum ButtonStyle {
    /// The one thing to do. At most one on a page.
    Primary,
    /// Also possible.
    Secondary,
    /// Looks like a link.
    Quiet,
    /// Cannot be taken back easily.
    Warning,
}

/// A button: a verb.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// The verb.
    pub label: String,
    /// What a screen reader says instead, where the label alone is ambiguous.
    pub spoken: Option<String>,
    /// Its picture, always beside the word.
    pub icon: Option<Icon>,
    /// How much it asks to be pressed.
    pub style: ButtonStyle,
    /// Where it leads.
    pub target: Target,
    /// For one of a group of which one is chosen (the range of a chart):
    /// whether this is the chosen one.
    pub chosen: Option<bool>,
}

/// An entry of the main navigation.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// One or two words.
    pub label: String,
    /// Its picture.
    pub icon: Icon,
    /// What pressing it does.
    pub action: Action,
    /// Whether this tab's part of the app is on show.
    pub current: bool,
    /// How many new things wait there, in words ("2 new"); none when none.
    pub badge: Option<String>,
}

/// The meaning of a colour, never carried by the colour alone.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(C)]
pub enum Tone {
    /// No particular meaning.
    Neutral,
    /// Where the person's own plan wants it to be; done; sent.
    Green,
    /// Take note.
    Amber,
    /// Act.
    Red,
    /// The product's own colour: a choice, a current thing.
    Brand,
}

/// A word or two in a coloured lozenge.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The words; they carry the meaning by themselves.
    pub text: String,
    /// The colour that repeats it.
    pub tone: Tone,
}

/// What has been saved, and what has been sent.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq, Default)]
pub struct SyncStatus {
    /// Which picture and colour.
    pub state: SyncState,
    /// The words: "Saved on this device · not sent yet". Empty when `Hidden`.
    pub text: String,
    /// Where more is said.
    pub action: Option<Action>,
}

/// The states a person needs told apart.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Default)]
#[repr(C)]
pub enum SyncState {
    /// Nothing to say yet (before sign-in).
    #[default]
    Hidden,
    /// On this device and nowhere else, as the person chose.
    SavedHere,
    /// On this device, waiting for a network or a turn; or on its way here for the
    /// first time.
    Waiting,
    /// Being sent now.
    Sending,
    /// The server has everything.
    Sent,
    /// This device cannot keep anything.
    NotSaved,
    /// Something needs the person (sign in again, something was refused).
    Attention,
}

/// A short message above the page.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its weight.
    pub tone: NoticeTone,
    /// The gist.
    pub title: String,
    /// The rest, where there is any.
    pub text: Option<String>,
    /// What can be done about it.
    pub action: Option<Button>,
}

/// The weight of a notice.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum NoticeTone {
    /// Worth knowing.
    Info,
    /// It worked.
    Success,
    /// Take care.
    Warning,
    /// It did not work.
    Problem,
}

/// Whose app this is right now.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Default)]
#[repr(C)]
pub enum Setting {
    /// A person's (or carer's) own: one narrow column, bottom tabs on a phone.
    #[default]
    Person,
    /// A care team's: wide tables, side column.
    Staff,
}

/// How the person wants it to look.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Look {
    /// Light, dark, or as the device says.
    pub theme: Theme,
    /// Bigger words than the device's own setting gives.
    pub text_size: TextSize,
    /// Easy Read layout: a picture to the left of each sentence, bigger type.
    pub easy_read: bool,
    /// Whether the app is covered where the device shows its apps: the
    /// person locks it.
    pub covered: bool,
}

/// Words, and the picture beside them. It repeats them, so nothing is said of it.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Illustration {
    /// The words, whole, as they stand on the page.
    pub words: String,
    /// The name of the picture: one of those in `web/public/pictures`, such as `plan`.
    pub picture: String,
}

/// Light or dark.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Default)]
#[repr(C)]
pub enum Theme {
    /// As the device says.
    #[default]
    Device,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Size of type, on top of the device's own setting.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Default)]
#[repr(C)]
pub enum TextSize {
    /// As designed.
    #[default]
    Normal,
    /// A quarter larger.
    Large,
    /// Half as large again.
    Largest,
}

/// Pictures that stand beside words. Names are ours; each shell maps them to
/// its own set (the web uses Tabler's outlines).
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(C)]
#[allow(missing_docs, reason = "each name is its picture")]
pub enum Icon {
    Home,
    Plan,
    Track,
    Messages,
    More,
    People,
    Person,
    Team,
    Carer,
    Diary,
    Drop,
    Heart,
    Lungs,
    Wind,
    Scale,
    Thermometer,
    Face,
    Bolt,
    Moon,
    Steps,
    Pill,
    Plus,
    Check,
    Clock,
    Calendar,
    Pencil,
    Bin,
    Search,
    Download,
    Upload,
    File,
    Picture,
    Settings,
    Shield,
    Eye,
    Key,
    Phone,
    Warning,
    Info,
    Cloud,
    CloudDone,
    CloudOff,
    SignOut,
    Share,
    Speaker,
    Chart,
    Meal,
    Star,
    Help,
    Community,
    Budget,
    Decision,
}
