//! The sheets as one page that opens in any browser, with nothing fetched and
//! nothing run.

use std::fmt::Write;

use jiff::civil::DateTime;

use super::sheets::Sheet;
use crate::holding::Holding;
use crate::sheet::{FIT_LARGE, Sheet as Printed};
use crate::words::{EASY_READ_TAG, Words, say};

const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:1.125rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}\
table{border-collapse:collapse;width:100%;margin:0 0 2rem}\
caption{text-align:left;font-weight:bold;padding:.5rem 0}\
th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #8886}\
p,td{white-space:pre-line}\
tbody th{white-space:nowrap}\
table{font-size:1rem}\
div{overflow-x:auto}";

/// Nothing is smaller than 16 pt, and each sentence is on a line of its own.
const EASY: &str = "body,table{font-size:16pt}h1,h2,th{white-space:pre-line!important}";

/// Nothing is smaller than 18 pt, and nothing runs over the edge of the paper.
const LARGE: &str = "\
body,table{font-size:18pt}h1{font-size:27pt}h2{font-size:22pt}\
h1,h2,th,dd{white-space:pre-line!important;overflow-wrap:anywhere}\
td,p{overflow-wrap:anywhere}\
dl{border-bottom:1px solid #8886;break-inside:avoid}dt{font-weight:bold}dd{margin:0 0 .6rem}";

/// The page.
pub(super) fn write(holding: &Holding, words: &Words, sheets: &[Sheet], made: DateTime) -> String {
    let title = escape(&super::title(holding, words));
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <header>\n<h1>{title}</h1>\n<p>{}</p>\n</header>\n",
        escape(&say!(words, "copy-made", when = super::moment(words, made)))
    );
    let shown = sheets.iter().enumerate().filter(|(_, sheet)| !sheet.rows.is_empty());
    let _ = writeln!(out, "<nav aria-label=\"{}\">\n<ul>", escape(&say!(words, "copy-contents")));
    for (i, sheet) in shown.clone() {
        let _ = writeln!(out, "<li><a href=\"#part-{i}\">{}</a></li>", escape(&sheet.title));
    }
    out.push_str("</ul>\n</nav>\n<main>\n");
    for (i, sheet) in shown {
        table(&mut out, words, i, sheet);
    }
    let _ =
        writeln!(out, "</main>\n<footer><p>{}</p></footer>", escape(&say!(words, "copy-private")));
    out.push_str("</body>\n</html>\n");
    out
}

/// A page of a few tables, each with what is said where it is empty: to be printed
/// or sent, and read by whoever gets it.
pub(crate) fn printed(sheet: &Printed, easy: bool, large: bool) -> String {
    let title = escape(&sheet.title);
    let language = if easy { EASY_READ_TAG } else { "en-GB" };
    let larger = match (large, easy) {
        (true, _) => LARGE,
        (_, true) => EASY,
        _ => "",
    };
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}{larger}</style>\n</head>\n<body>\n\
         <h1>{title}</h1>\n<p><strong>{}</strong></p>\n",
        escape(&sheet.correct)
    );
    for (part, none) in &sheet.parts {
        let _ = writeln!(out, "<h2>{}</h2>", escape(&part.title));
        if part.rows.is_empty() {
            let _ = writeln!(out, "<p>{}</p>", escape(none));
        } else if large && part.columns.len() > FIT_LARGE {
            lists(&mut out, &part.columns, &part.rows);
        } else {
            out.push_str("<table>\n");
            cells(&mut out, &part.columns, &part.rows);
            out.push_str("</table>\n");
        }
    }
    let _ = writeln!(out, "<p>{}</p>\n</body>\n</html>", escape(&sheet.says));
    out
}

/// The rows of a table that is too wide: what is in each below each other.
fn lists(out: &mut String, columns: &[String], rows: &[Vec<String>]) {
    for row in rows {
        out.push_str("<dl>\n");
        for (column, cell) in columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty()) {
            let _ = writeln!(out, "<dt>{}</dt><dd>{}</dd>", escape(column), escape(cell));
        }
        out.push_str("</dl>\n");
    }
}

fn table(out: &mut String, words: &Words, number: usize, sheet: &Sheet) {
    let caption =
        say!(words, "copy-file-entries", name = sheet.title.as_str(), entries = sheet.entries);
    let title = escape(&sheet.title);
    let _ = writeln!(
        out,
        "<section>\n<h2 id=\"part-{number}\">{title}</h2>\n\
         <div role=\"region\" aria-label=\"{title}\" tabindex=\"0\">\n\
         <table>\n<caption>{}</caption>",
        escape(&caption)
    );
    cells(out, &sheet.columns, &sheet.rows);
    out.push_str("</table>\n</div>\n</section>\n");
}

/// The headings and rows of a table.
fn cells(out: &mut String, columns: &[String], rows: &[Vec<String>]) {
    out.push_str("<thead><tr>");
    for column in columns {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escape(column));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        out.push_str("<tr>");
        for (i, cell) in row.iter().enumerate() {
            let cell = escape(cell);
            let _ = if i == 0 {
                write!(out, "<th scope=\"row\">{cell}</th>")
            } else {
                write!(out, "<td>{cell}</td>")
            };
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n");
}

/// Words as HTML shows them.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
