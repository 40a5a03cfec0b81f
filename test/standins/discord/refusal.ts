import type { Complaint } from "./limits/complaints.ts";

/**
 * Status, code and wording of the errors the stand-in answers with:
 * docs.discord.com/developers/topics/opcodes-and-status-codes#json.
 */
const REFUSALS = {
  unauthorized: [401, 0, "401: Unauthorized"],
  "not found": [404, 0, "404: Not Found"],
  "unknown channel": [404, 10003, "Unknown Channel"],
  "unknown guild": [404, 10004, "Unknown Guild"],
  "unknown member": [404, 10007, "Unknown Member"],
  "unknown message": [404, 10008, "Unknown Message"],
  "unknown role": [404, 10011, "Unknown Role"],
  "unknown user": [404, 10013, "Unknown User"],
  "unknown webhook": [404, 10015, "Unknown Webhook"],
  "unknown interaction": [404, 10062, "Unknown interaction"],
  "unknown command": [404, 10063, "Unknown application command"],
  "no command permissions": [404, 10066, "Unknown application command permissions"],
  "daily command creates": [400, 30034, "Max number of daily application command creates has been reached (200)"],
  "follow-ups used up": [400, 40094, "Maximum number of follow-up messages reached for this interaction"],
  "too large": [413, 40005, "Request entity too large"],
  "already acknowledged": [400, 40060, "Interaction has already been acknowledged."],
  "missing access": [403, 50001, "Missing Access"],
  "not the author": [403, 50005, "Cannot edit a message authored by another user"],
  "empty message": [400, 50006, "Cannot send an empty message"],
  "closed direct messages": [403, 50007, "Cannot send messages to this user"],
  "missing permissions": [403, 50013, "Missing Permissions"],
  "expired token": [401, 50027, "Invalid Webhook Token"],
  "archived thread": [400, 50083, "Thread is archived"],
  "thread exists": [400, 160004, "A thread has already been created for this message"],
  "invalid json": [400, 50109, "The request body contains invalid JSON."],
  unprocessed: [500, 0, "500: Internal Server Error"],
} as const;

export type RefusalName = keyof typeof REFUSALS;

/** An error answer of Discord's. `name` tells the journal's reader which rule it was. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly complaints: readonly Complaint[];

  constructor(status: number, code: number, message: string, complaints: readonly Complaint[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.complaints = complaints;
  }

  body(): object {
    const said = { message: this.message, code: this.code };
    return this.complaints.length === 0 ? said : { ...said, errors: errorTree(this.complaints) };
  }
}

export function refusal(name: RefusalName): Refusal {
  const [status, code, message] = REFUSALS[name];
  return new Refusal(status, code, message);
}

/** 50035, with the errors nested by path as docs.discord.com/developers/reference#error-messages shows. */
export function invalidForm(complaints: readonly Complaint[]): Refusal {
  return new Refusal(400, 50035, "Invalid Form Body", complaints);
}

interface Branch {
  [key: string]: Branch | object[];
}

function errorTree(complaints: readonly Complaint[]): Branch {
  const tree: Branch = {};
  for (const { path, code, message } of complaints) {
    let at = tree;
    for (const step of path.split(".").filter((one) => one !== "")) {
      const below = at[step];
      const next = below === undefined || Array.isArray(below) ? {} : below;
      at[step] = next;
      at = next;
    }
    const errors = at["_errors"];
    const error = { code, message };
    if (Array.isArray(errors)) errors.push(error);
    else at["_errors"] = [error];
  }
  return tree;
}
