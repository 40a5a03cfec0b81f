/** What stands around a reply: its buttons, its pages, the titles of refusals. */
export const FRAME = {
  "frame.details": "Details",
  "frame.share": "Share",
  "frame.history": "History",
  "frame.back": "◀ Back",
  "frame.next": "Next ▶",
  "frame.askedBy": "Asked by {name}",
  "frame.page": "Page {n} of {all}",
  "frame.histories": "History of …",
  "frame.shared": "Shared. Everybody in this channel can read it.",

  "refusal.usage": "Not understood",
  "refusal.held": "Nothing held",
  "refusal.near": "No exact answer",
  "refusal.choice": "Which one",
  "refusal.state": "Nothing changed",
  "refusal.right": "Not allowed",
  "refusal.conflict": "Somebody changed it first",
  "refusal.limit": "Too much at once",
  "refusal.failed": "Something went wrong",
} as const;
