//! A tab's end of the line to the core: starts the worker, starts it again when
//! it dies, sends events, and keeps the latest page for the view.

import type { Action, FieldInput, Launch, Page } from "../generated/types";
import type { FailReason, FromWorker, IncomingFile, Told, ToWorker } from "../worker/protocol";
import { carryOut } from "./ask";
import { flushDrafts, retellDrafts } from "./drafts";

/** What there is to show. */
export type Shown =
  | { kind: "starting"; again: boolean }
  /** `seen`: the last of this tab's events that the page knows of. */
  | { kind: "page"; page: Page; seen: number; again: boolean }
  | { kind: "failed"; reason: FailReason };

/** So many restarts within a minute mean that restarting does not help. */
const MOST_RESTARTS = 3;
const MINUTE = 60_000;

export class CoreLink {
  #launch: Launch;
  readonly #tab = crypto.randomUUID();
  #worker: Worker | null = null;
  #seq = 0;
  #shown: Shown = { kind: "starting", again: false };
  #listeners = new Set<() => void>();
  #restarts: number[] = [];

  constructor(launch: Launch) {
    this.#launch = { ...launch, place: launch.gallery ? null : lastPlace() };
    this.#start();
  }

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** For `useSyncExternalStore`. */
  readonly shown = (): Shown => this.#shown;

  /** A press: first everything typed and not yet sent, then the press. */
  press(action: Action): number {
    flushDrafts();
    void keepStorage();
    return this.send({ Press: action });
  }

  /** A field changed. */
  input(input: FieldInput): number {
    return this.send({ Input: input });
  }

  /** The person picked a file. */
  file(file: IncomingFile): number {
    return this.send({ PickedFile: file });
  }

  /** The bytes of what is on the page are wanted. */
  media(id: string): number {
    return this.send({ Media: id });
  }

  /** Sends an event and says its number, by which a page says that it knows of it. */
  send(event: Told): number {
    this.#seq += 1;
    this.#post({ kind: "event", seq: this.#seq, event });
    return this.#seq;
  }

  /** Starts from the beginning, because the person asked. */
  retry(): void {
    this.#restarts = [];
    this.#restart();
  }

  #start(): void {
    const worker = new Worker(new URL("../worker/worker.ts", import.meta.url), {
      type: "module",
      name: "what-matters",
    });
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#hear(worker, data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#died(worker);
    };
    this.#post({ kind: "start", tab: this.#tab, seq: this.#seq, launch: this.#launch });
  }

  #post(message: ToWorker): void {
    this.#worker?.postMessage(message);
  }

  #hear(worker: Worker, message: FromWorker): void {
    if (worker !== this.#worker) return;
    switch (message.kind) {
      case "alive":
        // Given to us only when the worker has let go of it: when it is gone,
        // whatever ended it.
        void navigator.locks.request(message.lock, () => this.#died(worker));
        return;
      case "page": {
        const page = JSON.parse(message.page) as Page;
        this.#launch.place = page.place;
        keepPlace(page.place);
        this.#show({ kind: "page", page, seen: message.seen, again: this.#restarts.length > 0 });
        return;
      }
      case "ask": {
        const { id, operation, content } = message.ask;
        void carryOut(operation, content).then((answer) => this.#post({ kind: "answer", id, ...answer }));
        return;
      }
      case "taken-over":
        retellDrafts();
        return;
      case "failed":
        this.#worker = null;
        worker.terminate();
        this.#show({ kind: "failed", reason: message.reason });
        return;
      default:
        message satisfies never;
    }
  }

  #died(worker: Worker): void {
    if (worker !== this.#worker) return;
    const now = Date.now();
    this.#restarts = this.#restarts.filter((at) => now - at < MINUTE);
    this.#restarts.push(now);
    if (this.#restarts.length > MOST_RESTARTS) {
      this.#worker = null;
      worker.terminate();
      this.#show({ kind: "failed", reason: "unknown" });
      return;
    }
    this.#restart();
  }

  #restart(): void {
    this.#worker?.terminate();
    this.#worker = null;
    // The page stays, with what is being typed on it: what is pressed meanwhile
    // waits for the next core, which goes on from here.
    const shown = this.#shown;
    if (shown.kind === "page") {
      this.#show({ ...shown, page: { ...shown.page, busy: true } });
    } else {
      this.#show({ kind: "starting", again: true });
    }
    this.#start();
    retellDrafts();
  }

  #show(shown: Shown): void {
    this.#shown = shown;
    for (const listener of this.#listeners) listener();
  }
}

/** Names where this visit is, for the browser's reload. Says nothing personal. */
const PLACE = "what-matters-place";

function lastPlace(): string | null {
  try {
    return sessionStorage.getItem(PLACE);
  } catch {
    return null;
  }
}

function keepPlace(place: string | null): void {
  try {
    if (place === null) sessionStorage.removeItem(PLACE);
    else sessionStorage.setItem(PLACE, place);
  } catch {
    // Without it a reload begins at the first page.
  }
}

let asked = false;

/**
 * Asks the browser to keep what is stored when space runs short. At a press,
 * because some browsers then ask the person.
 */
async function keepStorage(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    await navigator.storage?.persist?.();
  } catch {
    // A wish, not a need: the core says what was saved.
  }
}
