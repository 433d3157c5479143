//! Questions to answer. What is wrong is said at the top, with links to the
//! questions, and again at each of them.

import { useEffect, useRef } from "react";

import { useCore, useSeen } from "../core/context";
import { Field, fieldId, questionOf } from "../fields/field";
import type { Form as FormModel } from "../generated/types";
import { Button } from "../parts/button";
import type { Level } from "./block";

export function Form({ form, level }: { form: FormModel; level: Level }) {
  const core = useCore();
  const sent = useRef(0);
  // The number of the sending whose problem has had the focus; a problem that
  // was there from the start is not news.
  const focused = useRef(form.problem === null ? -1 : 0);
  const [first, ...others] = form.buttons;

  function submit(event: React.FormEvent) {
    event.preventDefault();
    if (first && "Press" in first.target) sent.current = core.press(first.target.Press);
  }

  return (
    <form noValidate className="form" onSubmit={submit}>
      {form.problem !== null && <Problem form={form} level={level} sent={sent} focused={focused} />}
      {form.fields.map((field) => (
        <Field key={questionOf(field).id} form={form.id} field={field} />
      ))}
      {first && (
        <div className="row form__buttons">
          <Button button={first} submits={"Press" in first.target} />
          {others.map((button, at) => (
            <Button key={at} button={button} />
          ))}
        </div>
      )}
    </form>
  );
}

type ProblemProps = { form: FormModel; level: Level; sent: React.RefObject<number>; focused: React.RefObject<number> };

/** The summary of errors. Takes the focus when it appears, and when the form was sent again in vain. */
function Problem({ form, level, sent, focused }: ProblemProps) {
  const seen = useSeen();
  const summary = useRef<HTMLDivElement>(null);
  const Title = `h${level}` as const;

  useEffect(() => {
    if (focused.current >= sent.current || seen < sent.current) return;
    focused.current = sent.current;
    summary.current?.focus();
  }, [seen, sent, focused]);

  const wrong = form.fields.map(questionOf).filter((question) => question.error !== null);
  return (
    <div className="nhsuk-error-summary" ref={summary} tabIndex={-1}>
      <div role="alert">
        <Title className="nhsuk-error-summary__title">{form.problem}</Title>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {wrong.map((question) => (
              <li key={question.id}>
                <button
                  type="button"
                  className="link link--error"
                  onClick={() => focusField(fieldId(form.id, question.id))}
                >
                  {question.error}
                </button>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

function focusField(id: string): void {
  const field = document.getElementById(id);
  field?.closest(".nhsuk-form-group")?.scrollIntoView({ block: "start" });
  field?.focus({ preventScroll: true });
}
