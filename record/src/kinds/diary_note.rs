//! Diary notes.

use super::{codes, kind};

codes! {
    /// What a note is about.
    DiaryTopic {
        /// Nothing in particular.
        0 Note,
        /// A meal.
        1 Meal,
        /// Exercise.
        2 Exercise,
        /// Something out of the ordinary.
        3 Event,
    }
}

codes! {
    /// How much, against what is usual for the person.
    Amount {
        /// As usual.
        1 Usual,
        /// More than usual.
        2 More,
        /// Less than usual.
        3 Less,
    }
}

kind! {
    /// What the person wrote in their diary.
    DiaryNote = 6 in Diary as "diary note" {
        /// What it is about.
        1 topic: DiaryTopic => Fixed,
        /// Their words; may be empty where topic and amount say it.
        2 text: String => Fixed,
        /// How the person felt, 1 (very low) to 5 (very good).
        3 mood: Option<u64> => Fixed,
        /// How much, against what is usual.
        4 amount: Option<Amount> => Fixed,
    }
}
