//! A row of numbers to press, with what the first and the last mean.

import { useDraft } from "../core/drafts";
import type { ScaleField } from "../generated/types";
import { Grouped } from "./frame";

export function Scale({ form, field }: { form: string; field: ScaleField }) {
  const { question, from, to } = field;
  const draft = useDraft(form, question.id, field.value, (value) => ({
    Text: value === null ? "" : String(value),
  }));
  const numbers = Array.from({ length: Math.max(to - from + 1, 0) }, (_, at) => from + at);
  const meaning = (value: number) =>
    value === from ? field.from_label : value === to ? field.to_label : "";
  return (
    <Grouped form={form} question={question}>
      {(tied) => (
        <>
          <div className="scale">
            {numbers.map((value, at) => {
              const id = at === 0 ? tied.id : `${tied.id}-${value}`;
              return (
                <div className="scale__item" key={value}>
                  <input
                    id={id}
                    name={tied.id}
                    type="radio"
                    className="scale__input"
                    value={value}
                    checked={draft.value === value}
                    onChange={() => draft.choose(value)}
                  />
                  <label className="scale__label" htmlFor={id}>
                    {value}
                    {meaning(value) && <span className="hidden">, {meaning(value)}</span>}
                  </label>
                </div>
              );
            })}
          </div>
          <div className="scale__ends quiet" aria-hidden="true">
            <span>
              {from}: {field.from_label}
            </span>
            <span>
              {to}: {field.to_label}
            </span>
          </div>
        </>
      )}
    </Grouped>
  );
}
