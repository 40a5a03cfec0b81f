/** What suggesters and moderators are told of suggestions and of questions without an answer. */
export const SUGGESTIONS = {
  "suggest.done": "Suggested as {id}. A moderator will look at it.",
  "suggest.title": "Suggested",
  "suggest.look": "A moderator will look at it. Its id is ",
  "suggest.told":
    "A moderator will look at it. You get a message then, and /talks suggested shows the result. Its id is ",
  "suggest.many": "You made {n, plural, one {# suggestion} other {# suggestions}} in the last hour.",
  "suggest.wait": "Wait a little. Nothing that you typed was sent.",

  "decided.approved": "Your suggestion was approved.",
  "decided.declined": "Your suggestion was declined.",
  "decided.reason": "Reason: ",
  "decided.byApproved": "{name} approved it.",
  "decided.byDeclined": "{name} declined it. Nothing was added.",
  "decided.again": "Suggest again",
  "decided.fact": "Whole fact",

  "inbox.waits": "A suggestion waits",
  "inbox.by": "Suggested by ",
  "inbox.more": "{n} more in the queue",
  "inbox.approved": "{name} approved it.",
  "inbox.approvedAs": "{name} approved it: {reason}",
  "inbox.declined": "{name} declined it.",
  "inbox.declinedAs": "{name} declined it: {reason}",
  "inbox.moderator": "A moderator",
  "inbox.misses": "{n, plural, one {# question} other {# questions}} had no answer.",
  "inbox.moreMisses": "More than {n, plural, one {# question} other {# questions}} had no answer.",
  "inbox.allMisses": "All of them, with what people pressed instead: ",

  "decide.approve": "Approve {id}",
  "decide.edit": "Edit {id}",
  "decide.decline": "Decline {id}",
  "miss.add": "Add: {question}",
  "miss.takeOff": "Take off: {question}",

  "beside.joins": "Joins",
  "beside.differs": "Differs",
  "beside.new": "New",
  "beside.held": "Held already",
  "beside.asks": "To complete",
  "beside.from": " from {facts}",
} as const;
