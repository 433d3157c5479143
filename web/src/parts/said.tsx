//! Words that the core said, with their picture to the left where Easy Read has one.
//! The picture says the same as the words, so a screen reader passes over it.

import { useContext } from "react";

import { PicturesContext } from "../core/context";

export function Said({ words }: { words: string }) {
  const picture = usePicture(words);
  if (picture === undefined) return words;
  return (
    <span className="said">
      <Picture name={picture} />
      <span className="said__words">{words}</span>
    </span>
  );
}

/** The name of the picture beside these words, where there is one. */
export function usePicture(words: string): string | undefined {
  return useContext(PicturesContext).get(words);
}

export function Picture({ name }: { name: string }) {
  return <img className="said__picture" src={`/pictures/${name}.svg`} alt="" width="72" height="72" />;
}
