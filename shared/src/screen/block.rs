//! The blocks of a page, in the terms of the NHS service manual where it has
//! one, and in plain words where it has none.

use facet::Facet;
use serde::{Deserialize, Serialize};

use super::{Action, Button, Field, Icon, Link, Tag, Tone};

/// One block of a page.
#[expect(clippy::large_enum_variant, reason = "a page has one chart, and few blocks")]
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq)]
#[repr(C)]
pub enum Block {
    /// A heading below the page's title.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Paragraph),
    /// Something set apart from the text around it.
    Inset(Inset),
    /// What to do about a symptom or a danger, by urgency.
    CareCard(CareCard),
    /// A list of things to do, or not to do.
    DoDont(DoDont),
    /// Keys and values, with changes to make.
    SummaryList(SummaryList),
    /// Things to get done, each with how far it is.
    TaskList(TaskList),
    /// Cards, in a column or a grid.
    Cards(Cards),
    /// A table.
    Table(Table),
    /// A chart, with its sentence and its table.
    Chart(Chart),
    /// How much of something.
    Meter(Meter),
    /// What happened, newest first.
    Timeline(Timeline),
    /// A conversation, oldest first.
    Thread(Thread),
    /// Options beside each other, by what matters.
    OptionsGrid(OptionsGrid),
    /// Questions to answer, and the button that sends the answers.
    Form(Form),
    /// Buttons in a row.
    Buttons(Buttons),
    /// Words that open on asking.
    Details(Details),
    /// A picture with its words.
    Picture(Picture),
    /// What stands here when there is nothing yet.
    EmptyState(EmptyState),
    /// A picture, sound or film of the person's, with the text that says the same.
    Media(Media),
}

/// A heading below the page's title.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The words.
    pub text: String,
    /// 2 or 3; 1 is the page's title.
    pub level: u8,
}

/// A paragraph.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Bold words to begin with.
    pub lead: Option<String>,
    /// The words.
    pub text: String,
    /// Its weight.
    pub style: ParagraphStyle,
}

/// The weight of a paragraph.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum ParagraphStyle {
    /// Body text.
    Body,
    /// Larger, to open a page.
    Lede,
    /// Quieter.
    Small,
    /// The person's own words: the largest, with the yellow bar.
    Quote,
}

/// Something set apart.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Inset {
    /// One string a paragraph.
    pub text: Vec<String>,
}

/// What to do about a symptom or a danger.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct CareCard {
    /// Which of the three.
    pub urgency: Urgency,
    /// The heading: what to do.
    pub title: String,
    /// One string a paragraph.
    pub text: Vec<String>,
    /// When it applies, as a list.
    pub items: Vec<String>,
    /// Whom to call.
    pub actions: Vec<Button>,
}

/// The three care cards of the service manual.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum Urgency {
    /// "Non-urgent advice".
    NonUrgent,
    /// "Urgent advice".
    Urgent,
    /// "Immediate action required".
    Emergency,
}

/// A list of things to do, or not to do.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct DoDont {
    /// True for "do", false for "don't".
    pub is_do: bool,
    /// "Please do", "Please don't".
    pub title: String,
    /// The things.
    pub items: Vec<String>,
}

/// Keys and values.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct SummaryList {
    /// In order.
    pub rows: Vec<SummaryRow>,
}

/// One key with its value.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct SummaryRow {
    /// The key.
    pub key: String,
    /// The value, one string a paragraph.
    pub value: Vec<String>,
    /// A word on its state.
    pub tag: Option<Tag>,
    /// What can be done with it.
    pub actions: Vec<Link>,
}

/// Things to get done.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct TaskList {
    /// In order.
    pub items: Vec<Task>,
}

/// One thing to get done.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The thing.
    pub title: String,
    /// A quieter line.
    pub hint: Option<String>,
    /// How far it is.
    pub status: Tag,
    /// Where it is done; none when it cannot start yet.
    pub action: Option<Action>,
}

/// Cards.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Cards {
    /// Their arrangement.
    pub layout: CardLayout,
    /// In order.
    pub cards: Vec<Card>,
}

/// How cards are arranged.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum CardLayout {
    /// One below another.
    Column,
    /// Two or more beside each other, as fits.
    Grid,
}

