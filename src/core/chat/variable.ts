/** What the environment has, unchecked. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A variable whose value cannot be used: says which, what is wrong, and what to write. Never holds the value of a
 * secret.
 */
export class BadVariable extends Error {
  readonly variable: string;

  constructor(variable: string, problem: string) {
    super(`${variable}: ${problem}`);
    this.name = "BadVariable";
    this.variable = variable;
  }
}

/** An http or https address without a slash at its end; undefined where nothing is set. @throws BadVariable */
export function address(variable: string, value: string | undefined): string | undefined {
  const typed = value?.trim() ?? "";
  if (typed === "") return undefined;
  const url = URL.parse(typed);
  if (url === null || !/^https?:$/u.test(url.protocol)) {
    throw new BadVariable(variable, "is not an address; write one that begins with https://, or leave it empty");
  }
  return typed.replace(/\/+$/u, "");
}

const PORT = 3000;

/** The port of the one HTTP address. @throws BadVariable */
export function port(env: Environment): number {
  const typed = env["PORT"]?.trim() ?? "";
  const number = typed === "" ? PORT : Number(typed);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new BadVariable("PORT", "is not a port, a number up to 65535");
  return number;
}

/** The address that the HTTP port is bound to; undefined for all. @throws BadVariable */
export function host(env: Environment): string | undefined {
  const typed = env["HOST"]?.trim() ?? "";
  if (typed === "") return undefined;
  if (/^[\w.:-]+$/u.test(typed)) return typed;
  throw new BadVariable("HOST", "is not an address to bind to, such as 127.0.0.1");
}

/**
 * A port of this computer, or an address and a port. `more`: what else may be written, as the message ends. @throws
 * BadVariable
 */
export function bindAddress(
  variable: string,
  typed: string,
  more = "",
): { readonly host: string; readonly port: number } {
  const [, v6, name, digits = ""] = /^(?:\[([\da-f:.]+)\]:|([\w.-]+):)?(\d{1,5})$/iu.exec(typed) ?? [];
  if (digits === "" || Number(digits) > 65_535)
    throw new BadVariable(variable, `is neither a port, nor an address and a port such as 0.0.0.0:3001${more}`);
  return { host: v6 ?? name ?? "127.0.0.1", port: Number(digits) };
}
