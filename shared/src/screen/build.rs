//! Short ways to make the common parts, so that a feature's page reads like the
//! page.

use super::{
    Action, Block, Button, ButtonStyle, Buttons, Card, Cell, Details, EmptyState, Field, Form,
    Heading, Icon, Inset, Link, LongTextField, Notice, NoticeTone, NumberField, Paragraph,
    ParagraphStyle, Question, Row, SummaryRow, Tag, Target, TextField, TextPurpose, Tone,
};

impl Button {
    fn new(label: impl Into<String>, target: impl Into<Target>, style: ButtonStyle) -> Self {
        Self {
            label: label.into(),
            spoken: None,
            icon: None,
            style,
            target: target.into(),
            chosen: None,
        }
    }

    /// The one thing to do.
    #[must_use]
    pub fn primary(label: impl Into<String>, target: impl Into<Target>) -> Self {
        Self::new(label, target, ButtonStyle::Primary)
    }

    /// Also possible.
    #[must_use]
    pub fn secondary(label: impl Into<String>, target: impl Into<Target>) -> Self {
        Self::new(label, target, ButtonStyle::Secondary)
    }

    /// Looks like a link.
    #[must_use]
    pub fn quiet(label: impl Into<String>, target: impl Into<Target>) -> Self {
        Self::new(label, target, ButtonStyle::Quiet)
    }

    /// Cannot be taken back easily.
    #[must_use]
    pub fn warning(label: impl Into<String>, target: impl Into<Target>) -> Self {
        Self::new(label, target, ButtonStyle::Warning)
    }

    /// With a picture beside the word.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With other words for a screen reader.
    #[must_use]
    pub fn spoken(mut self, spoken: impl Into<String>) -> Self {
        self.spoken = Some(spoken.into());
        self
    }

    /// One of a group of which one is chosen.
    #[must_use]
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = Some(chosen);
        self
    }
}

impl Link {
    /// Words that lead somewhere.
    #[must_use]
    pub fn to(label: impl Into<String>, target: impl Into<Target>) -> Self {
        Self { label: label.into(), spoken: None, target: target.into() }
    }

    /// With other words for a screen reader.
    #[must_use]
    pub fn spoken(mut self, spoken: impl Into<String>) -> Self {
        self.spoken = Some(spoken.into());
        self
    }
}

impl Block {
    /// A second-level heading.
    #[must_use]
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading(Heading { text: text.into(), level: 2 })
    }

    fn words(text: impl Into<String>, style: ParagraphStyle) -> Self {
        Self::Paragraph(Paragraph { lead: None, text: text.into(), style })
    }

    /// A paragraph of body text.
    #[must_use]
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::words(text, ParagraphStyle::Body)
    }

    /// The larger paragraph that opens a page.
    #[must_use]
    pub fn lede(text: impl Into<String>) -> Self {
        Self::words(text, ParagraphStyle::Lede)
    }

    /// A quieter paragraph.
    #[must_use]
    pub fn small(text: impl Into<String>) -> Self {
        Self::words(text, ParagraphStyle::Small)
    }

    /// The person's own words.
    #[must_use]
    pub fn quote(text: impl Into<String>) -> Self {
        Self::words(text, ParagraphStyle::Quote)
    }

    /// Something set apart.
    #[must_use]
    pub fn inset(text: impl Into<String>) -> Self {
        Self::Inset(Inset { text: vec![text.into()] })
    }

    /// Words that open on asking.
    #[must_use]
    pub fn details(summary: impl Into<String>, text: Vec<String>) -> Self {
        Self::Details(Details { summary: summary.into(), text, items: Vec::new() })
    }

    /// Buttons in a row.
    #[must_use]
    pub fn buttons(buttons: Vec<Button>) -> Self {
        Self::Buttons(Buttons { buttons, label: None })
    }

    /// Questions and their buttons. The heading of the summary of errors is set
    /// when the form is filled in ([`crate::forms::Forms::fill`]).
    #[must_use]
    pub fn form(id: impl Into<String>, fields: Vec<Field>, buttons: Vec<Button>) -> Self {
        Self::Form(Form { id: id.into(), fields, buttons, problem: None })
    }

    /// What stands here when there is nothing yet.
    #[must_use]
    pub fn empty(
        icon: Icon,
        title: impl Into<String>,
        text: impl Into<String>,
        button: Option<Button>,
    ) -> Self {
        Self::EmptyState(EmptyState { icon, title: title.into(), text: text.into(), button })
    }
}