/// One card.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Card {
    /// A quiet line above the title ("Now · with breakfast").
    pub caption: Option<String>,
    /// The title.
    pub title: String,
    /// Its picture.
    pub icon: Option<Icon>,
    /// Quieter lines below.
    pub lines: Vec<String>,
    /// The person's own words, drawn as a quotation.
    pub quote: Option<String>,
    /// A word on its state.
    pub tag: Option<Tag>,
    /// How far it is.
    pub meter: Option<Meter>,
    /// The whole card is pressed.
    pub action: Option<Action>,
    /// Or these are.
    pub buttons: Vec<Button>,
    /// Drawn with a strong edge: the thing to do now. One on a page.
    pub now: bool,
}

/// A table. On a narrow screen a shell may stack the cells, each with its
/// column's title.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it shows; read first by a screen reader.
    pub caption: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; about 100 at the most.
    pub rows: Vec<Row>,
    /// Asks for older rows.
    pub more: Option<Button>,
}

/// A column of a table.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading; may be empty where cells hold only a tag or links.
    pub title: String,
    /// Right-aligned figures.
    pub numeric: bool,
}

/// A row of a table; the first cell heads it.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// One a column.
    pub cells: Vec<Cell>,
    /// Opens the row's thing; drawn on the first cell.
    pub action: Option<Action>,
}

/// A cell of a table.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq, Default)]
pub struct Cell {
    /// The words or figures.
    pub text: String,
    /// A quieter line below.
    pub note: Option<String>,
    /// A word on its state.
    pub tag: Option<Tag>,
    /// Bold.
    pub strong: bool,
}

/// A chart. The core decides everything but pixels; the sentence and the table
/// say the same as the picture.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Chart {
    /// What it shows, with its unit.
    pub title: String,
    /// One or two sentences that say what the picture shows.
    pub sentence: String,
    /// The choices of range, one of them chosen.
    pub ranges: Vec<Button>,
    /// The lines.
    pub series: Vec<Series>,
    /// Upright strokes behind the lines: the two numbers of one reading, or from
    /// the lowest of several readings to the highest.
    pub bars: Vec<Bar>,
    /// Rows below the picture, on its horizontal axis: what happened beside.
    pub lanes: Vec<Lane>,
    /// Bands across, lowest first.
    pub zones: Vec<Zone>,
    /// The horizontal axis: minutes since 1970 in the person's own time.
    pub across: Axis,
    /// The vertical axis, in the unit of the title.
    pub up: Axis,
    /// The same as a table.
    pub table: Table,
}

/// An axis of a chart.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Axis {
    /// The least value shown.
    pub from: f64,
    /// The greatest value shown.
    pub to: f64,
    /// Marks, least first.
    pub ticks: Vec<Tick>,
}

/// A mark on an axis.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where.
    pub at: f64,
    /// Its words.
    pub label: String,
}

/// One line of a chart.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Series {
    /// "Systolic".
    pub name: String,
    /// Left to right.
    pub points: Vec<Point>,
}

/// One point of a line.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Point {
    /// Along `Chart::across`.
    pub x: f64,
    /// Along `Chart::up`.
    pub y: f64,
    /// What is read out at the point: "6.8 mmol/L, Sunday 22 November, 7:42".
    pub label: String,
    /// Its meaning, drawn as shape as well as colour.
    pub tone: Tone,
}

/// An upright stroke of a chart.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Bar {
    /// Along `Chart::across`.
    pub x: f64,
    /// Its lower end, along `Chart::up`.
    pub from: f64,
    /// Its upper end.
    pub to: f64,
}

/// A row of marks below a chart.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Lane {
    /// "Doses taken".
    pub name: String,
    /// Left to right.
    pub marks: Vec<LaneMark>,
}

/// One mark of a lane.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct LaneMark {
    /// Along `Chart::across`.
    pub x: f64,
    /// What is read out at the mark: "Insulin, 9 units, Sunday 22 November, 7:42".
    pub label: String,
}

/// A band across a chart, in the words of the person's plan.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Zone {
    /// Lower edge; none for no lower edge.
    pub from: Option<f64>,
    /// Upper edge; none for no upper edge.
    pub to: Option<f64>,
    /// "my green 4 to 9".
    pub name: String,
    /// Its meaning; each tone has a pattern of its own too.
    pub tone: Tone,
}

/// How much of something.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Meter {
    /// What is measured.
    pub label: String,
    /// How much, 0 to `max`.
    pub value: f64,
    /// The whole.
    pub max: f64,
    /// The same in words: "1 of 2 walks this week".
    pub text: String,
    /// Its meaning.
    pub tone: Tone,
}

/// What happened.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// In order; about 100 at the most.
    pub items: Vec<TimelineItem>,
    /// Asks for older ones.
    pub more: Option<Button>,
}

