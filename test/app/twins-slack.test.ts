import { expect, inject, it, onTestFinished } from "vitest";
import { freshDatabase } from "#test/postgres/database.ts";
import { shown } from "#test/platforms/slack/talks.ts";
import type { SignedRequest } from "#test/standins/slack/http-delivery.ts";
import type { RequestAddress } from "#test/standins/slack/request-address.ts";
import { Slack } from "#test/standins/slack/slack.ts";
import { startProgram, type Program } from "./program.ts";

const server = inject("postgres");

interface Instance extends Program {
  readonly address: RequestAddress;
}

/** Slack over HTTP, one database, and how to start one more instance, to which Slack then delivers. */
async function slackOverHttp() {
  const slack = await Slack.start();
  const database = await freshDatabase(server);
  onTestFinished(async () => {
    await slack.stop();
    await database.drop();
  });
  const start = async (): Promise<Instance> => {
    const talks = startProgram({ ...slack.environment("http"), DATABASE_URL: database.url, PORT: "0" });
    await expect.poll(talks.said).toMatch(/Slack: connected .* on port \d+/u);
    const port = /on port (\d+)/u.exec(talks.said())?.[1] ?? "";
    return { ...talks, address: slack.deliverTo(`http://127.0.0.1:${port}/slack/events`) };
  };
  return { slack, start };
}

it.skipIf(server === "")(
  "does and answers each delivery once: at two instances, replayed, after a restart",
  async () => {
    const { slack, start } = await slackOverHttp();
    const [second, first] = [await start(), await start()];
    const ada = slack.user("ada", { role: "admin" });
    const cid = slack.user("cid");
    const recorded: SignedRequest[] = [];
    /** Does one thing while Slack delivers it to the other instance too, and keeps what was delivered. */
    const twice = async <T>(deed: () => Promise<T>): Promise<T> => {
      const done = await deed();
      const request = first.address.last();
      recorded.push(request);
      expect((await second.address.raw(request)).status).toBe(200);
      return done;
    };
    const slash = (line: string) => twice(async () => shown(await ada.slash("/talks", line).reply()));

    for (const id of ["apr-led-us", "apr-venue", "apr-city"])
      expect(await slash(`facts retract ${id} reason:"the source withdrew it"`)).toContain("Retracted");
    expect(await slash("facts undo")).toContain("Istanbul");
    expect(await slash("digest subscribe #general every:daily timezone:utc")).toContain("every day");
    expect(shown(await twice(() => ada.mention("general", "facts undo").reply()))).not.toBe("");
    const suggested = await twice(() =>
      cid.slash("/talks", 'suggest note remark:"a ferry runs" source:TASS paragraph:1').reply(),
    );
    expect(shown(suggested)).toContain("Suggested");
    const mentioned = ada.mention("general", "where was it?");
    await twice(() => mentioned.reply());
    const asked = slack.messages("general").findLast((m) => m.text.includes("where was it?"));
    if (asked === undefined) throw new Error("nobody asked");
    const alone = await ada.slash("/talks", "when").reply();
    await twice(() => ada.click(alone, "Share").reply());
    const form = await ada.slash("/talks", "facts correct apr-duration-tass").view();
    // Slow, it says first that it works.
    expect((await twice(() => ada.submit(form, { stated: "5 hours" }).outcome())).end).toMatch(/closed|updated/u);

    const settled = async (instance: Instance): Promise<void> => {
      slack.deliverTo(instance.address.url);
      await ada.slash("/talks", "help").reply();
    };
    await settled(second);
    const before = slack.messages("general").filter((m) => m.visibleTo === undefined).length;
    ada.editMention(asked, "where was it, please?");
    first.child.kill("SIGKILL");
    second.child.kill("SIGTERM");
    expect(await second.ended).toBe(0);
    const third = await start();
    for (const request of recorded) expect((await third.address.raw(request)).status).toBe(200);
    ada.editMention(asked, "where was it then?");
    await settled(third);
    expect(slack.messages("general").filter((m) => m.visibleTo === undefined)).toHaveLength(before);

    const said = async (line: string): Promise<string> => shown(await ada.slash("/talks", line).reply());
    const audit = await said("facts audit");
    expect(audit.match(/took back/gu)).toHaveLength(2);
    expect(audit.match(/corrected/gu)).toHaveLength(1);
    expect((await said("facts review")).match(/A ferry runs/gu)).toHaveLength(1);
    expect((await said("digest list")).match(/every day/gu)).toHaveLength(1);
    expect(mentioned.replies()).toHaveLength(1);
    expect(
      slack.messages("general").filter((m) => m.visibleTo === undefined && shown(m).includes("Asked by")),
    ).toHaveLength(1);
    expect([first, second, third].map((t) => t.said()).join("\n")).not.toMatch(/could not be sent|incident/u);
  },
);
