import { tell } from "#core/messages/tell.ts";
import { call } from "#core/request/call.ts";
import { answered, defineCommand } from "#core/answer/command.ts";
import { trailLine } from "#core/changes/history.ts";
import { moment, text, whole } from "#core/request/options/index.ts";
import { buttons, heading, list, paragraph, reply, strong, text as words, type Block } from "#core/reply/reply.ts";
import type { Told } from "#core/messages/tongue.ts";
import { fold } from "#core/text/text.ts";

const PAGE = 15;

export const audit = defineCommand({
  path: ["facts", "audit"],
  about: "All changes to this desk, the latest first",
  tier: "moderator",
  options: {
    by: text("Only changes by one person", { words: true, max: 100 }),
    since: moment("Only changes since a day or moment", {}, "start"),
    page: whole("Which page, from 1", 1, 100_000),
  },
  example: "by:ann",
  async answer(values, { desk, raw, asker }) {
    const snapshot = await desk.whole();
    const { view } = snapshot;
    const since = values.since === undefined ? undefined : Temporal.Instant.from(values.since);
    const all = snapshot.own.revisions
      .filter((r) => values.by === undefined || fold(r.by.name).includes(fold(values.by)) || r.by.id === values.by)
      .filter((r) => since === undefined || Temporal.Instant.compare(r.at, since) >= 0)
      .toReversed();
    const page = values.page ?? 1;
    const some = all.slice((page - 1) * PAGE, page * PAGE);
    const more = all.length > page * PAGE;
    const chain = page === 1 && snapshot.own.version > 0 ? [chainLine(await desk.firstBroken(), view)] : [];
    return answered(
      reply(tell(view, "audit.count", { n: all.length }), [
        heading(tell(view, "audit.title", { n: all.length })),
        ...chain,
        ...(some.length === 0
          ? [paragraph(words(tell(view, "audit.none")))]
          : [list(...some.map((r) => trailLine(r, snapshot, asker.platform)))]),
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

function chainLine(broken: number | undefined, at: Told): Block {
  if (broken === undefined) return paragraph(words(tell(at, "audit.complete")));
  return paragraph(strong(tell(at, "audit.broken")), words(tell(at, "audit.compare", { number: broken })));
}
