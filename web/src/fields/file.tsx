//! A photo or file. A file larger than the field takes is not read: its name
//! and size go to the core, which says why.

import { useCore } from "../core/context";
import { readPicked, remember } from "../core/files";
import type { FileField } from "../generated/types";
import { Icon } from "../parts/icon";
import { words } from "../words";
import { Labelled } from "./frame";

export function FileQuestion({ form, field }: { form: string; field: FileField }) {
  const core = useCore();
  const { question } = field;

  async function pick(input: HTMLInputElement) {
    const [file] = input.files ?? [];
    if (!file) return;
    remember(form, question.id, file);
    const picked = await readPicked(file, field.max_bytes);
    core.file({ form, field: question.id, ...picked });
    // So that the same file can be picked again after it was changed.
    input.value = "";
  }

  return (
    <Labelled form={form} question={question}>
      {(tied) => (
        <div className="file">
          <input
            {...tied}
            name={question.id}
            className="file__input"
            type="file"
            accept={field.accept.join(",")}
            aria-describedby={
              [tied["aria-describedby"], `${tied.id}-picked`].filter(Boolean).join(" ")
            }
            onChange={(event) => void pick(event.target)}
          />
          <span className="button button--secondary file__button" aria-hidden="true">
            <Icon name="Upload" />
            {field.value ? words.chooseOther : words.chooseFile}
          </span>
          <span id={`${tied.id}-picked`} className="file__name">
            {field.value && (
              <>
                <Icon name="File" size={20} /> {words.chosenFile} <strong>{field.value}</strong>
              </>
            )}
          </span>
        </div>
      )}
    </Labelled>
  );
}
