//! What is being typed. It lives here until the person pauses, leaves the field
//! or presses anything; then the core has it, and keeps it.

import { useCallback, useEffect, useRef, useState } from "react";

import type { Input } from "../generated/types";
import { useCore, useSeen } from "./context";

/** How long a pause is, milliseconds. */
const PAUSE = 400;

const waiting = new Set<() => void>();

/** Sends everything typed and not yet sent. */
export function flushDrafts(): void {
  for (const flush of [...waiting]) flush();
}

type Draft<T> = {
  value: T;
  /** Changes it; the core hears at the next pause. */
  type(value: T): void;
  /** Changes it and tells the core at once. */
  choose(value: T): void;
  /** Tells the core now, if it does not know yet. */
  flush(): void;
};

/**
 * A field's value, edited here and kept by the core.
 *
 * The core's value is taken over only by a page that knows of everything sent
 * from here; an older page must not undo what was typed since.
 */
export function useDraft<T>(
  form: string,
  field: string,
  fromCore: T,
  toInput: (value: T) => Input,
  same: (a: T, b: T) => boolean = Object.is,
): Draft<T> {
  const core = useCore();
  const seen = useSeen();
  const [value, setValue] = useState(fromCore);
  const latest = useRef(value);
  const unsent = useRef(false);
  const sent = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const encode = useRef(toInput);
  encode.current = toInput;

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (!unsent.current) return;
    unsent.current = false;
    sent.current = core.input({ form, field, value: encode.current(latest.current) });
  }, [core, form, field]);

  const keep = useCallback((next: T) => {
    latest.current = next;
    unsent.current = true;
    setValue(next);
  }, []);

  const type = useCallback(
    (next: T) => {
      keep(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, PAUSE);
    },
    [keep, flush],
  );

  const choose = useCallback(
    (next: T) => {
      keep(next);
      flush();
    },
    [keep, flush],
  );

  useEffect(() => {
    waiting.add(flush);
    return () => {
      waiting.delete(flush);
      flush();
    };
  }, [flush]);

  useEffect(() => {
    if (unsent.current || seen < sent.current || same(latest.current, fromCore)) return;
    latest.current = fromCore;
    setValue(fromCore);
  }, [seen, fromCore, same]);

  return { value, type, choose, flush };
}
