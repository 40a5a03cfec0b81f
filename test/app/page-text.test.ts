import { describe, expect, it } from "vitest";
import { ReadingRoom } from "#src/app/reading-room.ts";
import { isPage, pageText } from "#src/app/page-text.ts";
import { withoutCode } from "#src/app/page-code.ts";
import { shipped } from "#test/desk.ts";
import { LONG_READ } from "#test/long-read.ts";

const SAID = "The delegations of Norway and Chile talked about ports, the ministry said in its report on Monday.";

describe("a page of HTML", () => {
  const PAGE = `<!doctype html><html><head><title>Site</title><script>document.write("<p>The talks lasted two hours.</p>")</script>
    <style>p{}</style></head><body><nav><p>Menu of the talks.</p></nav><!-- <p>Hidden.</p> --><article><h1>Two sides meet</h1>
    <figure><img alt="<p>x</p>"><figcaption>A hall</figcaption></figure><p>The talks lasted <b>nine hours</b>, said the envoy&rsquo;s aide.</p>
    <p>They met in&nbsp;Oslo on <a href="javascript:alert(1)">Monday</a>.</p></article><footer><p>All rights.</p></footer></body></html>`;

  it("is read as its article's paragraphs, without what runs or stands around it", async () => {
    const article = await new ReadingRoom(LONG_READ).propose(PAGE, shipped, new Set());
    if (!article.ok) throw new Error("refused");
    expect(article.value.title).toBe("Two sides meet");
    expect(article.value.paragraphs).toEqual([
      "The talks lasted nine hours, said the envoy’s aide.",
      "They met in Oslo on Monday.",
    ]);
    expect(article.value.proposals.map((p) => `¶${p.paragraph} ${p.slot}`)).toEqual([
      "¶1 duration",
      "¶2 venue",
      "¶2 date",
    ]);
  });

  it("leaves out menus, comments and teasers that carry no name of their own", async () => {
    const menu = `<div class="menu">${'<a href="/x">Section</a> '.repeat(30)}</div>`;
    const comments = `<div class="comments">${"<div class='comment'><p>lol, first</p></div>".repeat(40)}</div>`;
    const body = Array.from({ length: 8 }, (_, i) => `<p>${i} ${SAID}</p>`).join("");
    const text = await pageText(
      `<html><body>${menu}<div class="story"><h1>Ports</h1>${body}</div>${comments}</body></html>`,
    );
    expect(text.split("\n\n")).toEqual(["Ports", ...Array.from({ length: 8 }, (_, i) => `${i} ${SAID}`)]);
  });

  it("keeps lists, tables, quotations and subheadings of an article in their order", async () => {
    const body = `<p>${SAID}</p><h2>What next</h2><ul><li>Ports first.</li><li>Visas then.</li></ul><blockquote>We came to talk.</blockquote><table><tr><td>Ida Ray</td><td>Norway</td></tr></table><p>${SAID}</p>`;
    const text = await pageText(`<html><body><article><h1>Ports</h1>${body}</article></body></html>`);
    for (const part of ["What next", "Ports first.", "Visas then.", "We came to talk.", "Ida Ray", "Norway"])
      expect(text.split("\n\n")).toContain(part);
  });

  it.each([
    ["a menu that is never closed", "<body><nav><div><p>One.</p><p>Two.</p>"],
    ["no paragraphs at all", "<div>One.<br>Two.</div>"],
    ["a script that is never closed", "<body><p>One.</p><p>Two.</p><script>alert(1)"],
    ["a comment that is never closed", "<body><p>One.</p><p>Two.</p><!-- what"],
    ["no body", "<p>One.</p><p>Two."],
    ["frames within it", "<body><iframe src='https://example.org'>x</iframe><p>One.</p><p>Two.</p></body>"],
  ])("loses nothing with %s", async (_, page) => {
    const text = await pageText(page);
    expect(text).toContain("One.");
    expect(text).toContain("Two.");
    expect(text.indexOf("One.")).toBeLessThan(text.indexOf("Two."));
  });

  it.each([
    ["20,000 menus that are never closed", `<body>${"<nav><p>x</p>".repeat(20_000)}<p>The last &eacute;.</p>`],
    ["50,000 boxes in boxes", `<body>${"<div>".repeat(50_000)}<p>The last &eacute;.</p>`],
    ["150,000 scripts that are never closed", `<body>${"<script>".repeat(120_000)}</body><p>The last &eacute;.</p>`],
    ["a tag that is never closed", `<body><p>The last &eacute;.</p>${"<a ".repeat(330_000)}`],
    [
      "28,000 paragraphs",
      `<body>${"<p>The talks lasted nine hours.</p>".repeat(28_000)}<p>The last &eacute;.</p></body>`,
    ],
  ])("reads a megabyte of %s", async (_, page) => {
    expect(await pageText(page)).toContain("The last é.");
  });

  it("is told from text that mentions tags", () => {
    expect(isPage("<!-- saved --><html><body>")).toBe(true);
    expect(isPage("The talks <b>lasted</b> nine hours.")).toBe(false);
  });

  it("is rid of what runs, whatever its case", () => {
    expect(withoutCode("a<SCRIPT>x</script >b<style>y</STYLE>c<!-- z -->d").replace(/\s/gu, "")).toBe("abcd");
  });

  it("loses nothing behind a script, whatever letters stand before it", () => {
    expect(withoutCode("İİİİ<script>x</script><p>Abc")).toBe("İİİİ <p>Abc");
  });
});
