import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ARTICLE, SEED, STORY } from "#test/proposing.ts";
import { Gate, slowStore } from "#test/slow-store.ts";
import type { Actor } from "#test/standins/slack/acting/actor.ts";
import type { Gesture } from "#test/standins/slack/acting/gesture.ts";
import type { View } from "#test/standins/slack/views.ts";
import { list, type Fields } from "#test/standins/slack/json.ts";
import type { Message } from "#test/standins/slack/world.ts";
import { formOf, shown, talksInSlack } from "./talks.ts";

const WHICH = { source: "The Gazette", talks: "istanbul-april" };
const WORDS = "The talks lasted nine hours.\n\nThe sides agreed to open a direct line.";

/** The review that a form led to: below the channel's messages, or in the view where it took long. */
async function review(
  sent: Gesture,
  ada: Actor,
  says = /still|Accept/u,
  below?: Message | View,
): Promise<Message | View> {
  const end = await sent.outcome();
  const views = [
    ...(end.end === "updated" ? [end.view] : []),
    ...(below !== undefined && "given" in below ? [below] : []),
  ];
  const found = () =>
    [...views, ...ada.sees("general").filter((m) => m.visibleTo === ada.id)].findLast((at) => says.test(said(at)));
  await expect.poll(found).toBeDefined();
  const review = found();
  if (review === undefined) throw new Error("no review");
  return review;
}

function said(at: Message | View): string {
  return shown("given" in at ? at.given : at);
}

async function proposed(ada: Actor, message: Message): Promise<Message | View> {
  const place = await formOf(ada.messageShortcut("propose-facts", message));
  return review(ada.submit(place, WHICH), ada);
}

it("takes a text of 11,000 characters in four boxes, paragraph by paragraph", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const form = await ada.slash("/talks", "facts propose").view();
  const parts = [0, 23, 46, 69].map((at) => STORY.slice(at, at + 23)).map((p) => p.join("\n\n"));
  const [text = "", two = "", three = "", four = ""] = parts;
  const sent = ada.submit(form, { text, "text~2": two, "text~3": three, "text~4": four, ...WHICH });
  expect(said(await review(sent, ada))).toContain(`in ${STORY.length} paragraphs`);
});

it.each([
  { name: "article.md", content: `# Two sides meet\n\n${WORDS}` },
  {
    name: "article.html",
    content: `<html><body><article><h1>Two sides meet</h1><p>${WORDS.replace("\n\n", "</p><p>")}</p></article><script>x()</script></body></html>`,
  },
])("takes $name from a message", async (file) => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  expect(said(await proposed(ada, ada.say("read this", { files: [file] })))).toContain("nine hours");
});

it.each(["", "Have a look: the talks lasted two hours."])(
  "takes the words of a forwarded message, and not those beside it: %s",
  async (comment) => {
    const { slack } = await talksInSlack();
    const ada = slack.user("ada", { role: "admin" });
    const first = said(await proposed(ada, ada.say(comment, { shared: ada.say(WORDS) })));
    expect(first).toContain("nine hours");
    expect(first).not.toContain("two hours");
  },
);

it("takes the file of a forwarded message", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const first = ada.say("read this", { files: [{ name: "article.txt", content: "The talks lasted eleven hours." }] });
  expect(said(await proposed(ada, ada.say("", { shared: first })))).toContain("eleven hours");
});

it("proposes facts from the words of a message, asks once what article it is, and shows them to press", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const words = "The talks lasted nine hours.\n\nThe sides agreed to open a direct line & a <b>post</b>.";
  const first = await proposed(ada, ada.say(words));
  expect(JSON.stringify(blocksOf(first))).toContain('"text":"nine hours","style":{"bold":true}');
  const next = await press(ada, first, "Accept 1");
  expect(JSON.stringify(blocksOf(next))).toContain("open a direct line & a <b>post</b>");
  expect(blocksOf(next).every((b) => b["type"] !== "section")).toBe(true);
  expect(said(await press(ada, next, "Accept 2"))).toContain("2 accepted");
});

