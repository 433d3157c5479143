//! What the person needs so that they understand, are understood, and can come.

use jiff::civil::Date;

use super::{codes, kind};

codes! {
    /// Something that helps, in the terms of the Accessible Information Standard
    /// (DAPB1605): a format, support to communicate, or a reasonable adjustment.
    Need {
        /// Large print.
        1 LargePrint,
        /// Easy Read.
        2 EasyRead,
        /// Braille.
        3 Braille,
        /// Information to listen to.
        4 Audio,
        /// Text messages or email instead of letters.
        5 Electronic,
        /// Text instead of a telephone call.
        6 TextNotCall,
        /// Another language.
        7 Language,
        /// An interpreter of British Sign Language.
        8 SignLanguage,
        /// Signs or symbols beside words, such as Makaton.
        9 Signs,
        /// A hearing loop.
        10 HearingLoop,
        /// Faces that can be seen, for reading lips.
        11 LipReading,
        /// Short sentences, and time to answer.
        12 Slowly,
        /// Through a carer.
        13 ThroughCarer,
        /// An advocate.
        14 Advocate,
        /// A longer appointment.
        15 Longer,
        /// The first or last appointment of the day.
        16 FirstOrLast,
        /// A quiet place to wait.
        17 Quiet,
        /// Access with a wheelchair.
        18 Wheelchair,
        /// Help to move.
        19 Moving,
        /// An assistance dog that comes along.
        20 Dog,
        /// Somebody of one's own there.
        21 Company,
        /// A visit at home.
        22 AtHome,
    }
}

kind! {
    /// Needs of communication and reasonable adjustments. One entry a record.
    AccessNeeds = 54 in About as "access needs" {
        /// How to send information.
        1 information: Vec<Need> => All,
        /// How to talk.
        2 talking: Vec<Need> => All,
        /// What helps at an appointment.
        3 visits: Vec<Need> => All,
        /// Which language, signs or format, where the list does not say it.
        4 which: Option<String> => All,
        /// Anything else, in one's own words.
        5 words: Option<String> => All,
        /// On which day to look at it again.
        6 review_on: Option<Date> => All,
    }
}
