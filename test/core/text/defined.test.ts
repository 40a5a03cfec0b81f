import { expect, it } from "vitest";
import { defined } from "#core/text/defined.ts";

it("leaves out what is undefined, and keeps everything else in its order", () => {
  const found: string | undefined = [].at(0);
  expect(JSON.stringify(defined({ b: 0, found, a: null, empty: "" }))).toBe('{"b":0,"a":null,"empty":""}');
});
