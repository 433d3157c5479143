//! Answering a questionnaire.

use record::Scope;
use record::kinds::QuestionnaireResponse;

use super::definition::{Item, What};
use super::number::Number;
use super::{Intent, Screen, answers, enabled, harm, known, nothing};
use crate::app::Cmd;
use crate::entry::gone;
use crate::help;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{
    Block, Button, Choice, ChoiceField, DateField, DateInput, Field, Page, Question, ScaleField,
    TimeField,
};
use crate::words::{Words, say};

/// A scale of more steps than this is typed.
const STEPS: i64 = 10;

fn form(holding: &Holding, url: &str) -> String {
    format!("questionnaires.{}.{url}", holding.index)
}

/// The page.
pub(super) fn page(url: &str, view: View<'_>) -> Page {
    let words = view.words;
    let may = view.open.holding().filter(|holding| holding.may_write(Scope::Health));
    let Some(holding) = may else { return gone(view) };
    let Some(definition) = known::find(holding, url) else { return gone(view) };
    let name = form(holding, url);
    let so_far = answers::so_far(&definition, &view.open.forms.get(&name));
    let mut blocks = Vec::new();
    if harm::calls(&definition, &so_far) {
        blocks.extend(help(words));
    }
    blocks.extend(definition.about.clone().map(Block::lede));
    // Words stand above the questions that follow them.
    let mut fields: Vec<Field> = Vec::new();
    let mut hint: Vec<String> = Vec::new();
    let asked = enabled::asked(&definition.items, &so_far);
    for (item, _) in definition.items.iter().zip(asked).filter(|(_, asked)| *asked) {
        match &item.what {
            What::Score(_) => {}
            What::Heading | What::Text if fields.is_empty() => blocks.push(match item.what {
                What::Heading => Block::heading(item.text.clone()),
                _ => Block::paragraph(item.text.clone()),
            }),
            What::Heading | What::Text => hint.push(item.text.clone()),
            _ => {
                let lead = std::mem::take(&mut hint).join(" ");
                ask(words, item, lead, &mut fields);
            }
        }
    }
    let save = Press::Questionnaires(Intent::Save(url.to_owned()));
    let save = vec![Button::primary(say!(words, "save"), save)];
    blocks.push(Block::form(name, fields, save));
    blocks.extend(definition.copyright.clone().map(Block::small));
    Page {
        name: "questionnaires.fill".into(),
        title: definition.title.clone(),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// What is shown then, before anything else.
pub(super) fn help(words: &Words) -> Vec<Block> {
    vec![Block::inset(say!(words, "questions-harm")), help::crisis(words), help::emergency(words)]
}

fn ask(words: &Words, item: &Item, lead: String, fields: &mut Vec<Field>) {
    let mut question = Question::new(item.link.clone(), item.text.clone());
    if !lead.is_empty() {
        question = question.hint(lead);
    }
    if !item.required {
        question = question.optional();
    }
    let chosen = |value: &str| item.initial.iter().any(|initial| initial == value);
    let choice = |value: &str, label: String| Choice {
        value: value.to_owned(),
        label,
        hint: None,
        icon: None,
        chosen: chosen(value),
    };
    let initial = item.initial.first().cloned().unwrap_or_default();
    fields.push(match &item.what {
        What::YesNo => Field::Choice(ChoiceField {
            question,
            choices: vec![choice("true", say!(words, "yes")), choice("false", say!(words, "no"))],
        }),
        What::Number { decimals, least, most, unit, ends } => {
            let few = |(least, most): &(Number, Number)| most.floor() - least.floor() <= STEPS;
            let short = least.zip(*most).filter(|bounds| !decimals && few(bounds));
            if let Some((least, most)) = short {
                scale(question, (least, most), ends, &initial)
            } else {
                let question = match ends_in_words(words, (*least, *most), ends) {
                    Some(ends) => question.hint(ends),
                    None => question,
                };
                filled(Field::number(question, unit.clone(), *decimals), initial)
            }
        }
        What::Day => Field::Date(DateField { question, value: date(&initial) }),
        What::Time => Field::Time(TimeField { question, value: initial }),
        What::Words { long: true, most } => {
            let most = most.unwrap_or(answers::MAX_WORDS).min(answers::MAX_WORDS);
            filled(Field::long_text(question, 4, most), initial)
        }
        What::Choice { several, open, options } => {
            let mut choices: Vec<Choice> =
                options.iter().map(|one| choice(&one.value, one.text.clone())).collect();
            if *open {
                choices.push(choice(answers::OTHER, say!(words, "questions-other")));
            }
            let field = ChoiceField { question, choices };
            if *several { Field::Choices(field) } else { Field::Choice(field) }
        }
        _ => filled(Field::text(question), initial),
    });
    if let What::Choice { open: true, .. } = &item.what {
        let question =
            Question::new(answers::other(&item.link), say!(words, "questions-other-what"));
        fields.push(Field::text(question.optional()));
    }
}

/// The same with what stands there before anything is answered.
fn filled(mut field: Field, initial: String) -> Field {
    match &mut field {
        Field::Text(text) => text.value = initial,
        Field::LongText(text) => text.value = initial,
        Field::Number(number) => number.value = initial,
        _ => {}
    }
    field
}

fn scale(
    question: Question,
    (least, most): (Number, Number),
    (low, high): &(String, String),
    initial: &str,
) -> Field {
    Field::Scale(ScaleField {
        question,
        from: i32::try_from(least.floor()).unwrap_or_default(),
        to: i32::try_from(most.floor()).unwrap_or_default(),
        from_label: low.clone(),
        to_label: high.clone(),
        value: initial.parse().ok(),
    })
}

/// What the ends of a scale mean, where it is too long to be drawn: "0 is no pain".
fn ends_in_words(
    words: &Words,
    (least, most): (Option<Number>, Option<Number>),
    (low, high): &(String, String),
) -> Option<String> {
    let end = |number: Option<Number>, means: &String| {
        let number = number.filter(|_| !means.is_empty())?.to_string();
        Some(say!(words, "questions-end", number = number, means = means.as_str()))
    };
    let ends: Vec<String> = [end(least, low), end(most, high)].into_iter().flatten().collect();
    (!ends.is_empty()).then(|| ends.join(" "))
}

fn date(initial: &str) -> DateInput {
    let mut parts = initial.splitn(3, '-').map(|part| part.trim_start_matches('0').to_owned());
    let mut part = || parts.next().unwrap_or_default();
    let (year, month, day) = (part(), part(), part());
    DateInput { day, month, year }
}

/// Keeps the answers, and shows what they come to.
pub(super) fn save(url: &str, cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let may = cx.open.holding().filter(|holding| holding.may_write(Scope::Health));
    let Some(holding) = may else { return nothing() };
    let Some(definition) = known::find(holding, url) else { return nothing() };
    let name = form(holding, url);
    let draft = cx.open.forms.get(&name);
    let read = answers::read(words, &definition, &draft);
    let answers = match read {
        Ok(answers) => answers,
        Err(errors) => {
            let errors = errors.iter().map(|(link, why)| (link.as_str(), why.clone())).collect();
            cx.open.forms.refuse(&name, errors);
            return nothing();
        }
    };
    let Some(holding) = cx.open.holding() else { return nothing() };
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    let response = QuestionnaireResponse {
        questionnaire: definition.url.clone(),
        version: definition.version.clone(),
        title: definition.title.clone(),
        answers,
    };
    let id = act.create(&response, now);
    act.finish_form(&name);
    let notice = saving::notice(cx.open, words, holding);
    act.save(cx, Go::Instead(Place::Questionnaires(Screen::Answered(id))), Some(notice))
}

/// Whether what was answered calls for crisis help.
pub(super) fn called_for_help(holding: &Holding, response: &QuestionnaireResponse) -> bool {
    known::find(holding, &response.questionnaire)
        .is_some_and(|definition| harm::calls(&definition, &response.answers))
}
