import { PassThrough } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import { expect, it } from "vitest";
import { prompt } from "#platforms/terminal/prompt.ts";
import type { Session } from "#core/answer/answer.ts";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { reader, session } from "#test/desk.ts";
import { FIRST_ROUND, HELD, held, NOTHING } from "#test/first-round.ts";
import { servers } from "#test/servers.ts";

/** A person at a terminal: types, sees what was drawn, leaves. */
class Typist {
  readonly #input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => this.#input });
  readonly #output: PassThrough & { isTTY: boolean; columns: number };
  readonly kept: (readonly string[])[] = [];
  readonly left: Promise<void>;
  #drawn = "";

  constructor(past: readonly string[] = [], isTTY = true, asker = reader, asked: Session = session) {
    this.#output = Object.assign(new PassThrough(), { isTTY, columns: 400 });
    this.#output.on("data", (chunk: Buffer) => {
      this.#drawn += chunk.toString();
    });
    const history = { past, keep: (lines: readonly string[]) => void this.kept.push([...lines]) };
    this.left = prompt({ input: this.#input, output: this.#output, colour: false }, asker, asked, history);
  }

  type(keys: string): void {
    this.#input.write(keys);
  }

  end(): void {
    this.#input.end();
  }

  /** Waits until these words have been drawn after everything seen before; returns what was drawn. */
  async sees(words: string): Promise<string> {
    for (let waited = 0; waited < 5000; waited += 10) {
      const text = stripVTControlCharacters(this.#drawn);
      if (text.includes(words)) {
        this.#drawn = "";
        return text;
      }
      await pause(10);
    }
    throw new Error(`never drawn: ${words}\n${stripVTControlCharacters(this.#drawn)}`);
  }
}

it("answers line after line, and ends when somebody types exit", async () => {
  const ada = new Typist();
  ada.type("who-led side:us\r");
  expect(await ada.sees("[1] Where")).toContain("Sonata Coulter, U.S. Deputy Assistant Secretary of State, led");
  ada.type("how long did they meet\r");
  await ada.sees("Consistent: 5½ hours");
  ada.type("exit\r");
  await ada.left;
});

it("goes on after a refusal", async () => {
  const ada = new Typist();
  ada.type("who-ledd\r");
  await ada.sees('There is no command "who-ledd".');
  ada.type("\r");
  await ada.sees("That line is empty.");
  ada.type(`${"x".repeat(5000)}\r`);
  await ada.sees("That is 5000 characters; a line takes at most 4000.");
  ada.type("where\r");
  await ada.sees("the Russian consulate building");
  ada.end();
  await ada.left;
});

it("presses a button by its number", async () => {
  const ada = new Typist();
  ada.type("who-led\r");
  await ada.sees("[3] First round");
  ada.type("3\r");
  await ada.sees("Who led: First round");
  ada.type("[1]\r");
  await ada.sees("Where: First round");
  ada.type("quit\r");
  await ada.left;
});

it("takes a number that no button has for words", async () => {
  const ada = new Typist();
  ada.type("99\r");
  await ada.sees("The desk holds nothing on “99”.");
  ada.end();
  await ada.left;
});

it("completes with tab: a command, an option, a value", async () => {
  const ada = new Typist();
  ada.type("who-l\t");
  await ada.sees("who-led ");
  ada.type("si\t");
  await ada.sees("side:");
  ada.type("ru\t");
  await ada.sees("russia ");
  ada.type("\r");
  const text = await ada.sees("Alexander Darchiev");
  expect(text).not.toContain("Coulter");
  ada.end();
  await ada.left;
});

it("corrects a slip with tab where one value is near", async () => {
  const ada = new Typist();
  ada.type("who-led side:rusia\t");
  await ada.sees("side:russia");
  ada.end();
  await ada.left;
});

it("brings back earlier lines with the arrow, from this run and the one before, and keeps them", async () => {
  const ada = new Typist(["where"]);
  ada.type("\u001B[A\r");
  await ada.sees("the Russian consulate building");
  ada.type("when\r");
  await ada.sees("Thursday");
  ada.type("\u001B[A\u001B[A\r");
  await ada.sees("the Russian consulate building");
  expect(ada.kept.at(-1)).toEqual(["where", "when"]);
  ada.end();
  await ada.left;
});

it("answers a last line that the input's end cuts off, and leaves quietly", async () => {
  const ada = new Typist();
  ada.type("when");
  ada.end();
  await ada.left;
  await ada.sees("Thursday");
});

it("ends where the input ends, and reads a pipe without a terminal", async () => {
  const ada = new Typist([], false);
  ada.type("when\n");
  await ada.sees("Thursday");
  ada.end();
  await ada.left;
});

it("brings in a first round by one line a name and a fact, and takes all of it back", async () => {
  const desk = await (await servers(EMPTY_LIBRARY)).server({ platform: "terminal", id: "local" });
  const ada = new Typist([], true, { ...reader, tier: "admin" }, desk.session);
  for (const line of FIRST_ROUND) {
    ada.type(`${line}\r`);
    expect([line, await ada.sees("[1]")]).toEqual([line, expect.stringMatching(/(?:Added|Joined|Set here)/u)]);
  }
  expect(held(await desk.session.desk.view())).toEqual(HELD);
  for (const line of FIRST_ROUND) {
    ada.type("facts undo\r");
    expect([line, await ada.sees("[1]")]).toEqual([line, expect.stringContaining("Taken back")]);
  }
  expect(held(await desk.session.desk.view())).toEqual(NOTHING);
  ada.type("exit\r");
  await ada.left;
});
