//! What has been saved and what has been sent, always in sight.

import { useCore } from "../core/context";
import type { SyncState, SyncStatus } from "../generated/types";
import { Icon } from "../parts/icon";
import type { IconName } from "../parts/strokes";

const LOOKS: Record<Exclude<SyncState, "Hidden">, { icon: IconName; name: string }> = {
  SavedHere: { icon: "Device", name: "quiet" },
  Waiting: { icon: "Cloud", name: "quiet" },
  Sending: { icon: "CloudUp", name: "quiet" },
  Sent: { icon: "CloudDone", name: "quiet" },
  NotSaved: { icon: "CloudOff", name: "loud" },
  Attention: { icon: "Warning", name: "loud" },
};

export function SyncPill({ status }: { status: SyncStatus }) {
  const core = useCore();
  const { state, text, action } = status;
  if (state === "Hidden") return null;
  const look = LOOKS[state];
  const words = (
    <>
      <Icon name={look.icon} size={20} />
      <span>{text}</span>
    </>
  );
  const name = `pill pill--${look.name}`;
  if (!action) return <p className={name}>{words}</p>;
  return (
    <button type="button" className={`${name} pill--open`} onClick={() => core.press(action)}>
      {words}
    </button>
  );
}