impl Question {
    /// A question that must be answered.
    #[must_use]
    pub fn new(id: impl Into<String>, label: impl Into<String>) -> Self {
        Self { id: id.into(), label: label.into(), ..Self::default() }
    }

    /// With help below.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// May be left empty.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }
}

impl Field {
    /// One line of text.
    #[must_use]
    pub fn text(question: Question) -> Self {
        Self::text_for(question, TextPurpose::Plain)
    }

    /// One line of text, for a purpose the platform can help with.
    #[must_use]
    pub fn text_for(question: Question, purpose: TextPurpose) -> Self {
        Self::Text(TextField { question, value: String::new(), purpose })
    }

    /// Several lines of text.
    #[must_use]
    pub fn long_text(question: Question, rows: u8, max: u32) -> Self {
        Self::LongText(LongTextField { question, value: String::new(), rows, max })
    }

    /// A number with its unit.
    #[must_use]
    pub fn number(question: Question, unit: impl Into<String>, decimals: bool) -> Self {
        Self::Number(NumberField { question, value: String::new(), unit: unit.into(), decimals })
    }

    /// What is asked.
    #[must_use]
    pub fn question(&self) -> &Question {
        match self {
            Self::Text(f) => &f.question,
            Self::LongText(f) => &f.question,
            Self::Number(f) => &f.question,
            Self::Money(f) => &f.question,
            Self::Date(f) => &f.question,
            Self::Time(f) => &f.question,
            Self::Choice(f) | Self::Choices(f) | Self::Person(f) => &f.question,
            Self::Search(f) => &f.question,
            Self::Scale(f) => &f.question,
            Self::File(f) => &f.question,
        }
    }

    /// What is asked, to change.
    pub fn question_mut(&mut self) -> &mut Question {
        match self {
            Self::Text(f) => &mut f.question,
            Self::LongText(f) => &mut f.question,
            Self::Number(f) => &mut f.question,
            Self::Money(f) => &mut f.question,
            Self::Date(f) => &mut f.question,
            Self::Time(f) => &mut f.question,
            Self::Choice(f) | Self::Choices(f) | Self::Person(f) => &mut f.question,
            Self::Search(f) => &mut f.question,
            Self::Scale(f) => &mut f.question,
            Self::File(f) => &mut f.question,
        }
    }
}

impl Tag {
    /// A word with its colour.
    #[must_use]
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone }
    }
}

impl Card {
    /// A card that is pressed as a whole.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            caption: None,
            title: title.into(),
            icon: None,
            lines: Vec::new(),
            quote: None,
            tag: None,
            meter: None,
            action: None,
            buttons: Vec::new(),
            now: false,
        }
    }

    /// With its picture.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With one more quiet line.
    #[must_use]
    pub fn line(mut self, line: impl Into<String>) -> Self {
        self.lines.push(line.into());
        self
    }

    /// Pressed as a whole.
    #[must_use]
    pub fn opens(mut self, action: impl Into<Action>) -> Self {
        self.action = Some(action.into());
        self
    }
}

impl SummaryRow {
    /// A key with a value of one paragraph.
    #[must_use]
    pub fn new(key: impl Into<String>, value: impl Into<String>) -> Self {
        Self { key: key.into(), value: vec![value.into()], tag: None, actions: Vec::new() }
    }

    /// With something that can be done.
    #[must_use]
    pub fn action(mut self, link: Link) -> Self {
        self.actions.push(link);
        self
    }
}

impl Cell {
    /// Plain words.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

impl Row {
    /// Cells without an action.
    #[must_use]
    pub fn new(cells: Vec<Cell>) -> Self {
        Self { cells, action: None }
    }
}

impl Notice {
    /// A notice of one sentence.
    #[must_use]
    pub fn new(tone: NoticeTone, title: impl Into<String>) -> Self {
        Self { tone, title: title.into(), text: None, action: None }
    }

    /// With more to say.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }
}
