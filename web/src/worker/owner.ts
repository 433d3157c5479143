//! The one worker that owns the core: hands it the events of every tab, and
//! every tab its pages.

import { WebCore } from "../../wasm/core.js";

import type { Launch, Request } from "../generated/types";
import { sealingKey } from "./key";
import { both, firstOf } from "./parts";
import type { Answer, Ask, Told } from "./protocol";

/** Where the owner's words go. */
export type Audience = {
  /** A page for every tab; `seen` has the last event of each tab. */
  page(page: string, seen: Record<string, number>): void;
  /** The core has had this event of this tab. */
  seen(tab: string, seq: number): void;
  /** Something for the tab that was pressed last to do. */
  ask(tab: string, ask: Ask): void;
  /** The core fell; nothing can be asked of it any more. */
  fell(): void;
};

/** Names the core's directory in the browser's private file system. */
const DIRECTORY = "what-matters";

export class Owner {
  readonly #core: WebCore;
  readonly #audience: Audience;
  #seen: Record<string, number> = {};
  #asked: string;
  /** Whether the core has shown anything yet. */
  #shows = false;
  /** What is for the core once it is whole; none when it is. */
  #waiting: (() => void)[] | null = null;

  private constructor(core: WebCore, audience: Audience, tab: string) {
    this.#core = core;
    this.#audience = audience;
    this.#asked = tab;
  }

  /** Starts the core. Only inside the lock: it opens the browser's files. */
  static async start(tab: string, seq: number, launch: Launch, audience: Audience): Promise<Owner> {
    const sealing = await keyOrNone();
    const key = sealing?.key ?? null;
    // Nothing was ever kept here: the first page is the same for everybody, and needs
    // half of the core. The person reads it while the other half comes.
    const begins =
      sealing?.made === true && launch.link === null && launch.place === null && !launch.gallery;
    const parts = begins ? await firstOf(() => audience.fell()) : null;
    if (!parts) await both();
    // The core says nothing before its first event.
    let owner: Owner;
    const core = await WebCore.create({
      // Without a key that outlives this page nothing may be kept.
      name: key === null || launch.gallery ? null : DIRECTORY,
      key: key ?? crypto.getRandomValues(new Uint8Array(32)),
      server: launch.gallery ? null : location.origin,
      onPage: (page) => owner.#show(page),
      onEffect: (request, content) => owner.#carryOut(JSON.parse(request) as Request, content),
    });
    owner = new Owner(core, audience, tab);
    owner.#seen[tab] = seq;
    owner.#tell({ Start: launch });
    if (parts) owner.#untilWhole(parts.rest);
    return owner;
  }

  /** A tab's event. */
  event(tab: string, seq: number, told: Told): void {
    if (this.#waits(() => this.event(tab, seq, told))) return;
    this.#seen[tab] = seq;
    if (typeof told === "object" && ("Press" in told || "Media" in told)) this.#asked = tab;
    this.#tell(told);
    this.#audience.seen(tab, seq);
  }

  /** What became of what a tab was asked. */
  answer(id: number, answer: Answer): void {
    if (this.#waits(() => this.answer(id, answer))) return;
    const { output, content } = answer;
    this.#guard(() => this.#core.resolve(id, JSON.stringify(output), content));
  }

  /** A tab that has just come, or whose owner has changed, wants the page. */
  hello(tab: string, seq: number): void {
    this.#seen[tab] = seq;
    // The first page will be for this tab too; until then it keeps what it has.
    if (this.#shows) this.#guard(() => this.#show(this.#core.view()));
  }

  /** Keeps what is told until the core is whole, in its order. */
  #untilWhole(rest: Promise<void>): void {
    const waiting: (() => void)[] = [];
    this.#waiting = waiting;
    void rest.then(() => {
      this.#waiting = null;
      for (const act of waiting) act();
    });
  }

  #waits(act: () => void): boolean {
    this.#waiting?.push(act);
    return this.#waiting !== null;
  }

  #tell(told: Told): void {
    this.#guard(() => {
      if (typeof told === "object" && "PickedFile" in told) {
        const { form, field, name, size, content } = told.PickedFile;
        this.#core.inputFile(form, field, name, size, content ?? undefined);
      } else {
        this.#core.update(JSON.stringify(told));
      }
    });
  }

  #show(page: string): void {
    this.#shows = true;
    this.#audience.page(page, this.#seen);
  }

  #carryOut({ id, effect }: Request, content: Uint8Array): void {
    if ("Render" in effect) return;
    this.#audience.ask(this.#asked, { id, operation: effect.Platform, content });
  }

  /** A core that fell takes its worker with it; a refused word is only lost. */
  #guard(act: () => void): void {
    try {
      act();
    } catch (fault) {
      if (fell(fault)) this.#audience.fell();
      else console.error("The core refused an event");
    }
  }
}

/** Whether a fault is the core's end, not its answer. */
export function fell(fault: unknown): boolean {
  return fault instanceof WebAssembly.RuntimeError;
}

async function keyOrNone(): Promise<{ key: Uint8Array; made: boolean } | null> {
  try {
    return await sealingKey();
  } catch {
    return null;
  }
}
