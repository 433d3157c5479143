//! What a tab and its worker say to each other, and what the workers of several
//! tabs say among themselves. Pages travel as the JSON that the core wrote: a
//! string is cheaper to hand over than the tree that it describes.

import type { Event, Launch, PlatformOperation, PlatformOutput } from "../generated/types";

/** A file that the person picked; `content` is null where it is larger than its field takes. */
export type IncomingFile = {
  form: string;
  field: string;
  name: string;
  size: number;
  content: Uint8Array | null;
};

/** What a tab tells the core. A file's bytes would be long as JSON, so they go beside it. */
export type Told = Event | { PickedFile: IncomingFile };

/** What the core asks of the browser; a file's bytes are beside it. */
export type Ask = { id: number; operation: PlatformOperation; content: Uint8Array };

/** What became of what was asked; the part of a file that was read is beside it. */
export type Answer = { output: PlatformOutput; content?: Uint8Array };

/** From a tab to its worker. */
export type ToWorker =
  /** Sent once, first. `tab` names the tab among the open ones; `seq` is its last event. */
  | { kind: "start"; tab: string; seq: number; launch: Launch }
  /** `seq` counts the tab's events from 1. */
  | { kind: "event"; seq: number; event: Told }
  /** What became of what was asked. */
  | ({ kind: "answer"; id: number } & Answer);

/** From a worker to its tab. */
export type FromWorker =
  /** The worker runs, and holds the lock of this name for as long as it does. */
  | { kind: "alive"; lock: string }
  /** The page now; `seen` is the last event of this tab that it knows of. */
  | { kind: "page"; page: string; seen: number }
  /** Do this, and answer. */
  | { kind: "ask"; ask: Ask }
  /** Another worker owns the core now: it may not know what was typed last. */
  | { kind: "taken-over" }
  /** The core cannot start here. */
  | { kind: "failed"; reason: FailReason };

/** Why the core cannot start. */
export type FailReason = "too-old" | "unknown";

/** Among the workers: from one that does not own the core to the one that does. */
export type ToOwner =
  /** "I am here, and the last of my events that was heard is this"; answered by the page. */
  | { to: "owner"; kind: "hello"; tab: string; seq: number }
  | { to: "owner"; kind: "event"; tab: string; seq: number; event: Told }
  | ({ to: "owner"; kind: "answer"; id: number } & Answer);

/** Among the workers: from the owner to all. */
export type FromOwner =
  /** A new owner; the others say hello. */
  | { to: "all"; kind: "owner" }
  | { to: "all"; kind: "page"; page: string; seen: Record<string, number> }
  /** The core has had this event of this tab. */
  | { to: "all"; kind: "seen"; tab: string; seq: number }
  | { to: "all"; kind: "ask"; tab: string; ask: Ask };

export type AmongWorkers = ToOwner | FromOwner;
