//! What stands around every control: the question, its help, what is wrong.

import type { ReactNode } from "react";

import type { Question } from "../generated/types";
import { Said } from "../parts/said";
import { words } from "../words";
import { fieldId } from "./field";

/** The attributes that tie a control to its words. */
export type Tied = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

type Props = { form: string; question: Question; children: (tied: Tied) => ReactNode };

/** Around one control: a label. */
export function Labelled({ form, question, children }: Props) {
  const tied = tie(form, question);
  return (
    <div className={groupClass(question)}>
      <label className="nhsuk-label" htmlFor={tied.id}>
        <Said words={question.label} />
      </label>
      <Words id={tied.id} question={question} />
      {children(tied)}
    </div>
  );
}

/** Around several controls: a fieldset. Its words are said on entering it. */
export function Grouped({ form, question, children }: Props) {
  const tied = tie(form, question);
  return (
    <div className={groupClass(question)}>
      <fieldset className="nhsuk-fieldset" aria-describedby={tied["aria-describedby"]}>
        <legend className="nhsuk-fieldset__legend">
          <Said words={question.label} />
        </legend>
        <Words id={tied.id} question={question} />
        {children(tied)}
      </fieldset>
    </div>
  );
}

function tie(form: string, question: Question): Tied {
  const id = fieldId(form, question.id);
  const told = [question.hint && `${id}-hint`, question.error && `${id}-error`].filter(Boolean);
  return {
    id,
    "aria-describedby": told.length > 0 ? told.join(" ") : undefined,
    "aria-invalid": question.error ? true : undefined,
  };
}

function groupClass(question: Question): string {
  return question.error ? "nhsuk-form-group nhsuk-form-group--error" : "nhsuk-form-group";
}

function Words({ id, question }: { id: string; question: Question }) {
  return (
    <>
      {question.hint && (
        <div className="nhsuk-hint" id={`${id}-hint`}>
          {question.hint}
        </div>
      )}
      {question.error && (
        <span className="nhsuk-error-message" id={`${id}-error`}>
          <span className="nhsuk-u-visually-hidden">{words.error} </span>
          {question.error}
        </span>
      )}
    </>
  );
}
