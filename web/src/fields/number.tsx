//! A number with its unit.

import type { NumberField } from "../generated/types";
import { Figure } from "./figure";

export function NumberQuestion({ form, field }: { form: string; field: NumberField }) {
  const { question, value, decimals, unit } = field;
  return <Figure form={form} question={question} value={value} decimals={decimals} after={unit} />;
}
