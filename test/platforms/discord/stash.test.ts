import { expect, it } from "vitest";
import { StoreUnavailable } from "#core/desk/store.ts";
import { Gate, slowStore } from "#test/slow-store.ts";
import { talksInDiscord } from "./talks.ts";

const MODERATOR = { permissions: ["ManageGuild"] } as const;
const LONG =
  "please tell me who it was that led the russian side in the talks of the second round at Istanbul in April";
const ENTERED = { stated: "4 hours", source: "new: The Gazette", paragraph: "3" };

/** Talks over a store that keeps a button's words, started again; from then on `before` happens when they are read. */
async function restarted(before: () => Promise<void>) {
  let now = (): Promise<void> => Promise.resolve();
  const running = await talksInDiscord({ store: slowStore({ stash: () => now() }) });
  const ada = running.discord.user("ada", MODERATOR);
  const again = async (): Promise<void> => {
    await running.restart();
    now = before;
  };
  return { ...running, ada, again };
}

const away = (): Promise<void> => Promise.reject(new StoreUnavailable("gone"));

it("answers the button of a long call before the store has answered, after a restart", async () => {
  const gate = new Gate().shut();
  const { ada, again } = await restarted(gate.pass);
  const shown = await ada.slash("talks ask", { question: LONG }).reply();
  await again();
  const shared = ada.click(shown, "Share");
  await shared.acknowledged();
  gate.open();
  const late = await shared.reply();
  expect(late.text).not.toContain("too old");
  // Who may see an answer is settled before the call is known: it is shared by the next press.
  expect(late.ephemeral).toBe(true);
  expect((await ada.click(late, "Share").reply()).ephemeral).toBe(false);
});

it("opens the form of an earlier start by one more press where the store is slow", async () => {
  const gate = new Gate().shut();
  const { ada, again } = await restarted(gate.pass);
  const first = await ada.slash("facts add", { slot: "duration" }).modal();
  const more = await ada.submitModal(first, ENTERED).reply();
  await again();
  const opening = ada.click(more, "Continue");
  await opening.acknowledged();
  gate.open();
  const waiting = await opening.reply();
  const form = await ada.click(waiting, "Continue").modal();
  const done = await ada.submitModal(form, { according: "according to a diplomat" }).reply();
  expect(done.text).toContain("4 hours");
});

it("sends the form of an earlier start although the store is slow", async () => {
  const gate = new Gate().shut();
  const { ada, again } = await restarted(gate.pass);
  const first = await ada.slash("facts add", { slot: "duration" }).modal();
  const more = await ada.submitModal(first, ENTERED).reply();
  await again();
  const sending = ada.click(more, "Send");
  await sending.acknowledged();
  gate.open();
  expect((await sending.reply()).text).toContain("4 hours");
});

it.each(["Continue", "Send"])("says that the store is away, and not that the form is too old: %s", async (button) => {
  const { ada, again } = await restarted(away);
  const first = await ada.slash("facts add", { slot: "duration" }).modal();
  const more = await ada.submitModal(first, ENTERED).reply();
  await again();
  const told = await ada.click(more, button).reply();
  expect(told.text).toContain("cannot be reached at the moment. Nothing was changed");
  expect(told.text).not.toContain("too old");
});

it("says that the store is away, and not that a button is too old", async () => {
  const { ada, again } = await restarted(away);
  const shown = await ada.slash("talks ask", { question: LONG }).reply();
  await again();
  expect((await ada.click(shown, "Share").reply()).text).toContain("cannot be reached at the moment");
});
