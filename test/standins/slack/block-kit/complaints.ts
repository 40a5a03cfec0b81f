import type { Fields } from "#test/standins/slack/json.ts";
import { isFields } from "#test/standins/slack/json.ts";
import { TEXT_OBJECT } from "./limits.ts";

interface TextRule {
  readonly most: number;
  readonly plain?: boolean;
}

/** Gathers what is wrong with a payload, each line with the JSON pointer Slack would give. */
export class Complaints {
  readonly lines: string[] = [];

  add(path: string, problem: string): void {
    this.lines.push(`${problem} [json-pointer:${path}]`);
  }

  /** A string field within a length; absent is fine unless `fewest` is given. */
  length(value: unknown, path: string, most: number, fewest = 0): void {
    if (value === undefined || value === null) {
      if (fewest > 0) this.add(path, "missing required field");
    } else if (typeof value !== "string") {
      this.add(path, "must be a string");
    } else {
      if (value.length > most) this.add(path, `must be at most ${most} characters, is ${value.length}`);
      if (value.length < fewest) this.add(path, `must be at least ${fewest} characters`);
    }
  }

  count(value: unknown, path: string, most: number, fewest = 1): readonly unknown[] {
    if (!Array.isArray(value)) {
      this.add(path, "must be a list");
      return [];
    }
    if (value.length > most) this.add(path, `no more than ${most} items allowed, there are ${value.length}`);
    if (value.length < fewest) this.add(path, `at least ${fewest} items required`);
    return value;
  }

  object(value: unknown, path: string): Fields | undefined {
    if (isFields(value)) return value;
    this.add(path, "must be an object");
    return undefined;
  }

  /** A text object: `plain_text` or `mrkdwn`, never empty. */
  text(value: unknown, path: string, rule: TextRule = { most: TEXT_OBJECT }): void {
    const text = this.object(value, path);
    if (text === undefined) return;
    if (text["type"] !== "plain_text" && (rule.plain === true || text["type"] !== "mrkdwn")) {
      this.add(`${path}/type`, rule.plain === true ? "must be plain_text" : "must be plain_text or mrkdwn");
    }
    this.length(text["text"], `${path}/text`, rule.most, 1);
  }

  optionalText(value: unknown, path: string, rule: TextRule): void {
    if (value !== undefined && value !== null) this.text(value, path, rule);
  }

  oneOf(value: unknown, path: string, allowed: readonly string[]): void {
    if (value !== undefined && !(typeof value === "string" && allowed.includes(value)))
      this.add(path, `must be one of ${allowed.join(", ")}`);
  }
}
