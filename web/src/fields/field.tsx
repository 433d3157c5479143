//! One question of a form.

import type { Field as FieldModel, Question } from "../generated/types";
import { Choice } from "./choice";
import { Choices } from "./choices";
import { DateQuestion } from "./date";
import { FileQuestion } from "./file";
import { LongText } from "./long-text";
import { Money } from "./money";
import { NumberQuestion } from "./number";
import { Person } from "./person";
import { Scale } from "./scale";
import { Search } from "./search";
import { TextQuestion } from "./text";
import { Time } from "./time";

/** The id of a question's first control, where a link to its error leads. */
export function fieldId(form: string, field: string): string {
  return `${form}.${field}`;
}

export function questionOf(field: FieldModel): Question {
  return Object.values(field as Record<string, { question: Question }>)[0]!.question;
}

export function Field({ form, field }: { form: string; field: FieldModel }) {
  if ("Text" in field) return <TextQuestion form={form} field={field.Text} />;
  if ("LongText" in field) return <LongText form={form} field={field.LongText} />;
  if ("Number" in field) return <NumberQuestion form={form} field={field.Number} />;
  if ("Money" in field) return <Money form={form} field={field.Money} />;
  if ("Date" in field) return <DateQuestion form={form} field={field.Date} />;
  if ("Time" in field) return <Time form={form} field={field.Time} />;
  if ("Choice" in field) return <Choice form={form} field={field.Choice} />;
  if ("Choices" in field) return <Choices form={form} field={field.Choices} />;
  if ("Search" in field) return <Search form={form} field={field.Search} />;
  if ("Scale" in field) return <Scale form={form} field={field.Scale} />;
  if ("File" in field) return <FileQuestion form={form} field={field.File} />;
  if ("Person" in field) return <Person form={form} field={field.Person} />;
  return field satisfies never;
}
