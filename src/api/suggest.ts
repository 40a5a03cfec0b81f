import type { CallToolResult, McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { answer, type Session } from "#core/answer/answer.ts";
import type { Form } from "#core/answer/form.ts";
import { SLOT_NAMES } from "#core/facts/slot-names.ts";
import type { Asker } from "#core/request/asker.ts";
import { call, type RawCall } from "#core/request/call.ts";
import { SLOTS } from "#core/slots/index.ts";
import { plainText } from "./plain-text.ts";
import { valuesOf } from "./reads.ts";
import { replyOf } from "./told.ts";

/** No field of any slot takes more. */
const FIELD_MAX = 2000;
const typed = (about: string, max: number) => z.string().min(1).max(max).describe(about);

/** A fact as its source says it. `fields`: those of its slot, by name. */
const SUGGESTED = z.strictObject({
  slot: typed("The kind of fact: one of those below, or one of the desk's own", 100),
  talks: typed("Which round of talks; needed where the desk follows several negotiations", 200).optional(),
  side: typed("Which party it is about, where it is about one", 200).optional(),
  source: typed("The article: an outlet or id that the desk holds, or a new outlet's name after `new: `", 100),
  paragraph: z.int().min(1).max(1000).describe("The paragraph that says it, counted from 1"),
  excerpt: typed("The article's exact words", 1000).optional(),
  according: typed("Whom the article has it from", 300).optional(),
  title: typed("The title of a new article", 300).optional(),
  address: typed("The web address of a new article", 2048).optional(),
  published: typed("Day of publication of a new article, YYYY-MM-DD", 40).optional(),
  fields: z.record(z.string().max(60), z.string().max(FIELD_MAX)).describe("What the source says, in its own words"),
});
type Suggestion = z.infer<typeof SUGGESTED>;

const QUEUED = z.object({
  queued: z.boolean().describe("Whether it waits for a moderator now; otherwise nothing was kept, and `text` says why"),
  text: z.string(),
});
type Queued = z.infer<typeof QUEUED>;

/** Adds the one tool that writes, into the queue and nowhere else. */
export function addSuggest(server: McpServer, suggest: (suggested: Suggestion) => Promise<Queued>): void {
  server.registerTool(
    "suggest",
    {
      title: "Suggest",
      description:
        "Puts one fact into the moderators' queue. The desk holds it only once a moderator approves it. Give only " +
        `what the article says, in its words. Fields by slot: ${slotsTold()}`,
      inputSchema: SUGGESTED,
      outputSchema: QUEUED,
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
    },
    async (suggested): Promise<CallToolResult> => {
      const queued = await suggest(suggested);
      return {
        isError: !queued.queued,
        content: [{ type: "text", text: queued.text }],
        structuredContent: { ...queued },
      };
    },
  );
}

/** Suggests it as a person does. */
export async function suggestTo(
  { fields, ...given }: Suggestion,
  { session, asker }: { readonly session: Session; readonly asker: Asker },
): Promise<Queued> {
  const raw: RawCall = { ...call(["talks", "suggest"], { ...fields, ...valuesOf(given) }), submitted: true };
  const answered = await answer(raw, asker, session);
  if (answered.kind === "form") return { queued: false, text: lacking(answered.form) };
  return { queued: answered.kind === "reply", text: plainText(replyOf(answered)) };
}

/** What a person would be asked in a form. */
function lacking({ problem, fields }: Form): string {
  if (problem !== undefined) return `${problem.message} ${problem.hint}`.trim();
  const missing = fields.filter((f) => f.required && f.value === "").map((f) => `${f.name} (${f.about})`);
  return `Something is missing: ${missing.join("; ")}.`;
}

function slotsTold(): string {
  const told = SLOT_NAMES.filter((name) => name !== "own").map((name) => {
    const fields = Object.entries(SLOTS[name].fields).map(([field, { required }]) => (required ? field : `${field}?`));
    return `${name} (${fields.join(", ")})`;
  });
  return `${told.join("; ")}.`;
}
