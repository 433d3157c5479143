//! A picture, sound or film of the person's, with the text that says the same.

import { useId } from "react";

import { useMedia } from "../core/media";
import type { Media as MediaModel } from "../generated/types";
import { words } from "../words";
import { Quote } from "./paragraph";

export function Media({ media }: { media: MediaModel }) {
  const address = useMedia(media.id, media.state);
  const text = useId();
  return (
    <figure className={`media media--${media.sort.toLowerCase()}`} aria-busy={busy(media, address)}>
      {address && <Shown media={media} address={address} text={text} />}
      <figcaption>
        <Quote id={text}>{media.text}</Quote>
        <p className="media__status">
          {media.name} · {address || media.state === "Away" ? media.status : words.busy}
        </p>
      </figcaption>
    </figure>
  );
}

function busy(media: MediaModel, address: string | null): boolean {
  return !address && media.state !== "Away";
}

function Shown({ media, address, text }: { media: MediaModel; address: string; text: string }) {
  // The text that says the same stands beside it, and is read once.
  const described = { "aria-describedby": text };
  const named = { ...described, "aria-label": media.name };
  switch (media.sort) {
    case "Picture":
      return <img className="media__picture" src={address} alt={media.name} {...described} />;
    case "Sound":
      return <audio className="media__sound" controls preload="metadata" src={address} {...named} />;
    case "Film":
      return <video className="media__film" controls preload="metadata" src={address} {...named} />;
    default:
      return media.sort satisfies never;
  }
}
