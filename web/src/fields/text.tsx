//! One line of text.

import { useState } from "react";

import { useDraft } from "../core/drafts";
import type { TextField, TextPurpose } from "../generated/types";
import { words } from "../words";
import { Labelled } from "./frame";

type Help = {
  autoComplete: string;
  type?: "password" | "url";
  autoCapitalize?: string;
  spellCheck?: boolean;
};

const HELP: Record<TextPurpose, Help> = {
  Plain: { autoComplete: "off" },
  Username: { autoComplete: "username", autoCapitalize: "none", spellCheck: false },
  Password: { autoComplete: "current-password", type: "password", spellCheck: false },
  NewPassword: { autoComplete: "new-password", type: "password", spellCheck: false },
  Name: { autoComplete: "name", spellCheck: false },
  Code: { autoComplete: "off", autoCapitalize: "characters", spellCheck: false },
  Address: { autoComplete: "url", type: "url", autoCapitalize: "none", spellCheck: false },
};

export function TextQuestion({ form, field }: { form: string; field: TextField }) {
  const { question, purpose } = field;
  const draft = useDraft(form, question.id, field.value, (value) => ({ Text: value }));
  const [shown, setShown] = useState(false);
  const { type = "text", ...help } = HELP[purpose];
  const secret = type === "password";
  return (
    <Labelled form={form} question={question}>
      {(tied) => (
        <div className="field">
          <input
            {...tied}
            {...help}
            name={question.id}
            className={`nhsuk-input${purpose === "Code" ? " nhsuk-input--code" : ""}${question.error ? " nhsuk-input--error" : ""}`}
            type={secret && shown ? "text" : type}
            value={draft.value}
            onChange={(event) => draft.type(event.target.value)}
            onBlur={draft.flush}
          />
          {secret && (
            <button
              type="button"
              className="button button--secondary field__side"
              aria-label={shown ? words.hidePassword : words.showPassword}
              onClick={() => setShown(!shown)}
            >
              {shown ? words.hide : words.show}
            </button>
          )}
        </div>
      )}
    </Labelled>
  );
}
