//! A right that ended while somebody wrote: nothing is kept, what was typed stays, and
//! what they may do now is said.

use super::rights::{Right, right, said};
use super::{nothing, part, person, seconds};
use crate::app::Cmd;
use crate::forms::{Draft, Forms};
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::when;
use crate::words::say;

/// As what the form was opened: not shown, and not kept with what it says.
const AS: &str = "as";
const DECIDES: &str = "decides";
const PROPOSES: &str = "proposes";

/// A form is opened by a side that may do this.
pub(crate) fn opens(forms: &mut Forms, form: &str, right: Right) {
    forms.set(form, AS, if right == Right::Decides { DECIDES } else { PROPOSES });
}

/// Why nothing can be kept: what was typed stays.
pub(crate) fn refused(holding: &Holding, draft: &Draft, view: View<'_>) -> Option<String> {
    let words = view.words;
    let now = seconds(view);
    match right(holding, now) {
        Right::Reads => Some(say!(words, "plan-no-right", name = person(view))),
        Right::Proposes if draft.text(AS) == DECIDES => {
            let mine = said(holding).into_iter().rev();
            let mut mine = mine.map(|(entry, _)| entry.value);
            let until = mine.find(|proxy| proxy.member == holding.about.member);
            let day = until.and_then(|proxy| proxy.until).filter(|until| *until <= now);
            Some(match day {
                Some(until) => {
                    let wall = when::wall_at(until - 1, &view.now.zone);
                    let day = part::day(words, wall.date());
                    say!(words, "plan-right-ended-on", name = person(view), day = day)
                }
                None => say!(words, "plan-right-ended", name = person(view)),
            })
        }
        Right::Proposes | Right::Decides => None,
    }
}

/// Says so beside a field; pressed again, it is proposed.
pub(crate) fn refuse(cx: &mut Cx<'_>, form: &str, field: &'static str, why: String) -> Cmd {
    cx.open.forms.refuse(form, vec![(field, why)]);
    cx.open.forms.set(form, AS, PROPOSES);
    nothing()
}
