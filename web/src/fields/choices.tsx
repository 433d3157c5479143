//! Any of a few.

import { useDraft } from "../core/drafts";
import type { ChoiceField } from "../generated/types";
import { Grouped } from "./frame";
import { Option } from "./option";

export function Choices({ form, field }: { form: string; field: ChoiceField }) {
  const { question, choices } = field;
  const chosen = choices.filter((choice) => choice.chosen).map((choice) => choice.value);
  const draft = useDraft(form, question.id, chosen, (value) => ({ Chosen: value }), sameList);

  function toggle(value: string) {
    // In the order of the choices, whatever the order of pressing.
    const on = new Set(draft.value);
    if (!on.delete(value)) on.add(value);
    draft.choose(choices.map((choice) => choice.value).filter((each) => on.has(each)));
  }

  return (
    <Grouped form={form} question={question}>
      {(tied) => (
        <div className="nhsuk-checkboxes">
          {choices.map((choice, at) => (
            <Option
              key={choice.value}
              kind="checkbox"
              id={at === 0 ? tied.id : `${tied.id}-${at}`}
              name={tied.id}
              choice={choice}
              checked={draft.value.includes(choice.value)}
              onChange={() => toggle(choice.value)}
            />
          ))}
        </div>
      )}
    </Grouped>
  );
}

function sameList(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}
