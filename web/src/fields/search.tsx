//! One of many, found by typing. What fits stands below as buttons: they need
//! no other keys than Tab and Enter, and work by touch and by voice.

import { useDraft } from "../core/drafts";
import { useCore } from "../core/context";
import type { SearchField } from "../generated/types";
import { Icon } from "../parts/icon";
import { words } from "../words";
import { Labelled } from "./frame";

export function Search({ form, field }: { form: string; field: SearchField }) {
  const core = useCore();
  const { question, found } = field;
  const draft = useDraft(form, question.id, field.value, (value) => ({ Text: value }));

  function pick(value: string) {
    draft.flush();
    core.input({ form, field: question.id, value: { Chosen: [value] } });
  }

  return (
    <Labelled form={form} question={question}>
      {(tied) => (
        <div className="search">
          <div className="search__box">
            <Icon name="Search" />
            <input
              {...tied}
              name={question.id}
              className={`nhsuk-input${question.error ? " nhsuk-input--error" : ""}`}
              type="search"
              autoComplete="off"
              spellCheck={false}
              value={draft.value}
              onChange={(event) => draft.type(event.target.value)}
              onBlur={draft.flush}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                // Looks for it; does not send the form.
                event.preventDefault();
                draft.flush();
              }}
            />
          </div>
          <p className="count" role="status">
            {field.value !== "" && words.found(found.length)}
          </p>
          {found.length > 0 && (
            <ul className="search__found">
              {found.map((choice) => (
                <li key={choice.value}>
                  <button
                    type="button"
                    className="search__one"
                    aria-pressed={choice.chosen}
                    onClick={() => pick(choice.value)}
                  >
                    {choice.icon && <Icon name={choice.icon} />}
                    <span>
                      {choice.label}
                      {choice.hint && <span className="quiet search__hint">{choice.hint}</span>}
                    </span>
                    {choice.chosen && <Icon name="Check" />}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Labelled>
  );
}
