import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { SEED, STORY } from "#test/proposing.ts";
import type { Actor } from "#test/standins/slack/acting/actor.ts";
import type { Gesture } from "#test/standins/slack/acting/gesture.ts";
import type { Message } from "#test/standins/slack/world.ts";
import { formOf, shown, talksInSlack } from "./talks.ts";

const WHICH = { source: "The Gazette", talks: "second" };
const WORDS = "The talks lasted nine hours.\n\nThe sides agreed to open a direct line.";

/** The review that a shortcut or a form led to: only who asked sees it. */
async function review(ada: Actor): Promise<Message> {
  const last = () => ada.sees("general").findLast((m) => m.visibleTo === ada.id);
  await expect.poll(last).toBeDefined();
  const message = last();
  if (message === undefined) throw new Error("no review");
  return message;
}

/** All that somebody sees: what takes long comes into the view, what does not below the channel's messages. */
async function read(sent: Gesture, ada: Actor): Promise<string> {
  const end = await sent.outcome();
  const view = end.end === "updated" ? [shown(end.view.given)] : [];
  return [...view, ...ada.sees("general").map(shown)].join("\n");
}

async function proposed(ada: Actor, message: Message): Promise<Message> {
  const place = await formOf(ada.messageShortcut("propose-facts", message));
  expect((await ada.submit(place, WHICH).outcome()).end).toBe("closed");
  return review(ada);
}

it("takes a text of 11,000 characters in four boxes, paragraph by paragraph", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const form = await ada.slash("/talks", "facts propose").view();
  const parts = [0, 23, 46, 69].map((at) => STORY.slice(at, at + 23)).map((p) => p.join("\n\n"));
  const [text = "", two = "", three = "", four = ""] = parts;
  const sent = ada.submit(form, { text, "text~2": two, "text~3": three, "text~4": four, ...WHICH });
  await expect.poll(() => read(sent, ada), { timeout: 60_000 }).toContain(`in ${STORY.length} paragraphs`);
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
  expect(shown(await proposed(ada, ada.say("read this", { files: [file] })))).toContain("nine hours");
});

it.each(["", "Have a look: the talks lasted two hours."])(
  "takes the words of a forwarded message, and not those beside it: %s",
  async (comment) => {
    const { slack } = await talksInSlack();
    const ada = slack.user("ada", { role: "admin" });
    const first = shown(await proposed(ada, ada.say(comment, { shared: ada.say(WORDS) })));
    expect(first).toContain("nine hours");
    expect(first).not.toContain("two hours");
  },
);

it("takes the file of a forwarded message", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const said = ada.say("read this", { files: [{ name: "article.txt", content: "The talks lasted eleven hours." }] });
  expect(shown(await proposed(ada, ada.say("", { shared: said })))).toContain("eleven hours");
});

it.skipIf(!existsSync(SEED))("takes the sample's article to 25 facts within 40 presses", async () => {
  const { slack } = await talksInSlack();
  const ada = slack.user("ada", { role: "admin" });
  const file = { name: "article.txt", content: readFileSync(SEED, "utf8") };
  let at = await proposed(ada, ada.say("read this", { files: [file] }));
  // The shortcut and the form that asks which article it is.
  let presses = 2;
  for (; presses < 60 && !/ 0 still to look at/u.test(shown(at)); presses += 1) {
    const labels = labelsOf(at);
    const next = [/^Accept \d/u, /^A spelling of|^New /u]
      .map((of) => labels.find((l) => of.test(l)))
      .find((l) => l !== undefined);
    if (next === undefined) break;
    at = await ada.click(at, next).reply();
  }
  expect(shown(at)).toContain("25 accepted");
  expect(presses).toBeLessThanOrEqual(40);
});

function labelsOf({ blocks }: Message): readonly string[] {
  return blocks.flatMap((block) => {
    const elements = block["elements"];
    return block["type"] === "actions" && Array.isArray(elements)
      ? elements.flatMap((e: { readonly text?: { readonly text?: string } }) => e.text?.text ?? [])
      : [];
  });
}
