//! Several lines of text, with a count near the end.

import { useDraft } from "../core/drafts";
import type { LongTextField } from "../generated/types";
import { words } from "../words";
import { Labelled } from "./frame";

/** The count is said once this much of the room is used. */
const NEAR = 0.75;

export function LongText({ form, field }: { form: string; field: LongTextField }) {
  const { question } = field;
  const draft = useDraft(form, question.id, field.value, (value) => ({ Text: value }));
  // As the core counts: characters, not the halves that JavaScript counts.
  const left = field.max - [...draft.value].length;
  const near = left < field.max * (1 - NEAR);
  return (
    <Labelled form={form} question={question}>
      {(tied) => (
        <>
          <textarea
            {...tied}
            name={question.id}
            className={`nhsuk-textarea${question.error ? " nhsuk-textarea--error" : ""}`}
            rows={Math.max(field.rows, 2)}
            value={draft.value}
            onChange={(event) => draft.type(event.target.value)}
            onBlur={draft.flush}
          />
          <p className={left < 0 ? "count count--over" : "count"} role="status">
            {near && (left < 0 ? words.charactersOver(-left) : words.charactersLeft(left))}
          </p>
        </>
      )}
    </Labelled>
  );
}
