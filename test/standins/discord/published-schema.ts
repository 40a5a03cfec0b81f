import { readFileSync } from "node:fs";
import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Json } from "./json.ts";
import { isObject, object } from "./json.ts";

/**
 * Where Discord's published schema refuses what its documentation asks for. Kept short on purpose.
 *
 * - `default_member_permissions`: the schema wants an integer, the documentation a string; every SDK sends a string.
 */
const EXCEPTIONS: readonly ((error: ErrorObject) => boolean)[] = [
  (error) => error.instancePath.endsWith("/default_member_permissions"),
];

const CALLBACKS: Readonly<Record<number, string>> = {
  1: "PongInteractionCallbackRequest",
  4: "CreateMessageInteractionCallbackRequest",
  5: "CreateMessageInteractionCallbackRequest",
  6: "UpdateMessageInteractionCallbackRequest",
  7: "UpdateMessageInteractionCallbackRequest",
  8: "ApplicationCommandAutocompleteCallbackRequest",
  9: "ModalInteractionCallbackRequest",
};

const read = new Map<string, PublishedSchema>();

/** The description in a file, read once a process; undefined where no file is named. */
export function publishedSchema(file: string): PublishedSchema | undefined {
  if (file === "") return undefined;
  const schema = read.get(file) ?? new PublishedSchema(file);
  read.set(file, schema);
  return schema;
}

/** Discord's published OpenAPI description, as a judge of bodies: the bot's, and the stand-in's own answers. */
export class PublishedSchema {
  readonly #ajv: Ajv2020;
  readonly #document: Json;
  readonly #compiled = new Map<string, ValidateFunction | undefined>();

  /** @param file path of the description; github.com/discord/discord-api-spec publishes it */
  constructor(file: string) {
    this.#document = object(JSON.parse(readFileSync(file, "utf8")));
    this.#ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
    addFormats.default(this.#ajv);
    for (const format of ["snowflake", "nonce"]) this.#ajv.addFormat(format, true);
    this.#ajv.addSchema(this.#document, "discord");
  }

  /**
   * What the schema has against a request's body; nothing where it describes none for the operation.
   *
   * @param template the path with its parameters by their published names
   */
  ofRequest(method: string, template: string, body: unknown): readonly string[] {
    const callback = template.endsWith("/callback") ? CALLBACKS[Number(object(body).type)] : undefined;
    if (callback !== undefined) return this.#complaints(`/components/schemas/${callback}`, body);
    return this.#complaints(`${pointer(method, template)}/requestBody/content/application~1json/schema`, body);
  }

  /** The same of an answer. */
  ofAnswer(method: string, template: string, status: number, body: unknown): readonly string[] {
    return this.#complaints(`${pointer(method, template)}/responses/${status}/content/application~1json/schema`, body);
  }

  #complaints(at: string, body: unknown): readonly string[] {
    const validate = this.#validator(at);
    if (validate === undefined || validate(body)) return [];
    return deepest((validate.errors ?? []).filter((error) => !EXCEPTIONS.some((one) => one(error))));
  }

  #validator(at: string): ValidateFunction | undefined {
    if (this.#compiled.has(at)) return this.#compiled.get(at);
    const steps = at.split("/").slice(1);
    const described = steps.reduce<unknown>(
      (within, step) => object(within)[step.replaceAll("~1", "/")],
      this.#document,
    );
    const validate = isObject(described) ? this.#ajv.compile({ $ref: `discord#${encodeURI(at)}` }) : undefined;
    this.#compiled.set(at, validate);
    return validate;
  }
}

function pointer(method: string, template: string): string {
  return `/paths/${template.replaceAll("/", "~1")}/${method.toLowerCase()}`;
}

/** A union fails in every branch; the error furthest down is the one that says something. */
function deepest(errors: readonly ErrorObject[]): readonly string[] {
  const depth = (error: ErrorObject): number => error.instancePath.split("/").length;
  const most = Math.max(...errors.map(depth));
  const said = errors
    .filter((error) => depth(error) === most)
    .map((error) => `${error.instancePath || "/"} ${error.message ?? error.keyword}`);
  return errors.length === 0 ? [] : [...new Set(said)].slice(0, 3);
}
