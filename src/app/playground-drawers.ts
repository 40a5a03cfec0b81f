import { replyAsTyped } from "#core/answer/as-typed.ts";
import type { Setting } from "#core/chat/frame.ts";
import { replyPage } from "#platforms/discord/compose.ts";
import { DIALECT as DISCORD } from "#platforms/discord/dialect.ts";
import { replyMessage } from "#platforms/slack/compose.ts";
import { DIALECT as SLACK } from "#platforms/slack/dialect.ts";
import { picturesIn, withPictures } from "#platforms/slack/illustrate.ts";
import type { Drawers } from "#platforms/web/drawers.ts";

/**
 * What both platforms are sent, each command as one types it there, with its files as the page can show them: text as
 * it is, a picture as an address.
 */
export const DRAWERS: Drawers = {
  async discord(reply, setting, page, token) {
    const { files, ...shown } = await replyPage(replyAsTyped(reply, DISCORD), setting, page, token);
    return {
      ...shown,
      files: files.map(({ name, content }) =>
        typeof content === "string" ? { name, text: content } : { name, href: address(content) },
      ),
    };
  },
  async slack(reply, setting, page, token) {
    const message = await replyMessage(replyAsTyped(reply, SLACK), setting, page, token);
    const found = page === 0 && isSeenByMore(setting) ? picturesIn(reply) : [];
    const painted = await Promise.all(found.map(async ({ picture }) => setting.paint?.(picture)));
    const shown = painted.flatMap((png, i) =>
      png === undefined ? [] : [{ id: `F00000000${i}`, alt: found[i]?.alt ?? "", href: address(png) }],
    );
    if (shown.length === 0) return message;
    return { ...withPictures(message, shown), files: shown.map(({ id, href }) => ({ id, href })) };
  },
};

/** A message for one person cannot show a file in Slack. */
function isSeenByMore({ request }: Setting): boolean {
  return request === undefined || request.everyone;
}

function address(png: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
}
