//! The main navigation: bottom tabs on a phone, a side column on a desktop.

import { useCore } from "../core/context";
import type { Tab } from "../generated/types";
import { Icon } from "../parts/icon";
import { words } from "../words";

export function Tabs({ tabs }: { tabs: Tab[] }) {
  const core = useCore();
  if (tabs.length === 0) return null;
  return (
    <nav className="tabs" aria-label={words.navigation}>
      <ul>
        {tabs.map((tab, at) => (
          <li key={at}>
            <button
              type="button"
              className="tab"
              aria-current={tab.current ? "page" : undefined}
              onClick={() => core.press(tab.action)}
            >
              <Icon name={tab.icon} size={26} />
              <span className="tab__label">{tab.label}</span>
              {tab.badge && <span className="tab__badge">{tab.badge}</span>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
