//! A page as it is read aloud: for shells that cannot read it off their screen.

use super::{Block, Field, Form, Page, plain};
use crate::event::Vocabulary;
use crate::words::Words;

/// All that the page says, a sentence a line, each with a mark at its end, at which a
/// voice pauses.
#[must_use]
pub fn aloud(page: &Page, words: &Words) -> String {
    let mut said = Said::default();
    said.line(&page.title);
    page.caption.iter().for_each(|caption| said.line(caption));
    for notice in &page.notices {
        said.line(&notice.title);
        notice.text.iter().for_each(|text| said.line(text));
    }
    for block in &page.blocks {
        match block {
            Block::Form(form) => said.form(form),
            block => said.block(block, words),
        }
    }
    said.0
}

#[derive(Default)]
struct Said(String);

impl Said {
    fn line(&mut self, words: &str) {
        for line in words.lines().map(str::trim).filter(|line| !line.is_empty()) {
            self.0.push_str(line);
            self.0.push_str(if line.ends_with(['.', '?', ':', '”']) { "\n" } else { ".\n" });
        }
    }

    /// Any block but a form, as its words.
    fn block(&mut self, block: &Block, words: &Words) {
        let page = Page { blocks: vec![block.clone()], ..Page::default() };
        for block in plain::within(page, Vocabulary { blocks: 2, fields: 0 }, words).blocks {
            match block {
                Block::Heading(heading) => self.line(&heading.text),
                Block::Paragraph(paragraph) => {
                    paragraph.lead.iter().for_each(|lead| self.line(lead));
                    self.line(&paragraph.text);
                }
                _ => {}
            }
        }
    }

    fn form(&mut self, form: &Form) {
        form.problem.iter().for_each(|problem| self.line(problem));
        for field in &form.fields {
            let asked = field.question();
            self.line(&asked.label);
            asked.hint.iter().chain(&asked.error).for_each(|words| self.line(words));
            if let Field::Choice(f) | Field::Choices(f) | Field::Person(f) = field {
                f.choices.iter().for_each(|choice| self.line(&choice.label));
            }
        }
        form.buttons.iter().for_each(|button| self.line(&button.label));
    }
}

#[cfg(test)]
mod tests {
    use crate::event::{Launch, Platform};
    use crate::testing::Journey;

    #[test]
    fn a_phone_is_given_what_it_reads_aloud_in_easy_read() {
        let launch = Launch { platform: Platform::Android, ..Launch::default() };
        let mut journey = Journey::launched(launch);
        journey.press("Use it on this device").press("More").press("About me");
        assert_eq!(journey.page().aloud, None);
        journey.press("Easy Read");
        let aloud = journey.page().aloud.unwrap();
        let begin = "About me.\nYou now read in Easy Read.\nThis page is about you.\nWhat should";
        assert!(aloud.starts_with(begin), "{aloud}");
        assert!(aloud.contains("\nPlease do this.\n"), "{aloud}");
        // A question with its choices; what is typed into it is not read.
        journey.press("What I need").type_in("What else do you need?", "Secret words");
        let aloud = journey.page().aloud.unwrap();
        let asked =
            "How to send me information.\nYou can leave this empty.\nbig print.\nEasy Read.\n";
        assert!(aloud.contains(asked), "{aloud}");
        assert!(!aloud.contains("Secret words") && !aloud.contains("Update the app"), "{aloud}");
    }
}
