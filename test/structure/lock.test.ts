import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "#test/desk.ts";

interface Locked {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly engines?: { readonly node?: string };
}

interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

interface Asked {
  readonly engines: { readonly node: string };
  readonly devEngines: { readonly runtime: { readonly version: string } };
}

const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as Lock;
const locked = Object.entries(packages).filter(([path]) => path !== "");

it("knows by its hash every package that may be installed, on whatever system", () => {
  expect(locked.length).toBeGreaterThan(100);
  expect(locked.filter(([, { integrity }]) => integrity?.startsWith("sha512-") !== true).map(([path]) => path)).toEqual(
    [],
  );
});

it("names no registry: each is taken from the one that npm is set to", () => {
  expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
});

it("asks for one Node wherever it asks: one that takes every package that npm leaves out where it does not fit", () => {
  const { engines, devEngines } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Asked;
  expect(devEngines.runtime.version).toBe(engines.node);
  expect(packages[""]?.engines?.node).toBe(engines.node);
  // Parts of a package in machine code, one for each system; npm goes on without them, and the tests do not.
  const asked = locked.flatMap(([path, entry]) =>
    /\/binding-(?!wasm)/u.test(path) ? (entry.engines?.node ?? []) : [],
  );
  expect(asked.length).toBeGreaterThan(10);
  expect(new Set(asked)).toEqual(new Set([engines.node]));
});
