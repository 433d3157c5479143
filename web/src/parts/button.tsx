//! A button of a page.

import type { Button as ButtonModel, ButtonStyle } from "../generated/types";
import { Icon } from "./icon";
import { Picture, usePicture } from "./said";
import { Leads } from "./target";

const STYLES: Record<ButtonStyle, string> = {
  Primary: "button button--primary",
  Secondary: "button button--secondary",
  Quiet: "button button--quiet",
  Warning: "button button--warning",
};

export function Button({ button, submits = false }: { button: ButtonModel; submits?: boolean }) {
  const picture = usePicture(button.label);
  const chip = button.chosen !== null;
  return (
    <Leads
      target={button.target}
      className={chip ? "chip" : STYLES[button.style]}
      spoken={button.spoken}
      chosen={button.chosen}
      submits={submits}
    >
      {picture ? <Picture name={picture} /> : button.icon && <Icon name={button.icon} />}
      <span>{button.label}</span>
    </Leads>
  );
}

/** Buttons in a row that wraps. */
export function ButtonRow({ buttons, label }: { buttons: ButtonModel[]; label?: string | null }) {
  if (buttons.length === 0) return null;
  return (
    <div className="row" role={label ? "group" : undefined} aria-label={label ?? undefined}>
      {buttons.map((button, at) => (
        <Button key={at} button={button} />
      ))}
    </div>
  );
}
