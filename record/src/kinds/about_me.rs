//! About me.

use jiff::civil::Date;

use super::kind;

kind! {
    /// What matters to the person, in their own words: the items of the PRSB
    /// "About Me" standard. One entry a record.
    #[derive(Default)]
    AboutMe = 1 in About as "about me" {
        /// What is most important to me.
        1 most_important: Option<String> => All,
        /// People who are important to me.
        2 people: Option<String> => All,
        /// How I communicate and how to communicate with me.
        3 communicate: Option<String> => All,
        /// My wellness, from a good day to a bad day.
        4 wellness: Option<String> => All,
        /// Please do.
        5 please_do: Option<String> => All,
        /// Please don't.
        6 please_dont: Option<String> => All,
        /// How and when to support me.
        7 support: Option<String> => All,
        /// Also worth knowing about me.
        8 also: Option<String> => All,
        /// Who helped to write it.
        9 helped_by: Option<String> => Latest,
        /// When they helped.
        10 helped_on: Option<Date> => Latest,
    }
}
