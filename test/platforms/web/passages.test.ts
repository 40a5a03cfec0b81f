import { expect, it } from "vitest";
// @ts-expect-error -- the page's own files have no types
import { passage } from "#src/platforms/web/page/markdown.js";

it("marks what is bold in words of a source, and in nothing else", () => {
  expect(passage("“The talks lasted **six hours**.”")).toEqual({ class: "passage" });
  expect(passage("**How long** · stated: “six hours”")).toEqual({});
  expect(passage("“Six hours” and no more, **says** the envoy.")).toEqual({});
});
