//! A time of day, with the browser's own control: it takes the person's own
//! clock, 12 or 24 hours, and always gives HH:MM.

import { useDraft } from "../core/drafts";
import type { TimeField } from "../generated/types";
import { Labelled } from "./frame";

export function Time({ form, field }: { form: string; field: TimeField }) {
  const { question } = field;
  const draft = useDraft(form, question.id, field.value, (value) => ({ Text: value }));
  return (
    <Labelled form={form} question={question}>
      {(tied) => (
        <input
          {...tied}
          name={question.id}
          className={`nhsuk-input time${question.error ? " nhsuk-input--error" : ""}`}
          type="time"
          value={draft.value}
          onChange={(event) => draft.type(event.target.value)}
          onBlur={draft.flush}
        />
      )}
    </Labelled>
  );
}
