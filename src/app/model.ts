import { z } from "zod";
import type { ModelConfig } from "./run-config.ts";

const ANSWER_MAX = 64_000;

/** https://platform.openai.com/docs/api-reference/chat: what Ollama, vLLM and others answer too. */
const COMPLETION = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });

/** What a model is to do, what it is to do it with, and how long its answer may be and take. */
export interface Errand {
  readonly task: string;
  readonly data: string;
  readonly tokens: number;
  readonly patience: number;
}

/**
 * The JSON that a model answers with, which nobody has checked. @throws Error where there is none; `reasonOf` words it
 */
export async function askModel({ url, model, key }: ModelConfig, errand: Errand): Promise<unknown> {
  const answered = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify(bodyOf(model, errand)),
    signal: AbortSignal.timeout(errand.patience),
    // It would be sent the key and the data too.
    redirect: "error",
  });
  if (!answered.ok) throw new Error(`it answers ${answered.status}`);
  const [choice] = COMPLETION.parse(JSON.parse(await shortText(answered))).choices;
  return readingIn(choice?.message.content ?? "");
}

function bodyOf(model: string, { task, data, tokens }: Errand): object {
  return {
    model,
    temperature: 0,
    max_tokens: tokens,
    stream: false,
    response_format: { type: "json_object" },
    messages: [
      { role: "system", content: task },
      { role: "user", content: data },
    ],
  };
}

/** The body of a response, read no further than it may be long. @throws Error where it is longer */
async function shortText({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const part of body ?? []) {
    text += decoder.decode(part as Uint8Array, { stream: true });
    if (text.length > ANSWER_MAX) throw new Error("its answer is too long");
  }
  return text + decoder.decode();
}

/** The JSON object in what a model says; some put it between fences. @throws SyntaxError where there is none */
function readingIn(content: string): unknown {
  const [object] = /\{[^]*\}/u.exec(content) ?? [];
  return JSON.parse(object ?? content);
}

/** Why a model was no help, in a few words. */
export function reasonOf(error: unknown, patience: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `it took longer than ${patience / 1000} seconds`;
  if (error instanceof SyntaxError || error instanceof z.ZodError) return "its answer cannot be read";
  const { cause } = error;
  return cause instanceof Error ? cause.message : error.message;
}
