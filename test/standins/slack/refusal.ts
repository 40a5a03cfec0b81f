/** An error answer of the Web API: `{ ok: false, error: code, …extra }`. */
export class Refusal extends Error {
  readonly code: string;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.code = code;
    this.extra = extra;
  }
}

/**
 * Answers that only a faulty app provokes: each counts as a violation. The others (not found, archived) are facts of
 * life.
 */
export const FAULTY: ReadonlySet<string> = new Set([
  "missing_scope",
  "invalid_arguments",
  "invalid_blocks",
  "invalid_blocks_format",
  "invalid_attachments",
  "invalid_metadata_format",
  "no_text",
  "msg_too_long",
  "not_authed",
  "not_allowed_token_type",
  "unknown_method",
  "invalid_cursor",
  "invalid_trigger_id",
  "expired_trigger_id",
  "exchanged_trigger_id",
  "push_limit_reached",
  "duplicate_external_id",
  "view_too_large",
  "cant_update_message",
  "cant_delete_message",
  "used_url",
  "expired_url",
]);
