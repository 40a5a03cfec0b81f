import { parseAst } from "vitest/node";

/**
 * The string literals of a TypeScript file, without the names of its imports. A template is one literal, with "X" where
 * a value goes, so that its sentence can be read whole.
 */
export function literals(code: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== "object" || node === null) return;
    const { type, value, quasis } = node as { type?: string; value?: unknown; quasis?: readonly Quasi[] };
    if (type === "ImportDeclaration") return;
    if (type === "Literal" && typeof value === "string") found.push(value);
    if (quasis !== undefined) found.push(quasis.map((q) => q.value.cooked ?? "").join("X"));
    Object.values(node).forEach(visit);
  };
  visit(parseAst(code, { lang: "ts" }));
  return found;
}

interface Quasi {
  readonly value: { readonly cooked: string | null };
}
