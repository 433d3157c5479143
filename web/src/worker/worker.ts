//! The worker of one tab.
//!
//! The workers of all tabs elect one owner of the core: whoever holds the lock,
//! for as long as it lives. The browser's files are opened only inside it. The
//! others pass events to the owner and its pages to their tab; when the owner
//! goes, the next in line takes over.

import type { Launch, Page } from "../generated/types";
import { fell, Owner } from "./owner";
import type { AmongWorkers, FromWorker, Told, ToWorker } from "./protocol";

/** A dedicated worker's own global, which the DOM's types hide. */
const here = self as unknown as DedicatedWorkerGlobalScope;

/** `seq`: the last of our events that an owner has had. */
type Start = { tab: string; seq: number; launch: Launch };

let me: Start | null = null;
/** Our events that no owner has confirmed: the next one gets them again. */
let unheard: { seq: number; event: Told }[] = [];
let owner: Owner | null = null;
/** The last page that anybody showed: where the next owner goes on. */
let latest: string | null = null;
let others: BroadcastChannel | null = null;

here.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case "start":
      void start(data);
      return;
    case "event":
      if (!me) return;
      unheard.push({ seq: data.seq, event: data.event });
      pass(data.seq, data.event);
      return;
    case "answer":
      if (owner) owner.answer(data.id, data);
      else tell({ ...data, to: "owner" });
      return;
    default:
      data satisfies never;
  }
};

// A core can also fall between events, while it waits for something.
here.addEventListener("error", (event) => {
  if (fell(event.error)) fall();
});
here.addEventListener("unhandledrejection", (event) => {
  if (fell(event.reason)) fall();
});

async function start({ tab, seq, launch }: Start): Promise<void> {
  me = { tab, seq, launch };
  if (!("locks" in navigator) || !("BroadcastChannel" in here)) {
    say({ kind: "failed", reason: "too-old" });
    return;
  }
  // The gallery neither keeps nor shares anything, and is not in the app's way.
  const name = launch.gallery ? `what-matters-gallery-${tab}` : "what-matters";
  const alive = `${name}-worker-${crypto.randomUUID()}`;
  void navigator.locks.request(alive, () => {
    say({ kind: "alive", lock: alive });
    return forever();
  });

  others = new BroadcastChannel(name);
  others.onmessage = ({ data }: MessageEvent<AmongWorkers>) => hear(data);
  hello();

  await navigator.locks.request(name, async () => {
    if (!(await own())) return;
    await forever();
  });
}

/** Becomes the owner; says whether it did. */
async function own(): Promise<boolean> {
  if (!me) return false;
  try {
    const launch = latest === null ? me.launch : { ...me.launch, place: placeOf(latest) };
    owner = await Owner.start(me.tab, me.seq, launch, {
      page(page, seen) {
        if (me) say({ kind: "page", page, seen: seen[me.tab] ?? 0 });
        tell({ to: "all", kind: "page", page, seen });
      },
      ask(tab, ask) {
        if (tab === me?.tab) say({ kind: "ask", ask });
        else tell({ to: "all", kind: "ask", tab, ask });
      },
      seen(tab, seq) {
        if (tab === me?.tab) heard(seq);
        else tell({ to: "all", kind: "seen", tab, seq });
      },
      fell: fall,
    });
  } catch (fault) {
    console.error("The core did not start", fault instanceof Error ? fault.name : "");
    if (fell(fault)) fall();
    else say({ kind: "failed", reason: "unknown" });
    return false;
  }
  tell({ to: "all", kind: "owner" });
  takenOver();
  return true;
}

function hear(message: AmongWorkers): void {
  if (!me) return;
  if (message.to === "owner") {
    if (!owner) return;
    if (message.kind === "event") owner.event(message.tab, message.seq, message.event);
    else if (message.kind === "answer") owner.answer(message.id, message);
    else owner.hello(message.tab, message.seq);
  } else if (message.kind === "owner") {
    hello();
    takenOver();
  } else if (message.kind === "seen") {
    if (message.tab === me.tab) heard(message.seq);
  } else if (message.kind === "page") {
    const seen = message.seen[me.tab];
    // Without our number the page is from before our hello; the answer follows.
    latest = message.page;
    if (seen !== undefined) say({ kind: "page", page: message.page, seen });
  } else if (message.tab === me.tab) {
    say({ kind: "ask", ask: message.ask });
  }
}

function hello(): void {
  if (me) tell({ to: "owner", kind: "hello", tab: me.tab, seq: me.seq });
}

function pass(seq: number, event: Told): void {
  if (!me) return;
  if (owner) owner.event(me.tab, seq, event);
  else tell({ to: "owner", kind: "event", tab: me.tab, seq, event });
}

/** The tab tells again what is typed; what was said to nobody is said again. */
function takenOver(): void {
  say({ kind: "taken-over" });
  passAgain();
}

function placeOf(page: string): string | null {
  return (JSON.parse(page) as Page).place;
}

/** What was said while nobody owned the core is not lost. */
function passAgain(): void {
  for (const { seq, event } of [...unheard]) pass(seq, event);
}

function heard(seq: number): void {
  unheard = unheard.filter((each) => each.seq > seq);
  if (me) me.seq = Math.max(me.seq, seq);
}

/** Ends this worker; its locks go with it, and its tab starts another. */
function fall(): void {
  here.close();
}

function say(message: FromWorker): void {
  here.postMessage(message);
}

function tell(message: AmongWorkers): void {
  others?.postMessage(message);
}

function forever(): Promise<never> {
  return new Promise(() => {});
}
