import { length, object, objects, text } from "#test/standins/discord/json.ts";
import type { Complaints } from "./complaints.ts";

/** docs.discord.com/developers/resources/message#embed-object-embed-limits; the sum is over all embeds of a message. */
const MOST = { embeds: 10, fields: 25, total: 6000 };

export function checkEmbeds(complaints: Complaints, path: string, value: unknown): void {
  complaints.count(path, value, 0, MOST.embeds);
  let total = 0;
  for (const [index, embed] of objects(value).entries()) {
    const at = `${path}.${index}`;
    complaints.optionalText(`${at}.title`, embed.title, 0, 256);
    complaints.optionalText(`${at}.description`, embed.description, 0, 4096);
    complaints.optionalText(`${at}.footer.text`, object(embed.footer).text, 1, 2048);
    complaints.optionalText(`${at}.author.name`, object(embed.author).name, 1, 256);
    complaints.count(`${at}.fields`, embed.fields, 0, MOST.fields);
    total += length(text(embed.title)) + length(text(embed.description));
    total += length(text(object(embed.footer).text)) + length(text(object(embed.author).name));
    for (const [row, field] of objects(embed.fields).entries()) {
      complaints.text(`${at}.fields.${row}.name`, field.name, 1, 256);
      complaints.text(`${at}.fields.${row}.value`, field.value, 1, 1024);
      total += length(text(field.name)) + length(text(field.value));
    }
  }
  if (total > MOST.total)
    complaints.add(path, "MAX_EMBED_SIZE_EXCEEDED", `Embed size exceeds maximum size of ${MOST.total}`);
}
