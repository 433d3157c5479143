//! One choice with its circle or box.

import type { Choice } from "../generated/types";
import { Icon } from "../parts/icon";
import { Said } from "../parts/said";

type Props = {
  kind: "radio" | "checkbox";
  id: string;
  name: string;
  choice: Choice;
  checked: boolean;
  onChange(): void;
};

export function Option({ kind, id, name, choice, checked, onChange }: Props) {
  const block = kind === "radio" ? "nhsuk-radios" : "nhsuk-checkboxes";
  return (
    <div className={`${block}__item`}>
      <input
        id={id}
        name={name}
        type={kind}
        className={`${block}__input`}
        aria-describedby={choice.hint ? `${id}-more` : undefined}
        value={choice.value}
        checked={checked}
        onChange={onChange}
      />
      <label className={`nhsuk-label ${block}__label`} htmlFor={id}>
        {choice.icon && <Icon name={choice.icon} size={22} />}
        <Said words={choice.label} />
      </label>
      {choice.hint && (
        <div className={`nhsuk-hint ${block}__hint`} id={`${id}-more`}>
          {choice.hint}
        </div>
      )}
    </div>
  );
}
