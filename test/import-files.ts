import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "#core/exchange/decode.ts";
import { newSeat, type Came } from "./moderation.ts";
import { ROOT } from "./desk.ts";

/** The result of importing a file on a fresh desk. */
export const importing = async (file: string): Promise<Came> => (await newSeat()).call("facts import", { file });

/** A file as people have them, by its name in `test/fixtures/import`. */
export const fixture = (name: string): string => decode(readFileSync(join(ROOT, "test/fixtures/import", name)));

export const CSV = "talks,slot,source,paragraph,remark\n";
export const ROW = "second,note,new: Coast Herald,2,the delegations took no questions";
export const CLAIM = "{ talks: second, slot: note, paragraph: 2, says: { remark: the delegations took no questions } }";

/** One article with one claim; `article`: its further lines, indented by four. */
export const yaml = (article: string, claim = CLAIM): string =>
  `articles:\n  - outlet: Coast Herald\n${article}    claims:\n      - ${claim}\n`;
