/** What owners are told where a post failed, by a message. */
export const NOTICES = {
  "notice.channel": "a channel",
  "notice.digestIn": "Your digest in ",
  "notice.digest": "Your digest {words}",
  "notice.said": " {words}",
  "notice.refused": "is paused. Its post of {moment} failed: {why}. {next}. Then press Resume.",
  "notice.then": "Give it another channel, or correct that",
  "notice.unsure":
    "may not have been posted at {moment}: the answer was lost and the channel cannot be read. Look there. If it is missing, press Post now.",
  "notice.webhook": "Your webhook “{name}” is switched off: {why}. What changes meanwhile is not sent later.",
  "notice.sealed":
    "Nothing is sent to your webhook “{name}”: {why}. What changes is sent once the person who runs Talks has set that key again. If it is lost, remove the webhook and add it again.",
  "notice.inboxIn": "Your inbox in ",
  "notice.inbox": "Your inbox {words}",
  "notice.inboxGone":
    "does not get suggestions any more: {why}. Name it again when that is corrected, or name another one.",
  "notice.nameAgain": "Name it again",
} as const;
