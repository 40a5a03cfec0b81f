import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const PLACES = [
  process.env["CHROMIUM"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** The machine's Chromium; undefined where there is none. In CI there has to be one. */
export const CHROMIUM = PLACES.find((path) => path !== "" && existsSync(path));

export function launch(): Promise<Browser> {
  if (CHROMIUM === undefined)
    throw new Error("There is no Chromium: install Debian's package chromium, or set CHROMIUM to its path.");
  // Without these it looks for its makers' servers.
  const quiet = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ];
  return chromium.launch({ executablePath: CHROMIUM, args: quiet });
}
