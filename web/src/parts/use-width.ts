//! How wide an element is, so that a picture can be drawn at its true size and
//! its words keep the size of the page's.

import { useEffect, useRef, useState } from "react";

export function useWidth<T extends HTMLElement>(
  first: number,
): [React.RefObject<T | null>, number] {
  const element = useRef<T>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(Math.round(entry.contentRect.width), 160));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