it("edits, rejects, adds what was missed, and takes all of an article back", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const first = await proposed(ada, ada.say("read this", { files: [{ name: "article.txt", content: ARTICLE }] }));
  const second = await press(ada, first, "¶2 ›");
  const form = await ada.click(second, "Edit 3").view();
  expect(JSON.stringify(form.given)).toContain("Ida Ray");
  const edited = await review(ada.submit(form, { person: "new: Ida B. Ray" }), ada, /Accepted 3 as f\d+/u, second);
  const on = await press(ada, edited, "Reject 4");
  expect(said(on)).toContain("¶3 of 3");
  const which = await ada.click(on, "Missed one here").view();
  const kind = await ada.submit(which, { slot: "agenda" }).outcome();
  if (kind.end !== "updated") throw new Error(kind.end);
  const added = await review(
    ada.submit(kind.view, { topic: "the fate of the library" }),
    ada,
    /Accepted what was missed as f\d+/u,
    on,
  );
  const end = await press(ada, added, "Stop here");
  expect(said(end)).toContain("1 edited and accepted, 1 added by hand, 1 rejected");
  expect(said(await press(ada, end, "Take all of it back"))).toContain("Taken back: 3 decisions.");
});

it("goes on in the view where the review came late", async () => {
  const gate = new Gate();
  const { slack } = await talksInSlack("socket", { store: slowStore({ revisions: gate.pass }) });
  const ada = slack.user("ada", { role: "admin" });
  const place = await formOf(ada.messageShortcut("propose-facts", ada.say(ARTICLE)));
  gate.shut();
  const sent = ada.submit(place, WHICH);
  expect((await sent.outcome()).end).toBe("updated");
  gate.open();
  const view = await review(sent, ada);
  const second = await press(ada, view, "¶2 ›");
  await expect.poll(() => said(second)).toContain("Edit 3");
  const form = await ada.click(second, "Edit 3").view();
  const edited = ada.submit(form, { person: "new: Ida B. Ray" });
  expect(said(await review(edited, ada, /Accepted 3 as f\d+/u, second))).toContain("Reject 4");
});

it("has the round picked from a menu, which nothing is sent without", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const form = await ada.slash("/talks", 'facts propose source:"The Gazette"').view();
  expect(JSON.stringify(form.given)).toContain("First round, Istanbul, February 2025");
  const left = await ada.submit(form, { text: WORDS }).outcome();
  expect(left.end).not.toBe("closed");
  const sent = ada.submit(form, { text: WORDS, talks: "First round, Istanbul, February 2025" });
  expect(said(await review(sent, ada))).toContain("The Gazette · First round, Istanbul, February 2025");
});

it("takes a file that is picked in the form", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const form = await ada.slash("/talks", "facts propose").view();
  const sent = ada.submit(form, { file: { name: "article.txt", content: WORDS }, ...WHICH });
  expect(said(await review(sent, ada))).toContain("nine hours");
});

it("brings the form back, with what was typed, where the picked file is too long", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const form = await ada.slash("/talks", "facts propose").view();
  const long = { name: "article.txt", content: "x".repeat(4_000_001) };
  const outcome = await ada.submit(form, { file: long, text: WORDS, ...WHICH }).outcome();
  expect(outcome).toMatchObject({ end: "errors", errors: { file: expect.stringContaining("4000001 bytes") } });
  const again = ada.submit(form, { file: [] });
  expect(said(await review(again, ada))).toContain("nine hours");
});

it.skipIf(!existsSync(SEED))("takes the sample's article to 25 facts within 40 presses", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const file = { name: "article.txt", content: readFileSync(SEED, "utf8") };
  let at = await proposed(ada, ada.say("read this", { files: [file] }));
  // The shortcut and the form that asks which article it is.
  let presses = 2;
  for (; presses < 60 && !/ 0 still to look at/u.test(said(at)); presses += 1) {
    const labels = labelsOf(at);
    const next = [/^Accept \d/u, /^A spelling of|^New /u]
      .map((of) => labels.find((l) => of.test(l)))
      .find((l) => l !== undefined);
    if (next === undefined) break;
    at = await press(ada, at, next);
  }
  expect(said(at)).toContain("25 accepted");
  expect(presses).toBeLessThanOrEqual(40);
});

function press(ada: Actor, at: Message | View, label: string): Promise<Message | View> {
  const pressed = ada.click(at, label);
  return "given" in at ? pressed.view() : pressed.reply();
}

function blocksOf(at: Message | View): readonly Fields[] {
  return list("given" in at ? at.given["blocks"] : at.blocks);
}

function labelsOf(at: Message | View): readonly string[] {
  return blocksOf(at).flatMap((block) => {
    const elements = block["elements"];
    return block["type"] === "actions" && Array.isArray(elements)
      ? elements.flatMap((e: { readonly text?: { readonly text?: string } }) => e.text?.text ?? [])
      : [];
  });
}
