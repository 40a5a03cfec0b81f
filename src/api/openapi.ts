import { z } from "zod";
import type { Commands } from "#core/answer/command.ts";
import { HELD_ARTICLE, HELD_FACT } from "./held.ts";
import { PROBLEM } from "./problem.ts";
import { defined } from "#core/text/defined.ts";
import { readsOf, type Read } from "./reads.ts";
import { TOLD } from "./told.ts";

const COMPONENTS = { Answer: TOLD, Fact: HELD_FACT, Article: HELD_ARTICLE, Problem: PROBLEM };

/** A real request and its real answer. */
export interface Example {
  readonly given: Readonly<Record<string, string>>;
  readonly answer: unknown;
}

/**
 * The document that describes the JSON API, OpenAPI 3.1: made from the commands and the schemas of the answers.
 * `examples`: by the name of a read, or `fact/{id}` and `article/{id}`.
 */
export const openApi = (
  commands: Commands,
  examples: ReadonlyMap<string, Example> = new Map(),
): Readonly<Record<string, unknown>> => ({
  openapi: "3.1.0",
  info: {
    title: "Talks",
    version: "1.0.0",
    description:
      "A sourced fact desk. Every answer consists of facts that articles state. Nothing can be changed here.",
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: "/" }],
  security: [{ token: [] }],
  paths: {
    ...Object.fromEntries(
      readsOf(commands).map((read) => [`/api/v1/${read.name}`, { get: readOperation(read, examples.get(read.name)) }]),
    ),
    "/api/v1/facts/{id}": { get: byId("fact", "Fact", examples.get("fact/{id}")) },
    "/api/v1/articles/{id}": { get: byId("article", "Article", examples.get("article/{id}")) },
  },
  components: {
    securitySchemes: { token: { type: "http", scheme: "bearer", description: "A token made with /desk token" } },
    schemas: Object.fromEntries(Object.entries(COMPONENTS).map(([name, schema]) => [name, shapeOf(schema)])),
  },
});

function readOperation({ name, about, input }: Read, example: Example | undefined): object {
  const { properties = {}, required = [] } = shapeOf(input);
  return {
    operationId: name,
    summary: about,
    parameters: Object.entries(properties).map(([option, { description, ...schema }]) => ({
      name: option,
      in: "query",
      required: required.includes(option),
      description,
      schema,
      ...defined({ example: example?.given[option] }),
    })),
    responses: {
      "200": json("The answer; `answered` is false where the desk holds none", "Answer", example),
      ...PROBLEMS,
    },
  };
}

function byId(what: "fact" | "article", schema: keyof typeof COMPONENTS, example: Example | undefined): object {
  return {
    operationId: `${what}ById`,
    summary: `One ${what} by its id`,
    parameters: [
      {
        name: "id",
        in: "path",
        required: true,
        schema: { type: "string" },
        ...defined({ example: example?.given["id"] }),
      },
    ],
    responses: {
      "200": json(`The ${what}`, schema, example),
      ...PROBLEMS,
      "404": trouble("The desk holds nothing by that id"),
    },
  };
}

function json(description: string, schema: keyof typeof COMPONENTS, example: Example | undefined): object {
  const headers = { etag: { description: "The desk's version", schema: { type: "string" } } };
  return {
    description,
    headers,
    content: { "application/json": { schema: refTo(schema), ...defined({ example: example?.answer }) } },
  };
}

function trouble(description: string): object {
  return { description, content: { "application/problem+json": { schema: refTo("Problem") } } };
}

const PROBLEMS = {
  "304": { description: "It did not change since the version that was asked about with if-none-match" },
  "400": trouble("The request cannot be read"),
  "401": trouble("There is no token, or it lets nobody in"),
  "429": trouble("Too many requests; retry-after says when to go on"),
};

function refTo(name: keyof typeof COMPONENTS): object {
  return { $ref: `#/components/schemas/${name}` };
}

interface Shape {
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
  readonly required?: readonly string[];
}

function shapeOf(schema: z.ZodType): Shape {
  const { $schema: _, ...shape } = z.toJSONSchema(schema);
  return shape as Shape;
}
