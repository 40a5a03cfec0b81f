import { Commands } from "#core/answer/command.ts";
import type { Reader } from "#core/exchange/reader.ts";
import type { Proposer } from "#core/propose/proposer.ts";
import { addByKind, addName } from "./desk/add.ts";
import { editByKind, editName } from "./desk/edit.ts";
import { focus } from "./desk/focus.ts";
import { here } from "./desk/here.ts";
import { library } from "./desk/library.ts";
import { unlink } from "./desk/unlink.ts";
import { token } from "./desk/token.ts";
import { webhook } from "./desk/webhook.ts";
import { merge } from "./desk/merge.ts";
import { pages } from "./desk/pages.ts";
import { restoreName } from "./desk/restore.ts";
import { retireByKind, retireName } from "./desk/retire.ts";
import { edit as editDigest } from "./digest/edit.ts";
import { inbox } from "./digest/inbox.ts";
import { list as digestList } from "./digest/list.ts";
import { pause } from "./digest/pause.ts";
import { postNow } from "./digest/post-now.ts";
import { preview } from "./digest/preview.ts";
import { remove } from "./digest/remove.ts";
import { resume } from "./digest/resume.ts";
import { subscribe } from "./digest/subscribe.ts";
import { transfer } from "./digest/transfer.ts";
import { acceptProposal } from "./facts/accept.ts";
import { add } from "./facts/add.ts";
import { alias } from "./facts/alias.ts";
import { approve } from "./facts/approve.ts";
import { audit } from "./facts/audit.ts";
import { correct } from "./facts/correct.ts";
import { dispute } from "./facts/dispute.ts";
import { eraseUser } from "./facts/erase-user.ts";
import { exportFacts } from "./facts/export.ts";
import { history } from "./facts/history.ts";
import { importFacts } from "./facts/import.ts";
import { link } from "./facts/link.ts";
import { lock } from "./facts/lock.ts";
import { misses } from "./facts/misses.ts";
import { proposals } from "./facts/proposals.ts";
import { proposeFacts } from "./facts/propose.ts";
import { resolve } from "./facts/resolve.ts";
import { restore } from "./facts/restore.ts";
import { retract } from "./facts/retract.ts";
import { review } from "./facts/review.ts";
import { roles } from "./facts/roles.ts";
import { rules } from "./facts/rules.ts";
import { source } from "./facts/source.ts";
import { template } from "./facts/template.ts";
import { undo } from "./facts/undo.ts";
import { unlock } from "./facts/unlock.ts";
import { aboutAny } from "./talks/about.ts";
import { agenda } from "./talks/agenda.ts";
import { ask } from "./talks/ask.ts";
import { changes } from "./talks/changes.ts";
import { checkQuote } from "./talks/check-quote.ts";
import { compare } from "./talks/compare.ts";
import { disputes } from "./talks/disputes.ts";
import { fact } from "./talks/fact.ts";
import { follow } from "./talks/follow.ts";
import { grievances } from "./talks/grievances.ts";
import { help } from "./talks/help.ts";
import { howLong } from "./talks/how-long.ts";
import { list } from "./talks/list.ts";
import { outcomes } from "./talks/outcomes.ts";
import { properties } from "./talks/properties.ts";
import { quotes } from "./talks/quotes.ts";
import { sources } from "./talks/sources.ts";
import { suggest, suggested } from "./talks/suggest.ts";
import { timeline } from "./talks/timeline.ts";
import { unfollow } from "./talks/unfollow.ts";
import { when } from "./talks/when.ts";
import { where } from "./talks/where.ts";
import { who } from "./talks/who.ts";
import { whoLed } from "./talks/who-led.ts";
import { why } from "./talks/why.ts";

/** Commands that each tell some kinds of fact whole. */
const readings = [whoLed, where, when, howLong, why, agenda, grievances, quotes, properties, outcomes];

// Where nobody gives a reader, files are read where they are answered.
const importHere = importFacts({
  async read(content, reading, at) {
    const { readEntries } = await import("#core/exchange/entries.ts");
    return readEntries(content, reading, at);
  },
  giveWay: async () => {},
});

// The same of articles.
const HERE: Proposer = {
  async propose(raw, names, off) {
    const { proposed } = await import("#core/propose/proposed.ts");
    return { ok: true, value: proposed(raw, names, off) };
  },
};
const proposeHere = proposeFacts(HERE);
const proposalsHere = proposals(HERE);

/** Every command there is, in the order in which help tells them. */
export const commands = new Commands([
  ask,
  who,
  ...readings,
  aboutAny(readings),
  checkQuote,
  timeline,
  compare,
  fact,
  sources,
  disputes,
  changes,
  list,
  suggest,
  suggested,
  follow,
  unfollow,
  help,
  add,
  correct,
  retract,
  restore,
  undo,
  history,
  source,
  alias,
  dispute,
  resolve,
  review,
  approve,
  misses,
  proposeHere,
  proposalsHere,
  acceptProposal,
  rules,
  importHere,
  exportFacts,
  template,
  audit,
  roles,
  lock,
  unlock,
  link,
  eraseUser,
  addName,
  ...addByKind,
  editName,
  ...editByKind,
  retireName,
  ...retireByKind,
  restoreName,
  merge,
  here,
  focus,
  library,
  unlink,
  token,
  webhook,
  pages,
  subscribe,
  digestList,
  editDigest,
  preview,
  pause,
  resume,
  remove,
  postNow,
  transfer,
  inbox,
]);

/** The same commands, with files read by `reader`, and facts of articles proposed by `proposer`. */
export function commandsReading(reader: Reader, proposer: Proposer): Commands {
  const reading = new Map([
    [importHere, importFacts(reader)],
    [proposeHere, proposeFacts(proposer)],
    [proposalsHere, proposals(proposer)],
  ]);
  return new Commands(commands.all.map((c) => reading.get(c) ?? c));
}
