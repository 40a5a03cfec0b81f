/** The names that a message has places for, as a type: `"n" | "what"` of `{n, plural, one {…} other {…}} on {what}`. */
export type Arguments<Message extends string> = Message extends `${infer Before}{${infer Rest}`
  ? Before extends `${string}${"one" | "other"} `
    ? Arguments<Rest>
    : NameOf<Rest> | Arguments<Rest>
  : never;

type NameOf<Rest extends string> = Rest extends `${infer Name}}${string}`
  ? Name extends `${infer Counted},${string}`
    ? Counted
    : Name
  : never;
