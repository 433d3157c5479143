//! Files to and from the person.

import type { FilePart, Handed, OutgoingFile } from "../generated/types";
import type { IncomingFile } from "../worker/protocol";

/** Long enough for every browser to have begun the download. */
const KEEP_ADDRESS_MS = 60_000;

/** Offers a file as a download. */
export function handOver(file: OutgoingFile, content: Uint8Array): Handed {
  try {
    const bytes = new Uint8Array(content);
    const address = URL.createObjectURL(new Blob([bytes], { type: file.media_type }));
    const link = document.createElement("a");
    link.href = address;
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), KEEP_ADDRESS_MS);
    return "Saved";
  } catch {
    return "Failed";
  }
}

/** The file that was picked last, and where. */
let last: { form: string; field: string; file: File } | null = null;

/** Remembers a picked file: the core may ask for parts of it. */
export function remember(form: string, field: string, file: File): void {
  last = { form, field, file };
}

/** A part of the file that was picked last. A browser does not read one that was changed since. */
export async function readPart(part: FilePart): Promise<Uint8Array | "Changed" | "Gone"> {
  if (last?.form !== part.form || last.field !== part.field) return "Gone";
  const { file } = last;
  if (file.size !== part.size) return "Changed";
  const { offset, length } = part;
  try {
    return new Uint8Array(await file.slice(offset, offset + length).arrayBuffer());
  } catch (fault) {
    return fault instanceof DOMException && fault.name === "NotReadableError" ? "Changed" : "Gone";
  }
}

/** Reads a picked file, unless it is larger than the field takes. */
export async function readPicked(
  file: File,
  maxBytes: number,
): Promise<Pick<IncomingFile, "name" | "size" | "content">> {
  const { name, size } = file;
  if (size > maxBytes) return { name, size, content: null };
  return { name, size, content: new Uint8Array(await file.arrayBuffer()) };
}
