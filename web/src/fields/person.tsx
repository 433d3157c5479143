//! One of the people of the record: a choice of one.

import type { ChoiceField } from "../generated/types";
import { Choice } from "./choice";

export function Person({ form, field }: { form: string; field: ChoiceField }) {
  const choices = field.choices.map((choice) => ({ ...choice, icon: choice.icon ?? "Person" }) as const);
  return <Choice form={form} field={{ question: field.question, choices }} />;
}
