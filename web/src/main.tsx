//! The start of the web app.

import "./style/index.scss";

import { createRoot } from "react-dom/client";

import { App } from "./app";
import { CoreLink } from "./core/link";
import { canNotify } from "./core/notifications";
import { hearPresses, takeLink } from "./core/platform";
import { KNOWN } from "./generated/types";
import { useNewestVersion } from "./sw/register";

const link = new CoreLink({
  languages: [...navigator.languages],
  platform: "Web",
  link: takeLink(),
  abilities: {
    unlock: false,
    notifications: canNotify(),
    widget: false,
    health: false,
    exact: false,
    aside: false,
  },
  background: false,
  place: null,
  // Every block and field, for looking at and for the browser tests.
  gallery: location.search === "?gallery",
  vocabulary: KNOWN,
});

hearPresses(link);
const place = document.getElementById("app");
if (place) createRoot(place).render(<App link={link} />);
if (import.meta.env.PROD) void useNewestVersion();
