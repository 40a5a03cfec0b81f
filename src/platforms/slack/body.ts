import type { IncomingMessage } from "node:http";

/** A request whose body was read: Bolt takes it from there instead of the stream. */
interface Buffered extends IncomingMessage {
  rawBody?: Buffer;
}

/**
 * Reads the body for Bolt, and says with which status it is refused: too long, or JSON but not an object. Bolt takes
 * `null` for a body and fails outside of every `catch`; the request would never be answered. Never settles where the
 * caller goes away.
 */
export function readBody(request: IncomingMessage, most: number): Promise<400 | 413 | undefined> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on("data", (part: Buffer) => {
      size += part.length;
      if (size <= most) parts.push(part);
      else resolve(413);
    });
    request.on("error", () => {});
    request.on("end", () => {
      const body = Buffer.concat(parts);
      (request as Buffered).rawBody = body;
      resolve(isOther(body.toString("utf8"), request.headers["content-type"] ?? "") ? 400 : undefined);
    });
  });
}

/** Whether it is JSON, but not an object. Bolt itself refuses what cannot be read as JSON. */
function isOther(body: string, type: string): boolean {
  const form = type.startsWith("application/x-www-form-urlencoded");
  const text = form ? new URLSearchParams(body).get("payload") : body;
  if (text === null) return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value !== "object" || value === null || Array.isArray(value);
  } catch {
    return false;
  }
}
