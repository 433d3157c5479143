//! A figure with its unit before or after it: numbers and money.

import { useDraft } from "../core/drafts";
import type { Question } from "../generated/types";
import { Labelled } from "./frame";

type Props = {
  form: string;
  question: Question;
  value: string;
  decimals: boolean;
  before?: string;
  after?: string;
};

export function Figure({ form, question, value, decimals, before, after }: Props) {
  const draft = useDraft(form, question.id, value, (typed) => ({ Text: typed }));
  return (
    <Labelled form={form} question={question}>
      {(tied) => (
        <div className="nhsuk-input-wrapper">
          {before && (
            <div className="nhsuk-input-wrapper__prefix" id={`${tied.id}-unit`}>
              {before}
            </div>
          )}
          <input
            {...tied}
            aria-describedby={
              [tied["aria-describedby"], (before || after) && `${tied.id}-unit`]
                .filter(Boolean)
                .join(" ") || undefined
            }
            name={question.id}
            // Text, not a number field: those drop what they cannot read, and
            // change their value under a turning wheel.
            className={`nhsuk-input nhsuk-input--width-5${question.error ? " nhsuk-input--error" : ""}`}
            type="text"
            inputMode={decimals ? "decimal" : "numeric"}
            autoComplete="off"
            spellCheck={false}
            value={draft.value}
            onChange={(event) => draft.type(event.target.value)}
            onBlur={draft.flush}
          />
          {after && (
            <div className="nhsuk-input-wrapper__suffix" id={`${tied.id}-unit`}>
              {after}
            </div>
          )}
        </div>
      )}
    </Labelled>
  );
}
