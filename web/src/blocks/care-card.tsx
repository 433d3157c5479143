//! What to do about a symptom or a danger, by urgency.

import type { CareCard as CareCardModel, Urgency } from "../generated/types";
import { ButtonRow } from "../parts/button";
import { Icon } from "../parts/icon";
import { Said } from "../parts/said";
import { words } from "../words";
import type { Level } from "./block";

const LOOKS: Record<Urgency, { name: string; spoken: string; icon: "Info" | "Warning" | "Phone" }> = {
  NonUrgent: { name: "calm", spoken: words.nonUrgent, icon: "Info" },
  Urgent: { name: "urgent", spoken: words.urgent, icon: "Warning" },
  Emergency: { name: "emergency", spoken: words.emergency, icon: "Phone" },
};

export function CareCard({ card, level }: { card: CareCardModel; level: Level }) {
  const look = LOOKS[card.urgency];
  const Title = `h${level}` as const;
  return (
    <div className={`care care--${look.name}`}>
      <div className="care__head">
        <Icon name={look.icon} size={28} />
        <Title className="care__title">
          <span className="hidden">{look.spoken}: </span>
          <Said words={card.title} />
        </Title>
      </div>
      <div className="care__body">
        {card.text.map((text, at) => (
          <p key={at}>
            <Said words={text} />
          </p>
        ))}
        {card.items.length > 0 && (
          <ul className="dots">
            {card.items.map((item, at) => (
              <li key={at}>
                <Said words={item} />
              </li>
            ))}
          </ul>
        )}
        <ButtonRow buttons={card.actions} />
      </div>
    </div>
  );
}
