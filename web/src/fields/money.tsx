//! An amount in pounds.

import type { MoneyField } from "../generated/types";
import { words } from "../words";
import { Figure } from "./figure";

export function Money({ form, field }: { form: string; field: MoneyField }) {
  const { question, value } = field;
  return <Figure form={form} question={question} value={value} decimals before={words.pounds} />;
}
