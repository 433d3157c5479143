//! The app: the latest page of the core, drawn.

import { useEffect, useMemo, useSyncExternalStore } from "react";

import { showBadge, waiting } from "./core/badge";
import { CoreContext, LanguageContext, PicturesContext, SeenContext } from "./core/context";
import type { CoreLink } from "./core/link";
import { usePlatform } from "./core/platform";
import type { Illustration } from "./generated/types";
import { Page } from "./page/page";
import { Failed, Starting } from "./page/waiting";

const NONE: Illustration[] = [];

export function App({ link }: { link: CoreLink }) {
  const shown = useSyncExternalStore(link.subscribe, link.shown);
  const core = useMemo(
    () => ({
      press: link.press.bind(link),
      input: link.input.bind(link),
      file: link.file.bind(link),
      media: link.media.bind(link),
    }),
    [link],
  );
  const count = shown.kind === "page" ? waiting(shown.page.tabs) : 0;
  useEffect(() => showBadge(count), [count]);
  const beside = shown.kind === "page" ? shown.page.pictures : NONE;
  const pictures = useMemo(
    () => new Map(beside.map(({ words, picture }) => [words, picture])),
    [beside],
  );
  usePlatform(link, shown.kind === "page" && shown.page.back !== null);

  switch (shown.kind) {
    case "starting":
      return <Starting again={shown.again} />;
    case "failed":
      return <Failed reason={shown.reason} onRetry={() => link.retry()} />;
    case "page":
      return (
        <CoreContext value={core}>
          <LanguageContext value={shown.page.language}>
            <SeenContext value={shown.seen}>
              <PicturesContext value={pictures}>
                <Page page={shown.page} />
              </PicturesContext>
            </SeenContext>
          </LanguageContext>
        </CoreContext>
      );
    default:
      return shown satisfies never;
  }
}
