//! What stands here when there is nothing yet.

import type { EmptyState as EmptyModel } from "../generated/types";
import { Button } from "../parts/button";
import { Icon } from "../parts/icon";
import { Picture, Said, usePicture } from "../parts/said";
import type { Level } from "./block";

export function EmptyState({ empty, level }: { empty: EmptyModel; level: Level }) {
  const Title = `h${level}` as const;
  const picture = usePicture(empty.title);
  return (
    <div className="empty">
      <span className="empty__icon">
        {picture ? <Picture name={picture} /> : <Icon name={empty.icon} size={36} />}
      </span>
      <Title className="empty__title">{empty.title}</Title>
      <p>
        <Said words={empty.text} />
      </p>
      {empty.button && <Button button={empty.button} />}
    </div>
  );
}
