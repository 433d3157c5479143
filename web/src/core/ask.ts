//! What the core asks of the browser, and what came of it.

import type { PlatformOperation, PlatformOutput } from "../generated/types";
import type { Answer } from "../worker/protocol";
import { handOver, readPart } from "./files";
import { takeMedia } from "./media";
import { notify } from "./notifications";
import { push } from "./push";

/** Does it. A file's content comes beside its name, as the bytes would be long as JSON. */
export async function carryOut(operation: PlatformOperation, content: Uint8Array): Promise<Answer> {
  if (typeof operation === "object" && "ReadFile" in operation) {
    const part = await readPart(operation.ReadFile);
    return typeof part === "string"
      ? { output: { ReadFile: part } }
      : { output: { ReadFile: { Part: [] } }, content: part };
  }
  return { output: await did(operation, content) };
}

async function did(
  operation: Exclude<PlatformOperation, { ReadFile: unknown }>,
  content: Uint8Array,
): Promise<PlatformOutput> {
  // The core asks only for what a shell says that it can do.
  if (operation === "SetAside") return { SetAside: "Failed" };
  if ("Media" in operation) return { Media: takeMedia(operation.Media, content) };
  if ("HandOver" in operation) return { HandOver: handOver(operation.HandOver, content) };
  if ("Notifications" in operation) return { Notifications: await notify(operation.Notifications) };
  if ("Push" in operation) return { Push: await push(operation.Push) };
  if ("Unlock" in operation) return { Unlock: "Unavailable" };
  if ("Health" in operation) return { Health: "Unavailable" };
  // And tells what only a shell asked for that the system may stop.
  if ("Settled" in operation) return "Settled";
  operation.Widget satisfies object;
  return "Widget";
}
