//! The table that is printed: what, how much, and the mark it must reach.

/// Rows of what was measured.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<[String; 3]>,
    missed: usize,
}

/// What must be reached.
#[derive(Clone, Copy)]
pub(crate) enum Mark {
    /// Only told.
    None,
    /// Must be below.
    Below(f64),
}

impl Table {
    /// Adds a row.
    pub(crate) fn row(&mut self, what: &str, value: f64, unit: &str, mark: Mark) {
        let mark = match mark {
            Mark::None => String::new(),
            Mark::Below(most) if value < most => format!("< {most} {unit}"),
            Mark::Below(most) => {
                self.missed += 1;
                format!("< {most} {unit}, MISSED")
            }
        };
        self.rows.push([what.to_owned(), format!("{} {unit}", figures(value)), mark]);
    }

    /// How many marks were missed.
    pub(crate) fn missed(&self) -> usize {
        self.missed
    }
}

impl std::fmt::Display for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let head = ["measure", "measured", "mark"].map(str::to_owned);
        let width = |column: usize| {
            let cells = self.rows.iter().chain([&head]).map(|row| row[column].chars().count());
            cells.max().unwrap_or(0)
        };
        let (a, b, c) = (width(0), width(1), width(2));
        writeln!(f, "| {:<a$} | {:>b$} | {:<c$} |", head[0], head[1], head[2])?;
        writeln!(f, "|{:-<1$}|{2:->3$}:|{4:-<5$}|", "", a + 2, "", b + 1, "", c + 2)?;
        for [what, value, mark] in &self.rows {
            writeln!(f, "| {what:<a$} | {value:>b$} | {mark:<c$} |")?;
        }
        Ok(())
    }
}

/// Three figures that matter.
fn figures(value: f64) -> String {
    match value {
        v if v >= 100.0 => format!("{v:.0}"),
        v if v >= 10.0 => format!("{v:.1}"),
        v => format!("{v:.2}"),
    }
}
