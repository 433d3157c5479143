//! Cards, in a column or a grid.

import type { Card as CardModel, Cards as CardsModel } from "../generated/types";
import { ButtonRow } from "../parts/button";
import { Icon } from "../parts/icon";
import { Press } from "../parts/press";
import { Picture, usePicture } from "../parts/said";
import { Tag } from "../parts/tag";
import type { Level } from "./block";
import { Meter } from "./meter";
import { Quote } from "./paragraph";

export function Cards({ cards, level }: { cards: CardsModel; level: Level }) {
  const [only] = cards.cards;
  // The one thing to do now stands by itself, not as a list of one.
  if (only?.now && cards.cards.length === 1) return <Card card={only} level={level} />;
  return (
    <ul className={className(cards)}>
      {cards.cards.map((card, at) => (
        <li key={at}>
          <Card card={card} level={level} />
        </li>
      ))}
    </ul>
  );
}

/** Many plain entries one below another are one list, not as many boxes. */
function className({ layout, cards }: CardsModel): string {
  if (layout === "Grid") return "cards cards--grid";
  const plain = cards.every(
    (card) => card.action && !card.now && !card.quote && !card.meter && card.buttons.length === 0,
  );
  return plain && cards.length > 2 ? "cards cards--list" : "cards";
}

function Card({ card, level }: { card: CardModel; level: Level }) {
  const Title = card.now ? (`h${level}` as const) : "p";
  const picture = usePicture(card.title);
  const looks = ["card", card.now && "card--now", card.action && "card--open"];
  return (
    <div className={looks.filter(Boolean).join(" ")}>
      {picture ? <Picture name={picture} /> : card.icon && <Icon name={card.icon} size={28} />}
      <div className="card__body">
        {card.caption && <p className="quiet">{card.caption}</p>}
        <div className="card__head">
          <Title className="card__title">
            <Press action={card.action}>{card.title}</Press>
          </Title>
          {card.tag && <Tag tag={card.tag} />}
        </div>
        {card.quote && <Quote>{card.quote}</Quote>}
        {card.lines.map((line, at) => (
          <p key={at} className="quiet">
            {line}
          </p>
        ))}
        {card.meter && <Meter meter={card.meter} bare />}
        <ButtonRow buttons={card.buttons} />
      </div>
      {card.action && card.lines.length + (card.caption ? 1 : 0) > 0 && <Icon name="Forward" />}
    </div>
  );
}
