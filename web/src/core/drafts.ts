//! What is being typed. It lives here for a moment at most; then the core has it,
//! and keeps it. Should the core die, it is told again what stands here.

import { useCallback, useEffect, useRef, useState } from "react";

import type { Input } from "../generated/types";
import { useCore, useSeen } from "./context";

/**
 * The core hears of typing at most so often, in milliseconds. It is what a
 * browser that is closed in the middle of a word can lose.
 */
const BEAT = 150;

const waiting = new Set<() => void>();
const told = new Set<() => void>();

/** Sends everything typed and not yet sent. */
export function flushDrafts(): void {
  for (const flush of [...waiting]) flush();
}

/**
 * Sends everything typed on this page once more: another core has taken over,
 * and may not have what the one before it was told last.
 */
export function retellDrafts(): void {
  for (const retell of [...told]) retell();
}

type Draft<T> = {
  value: T;
  /** Changes it; the core hears in a moment. */
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
  /** Typed here, whether or not the core knows. */
  const typed = useRef(false);
  const sent = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const encode = useRef(toInput);
  encode.current = toInput;

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!unsent.current) return;
    unsent.current = false;
    sent.current = core.input({ form, field, value: encode.current(latest.current) });
  }, [core, form, field]);

  const keep = useCallback((next: T) => {
    latest.current = next;
    unsent.current = true;
    typed.current = true;
    setValue(next);
  }, []);

  const type = useCallback(
    (next: T) => {
      keep(next);
      if (timer.current !== undefined) return;
      timer.current = setTimeout(() => {
        timer.current = undefined;
        flush();
      }, BEAT);
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
    const retell = () => {
      unsent.current ||= typed.current;
      flush();
    };
    waiting.add(flush);
    told.add(retell);
    return () => {
      waiting.delete(flush);
      told.delete(retell);
      flush();
    };
  }, [flush]);

  useEffect(() => {
    if (unsent.current || seen < sent.current || same(latest.current, fromCore)) return;
    latest.current = fromCore;
    typed.current = false;
    setValue(fromCore);
  }, [seen, fromCore, same]);

  return { value, type, choose, flush };
}
