//! Buttons in a row.

import type { Buttons as ButtonsModel } from "../generated/types";
import { ButtonRow } from "../parts/button";

export function Buttons({ buttons }: { buttons: ButtonsModel }) {
  return <ButtonRow buttons={buttons.buttons} label={buttons.label} />;
}
