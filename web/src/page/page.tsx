//! One page, whole: what stands around the blocks, and where the focus goes.

import { useEffect, useLayoutEffect, useRef } from "react";

import { Blocks } from "../blocks/block";
import type { Page as PageModel } from "../generated/types";
import { Button } from "../parts/button";
import { Icon } from "../parts/icon";
import { ReadAloud } from "../parts/read-aloud";
import { Said } from "../parts/said";
import { Leads } from "../parts/target";
import { words } from "../words";
import { applyLook } from "./look";
import { Notices } from "./notices";
import { SyncPill } from "./sync-pill";
import { Tabs } from "./tabs";

/** The address stays as it is. */
function skip(event: React.MouseEvent) {
  event.preventDefault();
  document.getElementById("main")?.focus();
}

/** What stands on the page now, without what stands around it. */
function spoken(): string {
  const parts = document.querySelectorAll<HTMLElement>(".title, .notices, .blocks");
  return Array.from(parts, (part) => part.innerText).join("\n");
}

export function Page({ page }: { page: PageModel }) {
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef<string | null>(null);

  useEffect(() => applyLook(page.look, page.language), [page.look, page.language]);
  useEffect(() => {
    document.title = `${page.title} · ${words.product}`;
  }, [page.title]);
  // Before the page is seen: one that jumps later takes a button from under the finger.
  useLayoutEffect(() => {
    // The first page is where a screen reader starts anyway.
    if (shown.current !== null && shown.current !== page.name) {
      window.scrollTo(0, 0);
      title.current?.focus({ preventScroll: true });
    }
    shown.current = page.name;
  }, [page.name]);

  const looks = [
    "app",
    page.setting === "Staff" && "app--staff",
    page.tabs.length === 0 && "app--bare",
    page.look.easy_read && "app--easy",
    page.large_print && "app--large-print",
  ];
  // Above the title where the page stands at the top; below it further in.
  const above = page.setting === "Person" && page.back === null;
  const caption = page.caption && <p className="title__caption">{page.caption}</p>;
  return (
    <div className={looks.filter(Boolean).join(" ")}>
      <a className="nhsuk-skip-link" href="#main" onClick={skip}>
        {words.skip}
      </a>
      <header className="masthead">
        <p className="brand">{words.product}</p>
        <SyncPill status={page.sync} />
      </header>
      <Tabs tabs={page.tabs} />
      <main className="main" id="main" tabIndex={-1} data-page={page.name}>
        {page.busy && (
          <p className="busy" role="status">
            <span className="hidden">{words.busy}</span>
          </p>
        )}
        <div className="over">
          {page.back && (
            <Leads target={page.back.target} className="back" spoken={page.back.spoken}>
              <Icon name="Back" />
              <span>{page.back.label}</span>
            </Leads>
          )}
          <div className="tools">
            <ReadAloud text={spoken} />
            {page.reading && <Button button={page.reading} />}
          </div>
        </div>
        <div className="title">
          {above && caption}
          <h1 ref={title} tabIndex={-1}>
            <Said words={page.title} />
          </h1>
          {!above && caption}
        </div>
        <Notices notices={page.notices} />
        {/* A form with the same id on another page is another form. */}
        <div className="blocks" key={page.name}>
          <Blocks blocks={page.blocks} />
        </div>
      </main>
      <div className="hidden" role="status">
        {page.announce}
      </div>
    </div>
  );
}
