//! How wide an element is, so that a picture can be drawn at its true size and
//! its words keep the size of the page's.

import { useLayoutEffect, useRef, useState } from "react";

export function useWidth<T extends HTMLElement>(
  first: number,
): [React.RefObject<T | null>, number] {
  const element = useRef<T>(null);
  const [width, setWidth] = useState(first);
  // Before it is painted, so that nothing is drawn twice.
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const take = (wide: number) => setWidth(Math.max(Math.round(wide), 160));
    take(current.getBoundingClientRect().width);
    const observer = new ResizeObserver(([entry]) => {
      if (entry) take(entry.contentRect.width);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
