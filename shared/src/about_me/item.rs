//! The items of "About Me", as the PRSB standard has them.

use record::fields::FieldNumber;
use record::kinds::AboutMe;
use serde::{Deserialize, Serialize};

/// One of them.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// What is most important to me.
    Important,
    /// People who are important to me.
    People,
    /// How I communicate and how to communicate with me.
    Communicate,
    /// My wellness, from a good day to a bad day.
    Wellness,
    /// Please do.
    Do,
    /// Please do not.
    Dont,
    /// How and when to support me.
    Support,
    /// Also worth knowing about me.
    Also,
    /// Supported to write this by.
    HelpedBy,
}

impl Item {
    /// All of them, in the standard's order.
    pub const ALL: [Self; 9] = [
        Self::Important,
        Self::People,
        Self::Communicate,
        Self::Wellness,
        Self::Do,
        Self::Dont,
        Self::Support,
        Self::Also,
        Self::HelpedBy,
    ];

    /// The number of its field.
    #[must_use]
    pub fn number(self) -> FieldNumber {
        self as FieldNumber + 1
    }

    /// The id of the words of its question.
    #[must_use]
    pub fn question(self) -> &'static str {
        match self {
            Self::Important => "today-matters-ask",
            Self::People => "about-me-people",
            Self::Communicate => "about-me-communicate",
            Self::Wellness => "about-me-wellness",
            Self::Do => "about-me-do",
            Self::Dont => "about-me-dont",
            Self::Support => "about-me-support",
            Self::Also => "about-me-also",
            Self::HelpedBy => "about-me-helped",
        }
    }

    /// The id of the words of the help with it.
    #[must_use]
    pub fn hint(self) -> &'static str {
        match self {
            Self::Important => "today-matters-hint",
            Self::People => "about-me-people-hint",
            Self::Communicate => "about-me-communicate-hint",
            Self::Wellness => "about-me-wellness-hint",
            Self::Do => "about-me-do-hint",
            Self::Dont => "about-me-dont-hint",
            Self::Support => "about-me-support-hint",
            Self::Also => "about-me-also-hint",
            Self::HelpedBy => "about-me-helped-hint",
        }
    }

    /// What is said of it.
    #[must_use]
    pub fn of(self, about: &AboutMe) -> &Option<String> {
        match self {
            Self::Important => &about.most_important,
            Self::People => &about.people,
            Self::Communicate => &about.communicate,
            Self::Wellness => &about.wellness,
            Self::Do => &about.please_do,
            Self::Dont => &about.please_dont,
            Self::Support => &about.support,
            Self::Also => &about.also,
            Self::HelpedBy => &about.helped_by,
        }
    }

    /// The same with something else said of it.
    #[must_use]
    pub fn with(self, about: &AboutMe, text: Option<&str>) -> AboutMe {
        let mut new = about.clone();
        let field = match self {
            Self::Important => &mut new.most_important,
            Self::People => &mut new.people,
            Self::Communicate => &mut new.communicate,
            Self::Wellness => &mut new.wellness,
            Self::Do => &mut new.please_do,
            Self::Dont => &mut new.please_dont,
            Self::Support => &mut new.support,
            Self::Also => &mut new.also,
            Self::HelpedBy => &mut new.helped_by,
        };
        *field = text.map(str::to_owned);
        new
    }
}
