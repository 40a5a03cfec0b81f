import { tell } from "#core/messages/tell.ts";
import type { CitedArticle } from "#core/changes/article-change.ts";
import { articleLabels } from "#core/reply/article-label.ts";
import { buttons, paragraph, strong, text, type Block } from "#core/reply/reply.ts";
import { call, LABEL_MAX } from "#core/request/call.ts";
import { listedIn } from "#core/messages/lists.ts";
import type { Told } from "#core/messages/tongue.ts";
import { shorten } from "#core/text/text.ts";

/**
 * What a reply tells of the article that a citation was put to: that it has no title, address or day yet, that it is
 * another one than those of its outlet that were held, or what was typed of it and not taken; with the button that adds
 * or takes it.
 */
export function articleNote(cited: CitedArticle | undefined, at: Told): readonly Block[] {
  if (cited === undefined) return [];
  const { article, untaken, besides } = cited;
  if (besides !== undefined) {
    const held = articleLabels(besides, at).slice(0, 3);
    const label = shorten(listedIn(at, held), 120);
    return [
      paragraph(
        strong(tell(at, "article.new")),
        text(tell(at, "article.others", { n: besides.length, outlet: article.outlet, held: label })),
      ),
    ];
  }
  if (cited.fresh && article.title === undefined && article.address === undefined && article.published === undefined)
    return [buttons({ label: tell(at, "article.describe"), call: call(["facts", "correct"], { id: article.id }) })];
  if (untaken === undefined) return [];
  const told = Object.entries(untaken).map(([name, value]) => `${name} "${shorten(value, 80)}"`);
  return [
    paragraph(strong(tell(at, "article.stays")), text(tell(at, "article.untaken", { values: listedIn(at, told) }))),
    buttons({
      label: shorten(tell(at, "article.correct", { outlet: article.outlet }), LABEL_MAX),
      call: call(["facts", "correct"], { id: article.id, ...untaken }),
    }),
  ];
}
