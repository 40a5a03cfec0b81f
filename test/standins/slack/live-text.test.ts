import { describe, expect, test } from "vitest";
import { liveMessage } from "./live-text.ts";

describe("what is live in a message", () => {
  test.each([
    ["<!channel>", ["channel"], []],
    ["<!everyone|all>", ["everyone"], []],
    ["<!subteam^S012>", ["group:S012"], []],
    ["<@U012|ann>", ["user:U012"], []],
    ["<#C012|general>", [], ["channel:C012"]],
    ["<https://a.example|words>", [], ["https://a.example"]],
    ["<mailto:a@b.example|a>", [], ["mailto:a@b.example"]],
    ["see http://a.example/b?c=d.", [], ["http://a.example/b?c=d."]],
    ["write to a@b.example", [], ["mailto:a@b.example"]],
    ["in turkiyetoday.com today", [], ["turkiyetoday.com"]],
    ["`https://a.example`", [], []],
    ["&lt;!channel&gt; &lt;@U012&gt; &lt;https&gt;", [], []],
    ["@channel @here #general", [], []],
    ["3.5 hours, U.S. side, e.g. visas", [], []],
  ])("text %s", (text, pings, links) => {
    expect(liveMessage({ text })).toEqual({ pings, links });
  });

  test("names become live with link_names or parse full, addresses stop with parse none", () => {
    expect(liveMessage({ text: "@here #general", link_names: true })).toEqual({
      pings: ["here"],
      links: ["channel:#general"],
    });
    expect(liveMessage({ text: "@channel", parse: "full" }).pings).toEqual(["channel"]);
    expect(liveMessage({ text: "https://a.example <https://b.example>", parse: "none" }).links).toEqual([
      "https://b.example",
    ]);
  });

  test("blocks: plain text never, verbatim only what is marked, other mrkdwn also bare names and addresses", () => {
    const block = (text: object): object => ({ text: "", blocks: [{ type: "section", text }] });
    const text = "<@U1> @here https://a.example";
    const read = (given: object): unknown => liveMessage(block({ ...given, text }) as Record<string, unknown>);
    expect(read({ type: "plain_text" })).toEqual({ pings: [], links: [] });
    expect(read({ type: "mrkdwn", verbatim: true })).toEqual({ pings: ["user:U1"], links: [] });
    expect(read({ type: "mrkdwn" })).toEqual({ pings: ["user:U1", "here"], links: ["https://a.example"] });
  });

  test("rich text by its elements, in tables too", () => {
    const elements = [
      { type: "text", text: "<!channel>" },
      { type: "user", user_id: "U1" },
      { type: "broadcast", range: "here" },
      { type: "link", url: "https://a.example" },
    ];
    const rich = { type: "rich_text", elements: [{ type: "rich_text_section", elements }] };
    const table = { type: "table", rows: [[{ type: "raw_text", text: "<!channel> https://b.example" }, rich]] };
    expect(liveMessage({ blocks: [table] })).toEqual({ pings: ["user:U1", "here"], links: ["https://a.example"] });
  });
});
