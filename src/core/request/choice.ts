import { z } from "zod";
import type { Immutable } from "#core/text/immutable.ts";

/** A value offered while typing: `value` is what is sent back, `label` what is read. */
export const CHOICE = z.object({ label: z.string(), value: z.string() });
export type Choice = Immutable<z.infer<typeof CHOICE>>;
