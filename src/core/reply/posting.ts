/**
 * Where a post goes. `workspace` is the id of the server or workspace; `thread` the message or thread that it
 * continues.
 */
export interface Address {
  readonly workspace: string;
  readonly channel: string;
  readonly thread?: string;
}

/** A message that was posted, as its platform finds it again. */
export interface Posting {
  readonly workspace: string;
  readonly channel: string;
  readonly message: string;
}

/**
 * The result of a post, an edit or a deletion.
 * `gone`: the channel or the message was deleted or archived, or the app was removed. `denied`: the app may not do it;
 * `hint` says how to allow it. `later`: nothing was done, try again after so many milliseconds.
 * `unsure`: the platform's answer was lost and it may have done it; look with `find` before a second attempt.
 */
export type Delivery =
  | { readonly kind: "posted"; readonly posting: Posting }
  | { readonly kind: "gone"; readonly why: string }
  | { readonly kind: "denied"; readonly hint: string }
  | { readonly kind: "later"; readonly after: number }
  | { readonly kind: "unsure" };
