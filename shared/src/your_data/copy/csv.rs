//! A sheet as CSV, as RFC 4180 has it.

/// The rows with its columns' names in the first line. Begins with a mark that
/// tells spreadsheets that the letters are UTF-8.
pub(super) fn write(columns: &[String], rows: &[&[String]]) -> String {
    let mut out = String::from("\u{feff}");
    line(&mut out, columns);
    for row in rows {
        line(&mut out, row);
    }
    out
}

fn line(out: &mut String, cells: &[String]) {
    for (i, cell) in cells.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        // What begins like a formula is shown, not carried out; a number stays
        // a number.
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
            && cell.parse::<record::Decimal>().is_err();
        let cell = if formula { format!("'{cell}") } else { cell.clone() };
        if cell.contains([',', '"', '\n', '\r']) || cell.trim() != cell {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}
