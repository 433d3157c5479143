//! What stands here when there is nothing yet.

import type { EmptyState as EmptyModel } from "../generated/types";
import { Button } from "../parts/button";
import { Icon } from "../parts/icon";
import type { Level } from "./block";

export function EmptyState({ empty, level }: { empty: EmptyModel; level: Level }) {
  const Title = `h${level}` as const;
  return (
    <div className="empty">
      <span className="empty__icon">
        <Icon name={empty.icon} size={36} />
      </span>
      <Title className="empty__title">{empty.title}</Title>
      <p>{empty.text}</p>
      {empty.button && <Button button={empty.button} />}
    </div>
  );
}
