//! The title of a card, row or entry that is pressed as a whole: a real button
//! whose target is stretched over its container.

import type { ReactNode } from "react";

import { useCore } from "../core/context";
import type { Action } from "../generated/types";

export function Press({ action, children }: { action: Action | null; children: ReactNode }) {
  const core = useCore();
  if (action === null) return <>{children}</>;
  return (
    <button type="button" className="press" onClick={() => core.press(action)}>
      {children}
    </button>
  );
}
