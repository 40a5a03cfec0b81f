import { LogLevel, type Logger } from "@slack/bolt";

/** Bolt's warnings and errors, each in one line, without what may hold a token. */
export function lineLogger(log: (line: string) => void): Logger {
  const say = (...words: readonly unknown[]): void => {
    const told = words.map((w) => (w instanceof Error ? w.message : typeof w === "string" ? w : "")).join(" ");
    const line = told
      .replace(/\bx(?:ox[a-z]|app)-[\w-]+/gu, "(token)")
      .replace(/\s+/gu, " ")
      .trim();
    if (line !== "") log(`Slack: ${line.slice(0, 300)}`);
  };
  const nothing = (): void => {};
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: say,
    setLevel: nothing,
    getLevel: () => LogLevel.ERROR,
    setName: nothing,
  };
}
