import { tell } from "#core/messages/tell.ts";
import { momentIn } from "#core/messages/words.ts";
import { call } from "#core/request/call.ts";
import { answered, defineCommand } from "#core/answer/command.ts";
import { subjectParts } from "#core/desk/subject.ts";
import { trailLine } from "#core/changes/history.ts";
import { flag, moment as momentOption, whole } from "#core/request/options/index.ts";
import { buttons, heading, list, paragraph, reply, text } from "#core/reply/reply.ts";

const PAGE = 15;
const WEEK = { hours: 24 * 7 };

export const changes = defineCommand({
  path: ["talks", "changes"],
  about: "Facts that were added, corrected, retracted or settled, and when",
  tier: "reader",
  options: {
    since: momentOption("A day or moment (the last seven days, if empty)", { words: true }, "start"),
    page: whole("Which page, from 1", 1, 100_000),
    public: flag("Post the answer for everyone in the channel"),
  },
  example: "since:2026-11-01",
  async answer(values, { desk, now, raw, view }) {
    const snapshot = await desk.whole();
    const since = values.since === undefined ? now.subtract(WEEK) : Temporal.Instant.from(values.since);
    const all = [...snapshot.library.revisions, ...snapshot.own.revisions]
      .filter((r) => subjectParts(r.subject).kind === "fact" && Temporal.Instant.compare(r.at, since) >= 0)
      .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at) || b.number - a.number);
    // What the library loads for the first time is counted, not listed: on a fresh desk that is all of it.
    const firsts = new Map(snapshot.library.revisions.toReversed().map((r) => [r.subject, r.number]));
    const moved = all.filter((r) => r.kind !== "load" || firsts.get(r.subject) !== r.number);
    const loaded = all.length - moved.length;
    const page = values.page ?? 1;
    const some = moved.slice((page - 1) * PAGE, page * PAGE);
    const more = moved.length > page * PAGE;
    const moment = momentIn(view, since);
    const title =
      moved.length === 0
        ? tell(view, "changes.none", { moment })
        : tell(view, "changes.since", { n: moved.length, moment });
    return answered(
      reply(title, [
        heading(title),
        ...(some.length === 0 ? [] : [list(...some.map((r) => trailLine(r, snapshot)))]),
        ...(loaded === 0 || more ? [] : [paragraph(text(tell(view, "changes.shipped", { n: loaded })))]),
        ...(more
          ? [
              buttons({
                label: tell(view, "button.earlier"),
                call: call(raw.path, { ...raw.values, page: String(page + 1) }),
              }),
            ]
          : []),
      ]),
    );
  },
});
