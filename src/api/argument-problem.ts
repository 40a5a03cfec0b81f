import type { z } from "zod";
import type { Read } from "./reads.ts";

/** What is wrong with the arguments that a request gave to a read, in words for who wrote the request. */
export function argumentProblem(issue: z.core.$ZodIssue, { name, takes }: Read, given: object): string {
  const [argument = ""] = issue.path.map(String);
  const isMissing = !Object.hasOwn(given, argument);
  if (issue.code === "unrecognized_keys")
    return `${name} has no argument “${issue.keys[0] ?? ""}”. It takes ${takes.join(", ")}.`;
  if (issue.code === "invalid_value")
    return `“${argument}” is ${isMissing ? "missing. It is " : ""}one of these: ${issue.values.join(", ")}.`;
  if (isMissing) return `“${argument}” is missing.`;
  if (issue.code === "invalid_type") return `“${argument}” is a whole number.`;
  if (issue.code === "too_small") return `“${argument}” is empty.`;
  if (issue.code === "too_big") return `“${argument}” has at most ${issue.maximum} characters.`;
  return `“${argument}”: ${issue.message}`;
}
