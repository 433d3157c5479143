//! What stands there before the first page, and when there will be none.

import { useEffect, useState } from "react";

import type { FailReason } from "../worker/protocol";
import { words } from "../words";

/** Long enough that something may be wrong. */
const SLOW = 8_000;

export function Starting({ again }: { again: boolean }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className="waiting">
      <p className="brand brand--large">{words.product}</p>
      <p role="status" className="waiting__text">
        {again ? words.broken : words.starting}
      </p>
      {slow && <p className="quiet">{words.startingSlow}</p>}
    </main>
  );
}

export function Failed({ reason, onRetry }: { reason: FailReason; onRetry(): void }) {
  return (
    <main className="waiting">
      <p className="brand brand--large">{words.product}</p>
      <h1>{words.failedTitle}</h1>
      <p role="alert">{reason === "too-old" ? words.tooOld : words.failed}</p>
      <button type="button" className="button button--primary" onClick={onRetry}>
        {words.tryAgain}
      </button>
    </main>
  );
}
