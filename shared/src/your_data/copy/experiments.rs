//! The sheet of home experiments.

use record::kinds::Experiment;

use super::sheets::{Making, Sheet};
use crate::entry::Told;
use crate::experiments::looked_at;
use crate::words::say;

impl Making<'_> {
    pub(super) fn experiments(&self) -> Sheet {
        let (words, record) = (self.words, &self.holding.record);
        let columns = [
            "experiments-question",
            "experiments-change",
            "experiments-what",
            "experiments-first-usual",
            "experiments-days-usual",
            "experiments-first-change",
            "experiments-days-change",
            "experiments-out",
            "experiments-stopped",
            "experiments-thoughts",
        ];
        self.sheet::<Experiment>(
            "experiments.csv",
            say!(words, "experiments-title"),
            columns.iter().map(|id| words.get(id)).collect(),
            |entry| {
                let of = &entry.value;
                let out: Vec<String> = of.left_out.iter().map(ToString::to_string).collect();
                let [usual, change] = [of.weeks.usual, of.weeks.change];
                vec![vec![
                    of.question.clone(),
                    of.change.clone(),
                    looked_at(words, record, of),
                    usual.0.to_string(),
                    usual.1.to_string(),
                    change.0.to_string(),
                    change.1.to_string(),
                    out.join(", "),
                    of.stopped.map(|day| day.to_string()).unwrap_or_default(),
                    of.thoughts.clone().unwrap_or_default(),
                ]]
            },
            |experiment| experiment.text(words, record),
        )
    }
}
