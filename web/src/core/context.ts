//! How the drawing reaches the core.

import { createContext, useContext } from "react";

import type { Action, FieldInput } from "../generated/types";
import type { IncomingFile } from "../worker/protocol";

/** What a block or field may ask for. */
export type Core = {
  /** Sends what was typed, then the press; gives the event's number. */
  press(action: Action): number;
  /** Sends a field's value; gives the event's number. */
  input(input: FieldInput): number;
  /** Sends a picked file; gives the event's number. */
  file(file: IncomingFile): number;
  /** Asks for the bytes of what is on the page; gives the event's number. */
  media(id: string): number;
};

export const CoreContext = createContext<Core>({
  press: () => 0,
  input: () => 0,
  file: () => 0,
  media: () => 0,
});

/** The number of this tab's last event that the page on show knows of. */
export const SeenContext = createContext(0);

/** The language of the words on the page. */
export const LanguageContext = createContext("en-GB");

/** Easy Read: the picture beside each of the words that have one. */
export const PicturesContext = createContext<ReadonlyMap<string, string>>(new Map());

export function useCore(): Core {
  return useContext(CoreContext);
}

export function useSeen(): number {
  return useContext(SeenContext);
}
