import { expect, it } from "vitest";

it("marks what is bold in words of a source, and in nothing else", async () => {
  // The page's own files have no types.
  const file: string = "#src/platforms/web/page/markdown.js";
  const { passage } = (await import(file)) as {
    passage: (text: string) => Readonly<Record<string, string>>;
  };
  expect(passage("“The talks lasted **six hours**.”")).toEqual({ class: "passage" });
  expect(passage("**How long** · stated: “six hours”")).toEqual({});
  expect(passage("“Six hours” and no more, **says** the envoy.")).toEqual({});
});
