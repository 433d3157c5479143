//! A picture with its words beside it.

import type { Picture as PictureModel, PictureSource } from "../generated/types";
import { Icon } from "../parts/icon";

export function Picture({ picture }: { picture: PictureModel }) {
  return (
    <figure className="picture">
      <Source source={picture.source} alternative={picture.alternative} />
      {picture.caption && <figcaption>{picture.caption}</figcaption>}
    </figure>
  );
}

function Source({ source, alternative }: { source: PictureSource; alternative: string }) {
  if ("Icon" in source) {
    return (
      <span
        className="picture__frame"
        role={alternative ? "img" : undefined}
        aria-label={alternative || undefined}
      >
        <Icon name={source.Icon} size={64} />
      </span>
    );
  }
  if ("Data" in source) {
    // Only what the core made itself, never an address to fetch.
    const own = source.Data.startsWith("data:image/") ? source.Data : undefined;
    return (
      <span className="picture__frame picture__frame--photo">
        <img src={own} alt={alternative} />
      </span>
    );
  }
  return source satisfies never;
}
