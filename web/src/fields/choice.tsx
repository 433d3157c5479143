//! One of a few.

import { useDraft } from "../core/drafts";
import type { Choice as ChoiceModel, ChoiceField } from "../generated/types";
import { Grouped } from "./frame";
import { Option } from "./option";

export function Choice({ form, field }: { form: string; field: ChoiceField }) {
  const { question, choices } = field;
  const draft = useDraft(form, question.id, chosenOf(choices), (value) => ({
    Chosen: value === null ? [] : [value],
  }));
  return (
    <Grouped form={form} question={question}>
      {(tied) => (
        <div className="nhsuk-radios">
          {choices.map((choice, at) => (
            <Option
              key={choice.value}
              kind="radio"
              id={at === 0 ? tied.id : `${tied.id}-${at}`}
              name={tied.id}
              choice={choice}
              checked={draft.value === choice.value}
              onChange={() => draft.choose(choice.value)}
            />
          ))}
        </div>
      )}
    </Grouped>
  );
}

function chosenOf(choices: ChoiceModel[]): string | null {
  return choices.find((choice) => choice.chosen)?.value ?? null;
}
