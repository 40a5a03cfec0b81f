import { z } from "zod";
import { FORM } from "#core/answer/form.ts";
import { REPLY } from "#core/reply/reply.ts";
import { RAW_CALL } from "#core/request/call.ts";

/**
 * A reply as it was given, for its other pages. They ping nobody again, and the first page has said how the question
 * was read.
 */
export const STASHED_REPLY = z.object({ call: RAW_CALL, reply: REPLY.omit({ matched: true, mention: true }) });

/** A form that waits to be opened, with the values of its earlier steps. */
export const STASHED_FORM = z.object({ form: FORM, entered: z.record(z.string(), z.string()) });

/** Calls too long for a custom id. */
export const STASHED_ACTIONS = z.array(z.object({ do: z.enum(["call", "share", "details"]), call: RAW_CALL }));
