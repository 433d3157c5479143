//! A day, as three boxes: quicker than a picker for a day that is known, and
//! the same in every browser.

import { useDraft } from "../core/drafts";
import type { DateField, DateInput } from "../generated/types";
import { words } from "../words";
import { Grouped } from "./frame";

const PARTS = [
  { part: "day", label: words.day, width: 2 },
  { part: "month", label: words.month, width: 2 },
  { part: "year", label: words.year, width: 4 },
] as const;

export function DateQuestion({ form, field }: { form: string; field: DateField }) {
  const { question } = field;
  const draft = useDraft(form, question.id, field.value, (value) => ({ Date: value }), sameDay);
  return (
    <Grouped form={form} question={question}>
      {(tied) => (
        <div className="nhsuk-date-input">
          {PARTS.map(({ part, label, width }, at) => {
            const id = at === 0 ? tied.id : `${tied.id}-${part}`;
            return (
              <div className="nhsuk-date-input__item" key={part}>
                <label className="nhsuk-label nhsuk-date-input__label" htmlFor={id}>
                  {label}
                </label>
                <input
                  id={id}
                  name={`${question.id}-${part}`}
                  className={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${width}${question.error ? " nhsuk-input--error" : ""}`}
                  aria-invalid={tied["aria-invalid"]}
                  type="text"
                  inputMode="numeric"
                  autoComplete="off"
                  value={draft.value[part]}
                  onChange={(event) =>
                    draft.type({ ...draft.value, [part]: event.target.value })
                  }
                  onBlur={draft.flush}
                />
              </div>
            );
          })}
        </div>
      )}
    </Grouped>
  );
}

function sameDay(a: DateInput, b: DateInput): boolean {
  return a.day === b.day && a.month === b.month && a.year === b.year;
}
