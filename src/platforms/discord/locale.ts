/** The words of the commands in one language. What is missing stays English. */
export interface Locale {
  /** By path (`talks who-led`): its name, 1–32 lower-case letters, digits and hyphens, and its description, 1–100 characters. */
  readonly commands: Readonly<Record<string, readonly [name: string, about: string]>>;
  /** Names of the message commands, by the English one. */
  readonly messages: Readonly<Record<string, string>>;
  /** Names of options, by the English one. */
  readonly options: Readonly<Record<string, string>>;
  /** Descriptions of options, by the English one. */
  readonly abouts: Readonly<Record<string, string>>;
  /** Labels of choices, by the English one, 1–100 characters; the value that is sent back stays the English one. */
  readonly choices: Readonly<Record<string, string>>;
}
