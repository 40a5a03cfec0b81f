import type { CitedArticle } from "#core/changes/article-change.ts";
import { articleLabels } from "#core/reply/article-label.ts";
import { buttons, paragraph, strong, text, type Block } from "#core/reply/reply.ts";
import { call, LABEL_MAX } from "#core/request/call.ts";
import { count, listed, shorten } from "#core/text/text.ts";

/**
 * What a reply tells of the article that a citation was put to: that it has no title, address or day yet, that it is
 * another one than those of its outlet that were held, or what was typed of it and not taken; with the button that adds
 * or takes it.
 */
export function articleNote(cited: CitedArticle | undefined): readonly Block[] {
  if (cited === undefined) return [];
  const { article, untaken, besides } = cited;
  if (besides !== undefined) {
    const held = articleLabels(besides).slice(0, 3);
    const label = shorten(listed(held), 120);
    return [
      paragraph(
        strong("A new article. "),
        text(`The desk held ${count(besides.length, "other")} of ${article.outlet} (${label}).`),
      ),
    ];
  }
  if (cited.fresh && article.title === undefined && article.address === undefined && article.published === undefined)
    return [buttons({ label: "Describe the article", call: call(["facts", "correct"], { id: article.id }) })];
  if (untaken === undefined) return [];
  const told = Object.entries(untaken).map(([name, value]) => `${name} "${shorten(value, 80)}"`);
  return [
    paragraph(
      strong("The article stays as it is held. "),
      text(`Not taken: ${listed(told)}. A correction of the article takes it.`),
    ),
    buttons({
      label: shorten(`Correct ${article.outlet}`, LABEL_MAX),
      call: call(["facts", "correct"], { id: article.id, ...untaken }),
    }),
  ];
}
