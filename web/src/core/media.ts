//! Pictures, sound and film on the page: their bytes come from the core in parts, and
//! have an address in this page for as long as it shows them.

import { useEffect, useState } from "react";

import type { MediaChunk, MediaShown, MediaState } from "../generated/types";
import { useCore } from "./context";

type Waiting = { parts: Uint8Array<ArrayBuffer>[]; length: number; show: (blob: Blob) => void };

/** What is on the page and has not come yet, by its id. */
const waiting = new Map<string, Set<Waiting>>();

/** Waits for the bytes of one; stops when what it returns is called. */
export function awaitMedia(id: string, show: (blob: Blob) => void): () => void {
  const one: Waiting = { parts: [], length: 0, show };
  const all = waiting.get(id) ?? new Set();
  waiting.set(id, all.add(one));
  return () => {
    all.delete(one);
    if (all.size === 0) waiting.delete(id);
  };
}

/** Takes some of them. What all of them are was checked by the core when the last comes. */
export function takeMedia(chunk: MediaChunk, content: Uint8Array): MediaShown {
  const all = waiting.get(chunk.id);
  let taken = false;
  for (const one of all ?? []) {
    // From the beginning again, where the core was asked twice.
    if (chunk.offset === 0) [one.parts, one.length] = [[], 0];
    if (chunk.offset !== one.length) continue;
    taken = true;
    one.parts.push(new Uint8Array(content));
    one.length += content.length;
    if (one.length === chunk.bytes) {
      all?.delete(one);
      one.show(new Blob(one.parts, { type: chunk.media_type }));
    }
  }
  return taken ? "Taken" : "Unwanted";
}

/** The address of one, while it is on the page; none until its bytes are here. */
export function useMedia(id: string, state: MediaState): string | null {
  const core = useCore();
  const [address, setAddress] = useState<string | null>(null);
  const asked = state === "Here" || state === "Wanted";
  useEffect(() => {
    if (!asked) return;
    let made: string | null = null;
    const stop = awaitMedia(id, (blob) => {
      made = URL.createObjectURL(blob);
      setAddress(made);
    });
    core.media(id);
    return () => {
      stop();
      if (made) URL.revokeObjectURL(made);
      setAddress(null);
    };
    // Wanted, then here: what was fetched is asked for once more.
  }, [core, id, asked, state]);
  return address;
}
