//! What buttons and links have in common: where they lead.

import type { ReactNode } from "react";

import { useCore } from "../core/context";
import type { Target } from "../generated/types";
import { words } from "../words";

type Props = {
  target: Target;
  className: string;
  spoken?: string | null;
  /** For one of a group of which one is chosen. */
  chosen?: boolean | null;
  /** Pressed by Enter in the form around it. */
  submits?: boolean;
  children: ReactNode;
};

/** A button where something happens in the app, a link where it leads out. */
export function Leads({ target, className, spoken, chosen, submits = false, children }: Props) {
  const core = useCore();
  const name = spoken ?? undefined;
  if ("Press" in target) {
    return (
      <button
        type={submits ? "submit" : "button"}
        className={className}
        aria-label={name}
        aria-pressed={chosen ?? undefined}
        // A submitting button is pressed by its form.
        onClick={submits ? undefined : () => core.press(target.Press)}
      >
        {children}
      </button>
    );
  }
  if ("Call" in target) {
    return (
      <a className={className} aria-label={name} href={`tel:${target.Call.replaceAll(" ", "")}`}>
        {children}
      </a>
    );
  }
  if ("Text" in target) {
    const { number, body } = target.Text;
    const address = `sms:${number.replaceAll(" ", "")}?body=${encodeURIComponent(body)}`;
    return (
      <a className={className} aria-label={name} href={address}>
        {children}
      </a>
    );
  }
  if ("Open" in target) {
    return (
      <a
        className={className}
        aria-label={name}
        href={safeAddress(target.Open)}
        target="_blank"
        rel="noopener noreferrer"
      >
        {children}
        {name === undefined && <span className="hidden"> ({words.newTab})</span>}
      </a>
    );
  }
  return target satisfies never;
}

/** Only addresses that a browser opens as a page; a record may hold others. */
function safeAddress(address: string): string | undefined {
  return /^https?:\/\//i.test(address) ? address : undefined;
}