/// One thing that happened.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct TimelineItem {
    /// "7:42" or "19 November".
    pub when: String,
    /// What.
    pub title: String,
    /// Quieter lines: a note, who wrote it.
    pub lines: Vec<String>,
    /// Its picture.
    pub icon: Option<Icon>,
    /// A word on its state.
    pub tag: Option<Tag>,
    /// Opens it.
    pub action: Option<Action>,
}

/// A conversation.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// Asks for older messages.
    pub older: Option<Button>,
    /// Oldest first; about 100 at the most.
    pub messages: Vec<ThreadMessage>,
}

/// One message.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct ThreadMessage {
    /// Who, with their role: "Amina, practice nurse".
    pub from: String,
    /// Written on this side.
    pub mine: bool,
    /// When, in words.
    pub when: String,
    /// One string a paragraph.
    pub text: Vec<String>,
    /// "Waiting on this phone", "Sent", "Read on 3 May by Amina".
    pub status: Option<Tag>,
    /// Things sent along.
    pub attachments: Vec<Link>,
}

/// Options beside each other.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct OptionsGrid {
    /// What is being decided.
    pub caption: String,
    /// What matters, one a row.
    pub criteria: Vec<String>,
    /// The options, one a column.
    pub options: Vec<GridOption>,
}

/// One option.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct GridOption {
    /// Its name.
    pub name: String,
    /// One a criterion.
    pub cells: Vec<GridCell>,
    /// Chooses or opens it.
    pub button: Option<Button>,
    /// The one chosen.
    pub chosen: bool,
}

/// What an option means for one criterion.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct GridCell {
    /// In words.
    pub text: String,
    /// As a natural frequency, drawn as an icon array.
    pub frequency: Option<Frequency>,
    /// Where it comes from.
    pub source: Option<String>,
}

/// So many of so many, such as 8 in 100.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frequency {
    /// How many.
    pub of_them: u32,
    /// Out of how many, at most 1,000.
    pub out_of: u32,
}

/// Questions to answer. What is typed goes to the core as `Event::Input` and is
/// kept there as a draft; pressing the button sends only its action.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Form {
    /// Names the draft.
    pub id: String,
    /// The questions, in order.
    pub fields: Vec<Field>,
    /// The buttons, the sending one first.
    pub buttons: Vec<Button>,
    /// Heading of the summary of errors, when any field has one.
    pub problem: Option<String>,
}

/// Buttons in a row.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Buttons {
    /// In order.
    pub buttons: Vec<Button>,
    /// What they choose between, where they are a choice; said to a screen
    /// reader as the group's name.
    pub label: Option<String>,
}

/// Words that open on asking.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Details {
    /// What is read before it opens.
    pub summary: String,
    /// One string a paragraph.
    pub text: Vec<String>,
    /// A list below.
    pub items: Vec<String>,
}

/// A picture with its words.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What to draw.
    pub source: PictureSource,
    /// What it shows, for those who do not see it. Empty when the words beside
    /// it say the same.
    pub alternative: String,
    /// The words beside or below it.
    pub caption: Option<String>,
}

/// What to draw.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum PictureSource {
    /// One of the app's own.
    Icon(Icon),
    /// The person's own, as a `data:` address that the core made.
    Data(String),
}

/// What stands here when there is nothing yet.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct EmptyState {
    /// Its picture.
    pub icon: Icon,
    /// The gist.
    pub title: String,
    /// What would stand here, and how it gets there.
    pub text: String,
    /// The way to begin.
    pub button: Option<Button>,
}

/// A picture, sound or film of the person's. The text that says the same always stands
/// beside it. Its bytes are not on the page: a shell that shows them asks for them with
/// `Event::Media` where the state is `Here` or `Wanted`, once for each.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Media {
    /// Names its bytes; says nothing of them.
    pub id: String,
    /// What somebody makes of it.
    pub sort: MediaSort,
    /// What its bytes are (IANA).
    pub media_type: String,
    /// What it is, in a word: "Picture".
    pub name: String,
    /// The text that says the same.
    pub text: String,
    /// Whether its bytes can be had.
    pub state: MediaState,
    /// Where they are, in words.
    pub status: String,
}

/// What somebody makes of it.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum MediaSort {
    /// Seen.
    Picture,
    /// Heard.
    Sound,
    /// Both.
    Film,
}

/// Whether its bytes can be had.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum MediaState {
    /// They are here: asked for, they come.
    Here,
    /// They are not, and are fetched when they are asked for.
    Wanted,
    /// They are on their way here.
    Coming,
    /// They cannot be had now.
    Away,
}
