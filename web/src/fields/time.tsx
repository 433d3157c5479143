//! A time of day, with the browser's own control: it takes the person's own
//! clock, 12 or 24 hours, and always gives HH:MM. Filled in by half (no AM or PM yet)
//! it gives nothing at all, which must not pass for "left empty".

import { useDraft } from "../core/drafts";
import type { TimeField } from "../generated/types";
import { words } from "../words";
import { Labelled } from "./frame";

/** What the core hears of a time that is filled in by half: no time, and not nothing. */
const HALF = "?";

export function Time({ form, field }: { form: string; field: TimeField }) {
  const { question } = field;
  const draft = useDraft(form, question.id, field.value, (value) => ({ Text: value }));
  const half = draft.value === HALF;
  const look = ({ validity, value }: HTMLInputElement) => {
    const now = validity.badInput ? HALF : value;
    if (now !== draft.value) draft.type(now);
  };
  return (
    <Labelled form={form} question={question}>
      {(tied) => (
        <>
          <input
            {...tied}
            name={question.id}
            className={`nhsuk-input time${question.error ? " nhsuk-input--error" : ""}`}
            type="time"
            value={half ? "" : draft.value}
            onChange={(event) => look(event.currentTarget)}
            // While it is filled in by half, the browser tells of no change.
            onKeyUp={(event) => look(event.currentTarget)}
            onBlur={(event) => {
              look(event.currentTarget);
              draft.flush();
            }}
          />
          <span className="nhsuk-hint" role="status">
            {half && words.timeHalf}
          </span>
        </>
      )}
    </Labelled>
  );
}
