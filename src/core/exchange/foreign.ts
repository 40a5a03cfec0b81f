import type { MessageId } from "#core/messages/english.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import type { Tree } from "./tree.ts";

/** The message that names what a file is. */
type Foreign = Extract<MessageId, `foreign.${string}`>;

// Marks at the start of files that Talks does not read. Bytes that are not UTF-8 arrive as U+FFFD.
const BY_START: readonly (readonly [RegExp, Foreign])[] = [
  // A zip archive names what it holds in plain words.
  [/^PK\u0003\u0004[^]*?word\/document/u, "foreign.word"],
  [/^PK\u0003\u0004[^]*?xl\/workbook/u, "foreign.excel"],
  [/^PK\u0003\u0004[^]*?ppt\/presentation/u, "foreign.slides"],
  [/^PK\u0003\u0004[^]{26}mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/u, "foreign.ods"],
  [/^PK\u0003\u0004[^]{26}mimetypeapplication\/vnd\.oasis\.opendocument/u, "foreign.odt"],
  [/^PK\u0003\u0004[^]{26}mimetypeapplication\/epub/u, "foreign.epub"],
  [/^PK\u0003\u0004/u, "foreign.zip"],
  [/^\uFFFD\uFFFD\u0011\u0871\u001A/u, "foreign.old"],
  [/^%PDF-/u, "foreign.pdf"],
  [/^\u001F\uFFFD/u, "foreign.gzip"],
  [/^\{\\rtf/u, "foreign.rtf"],
  [/^(?:\uFFFDPNG|GIF8|\uFFFD\uFFFD\uFFFD\uFFFD..(?:JFIF|Exif))/u, "foreign.picture"],
  [/^SQLite format 3/u, "foreign.sqlite"],
  [/^\s*BEGIN:VCALENDAR/u, "foreign.calendar"],
  [/^\s*BEGIN:VCARD/u, "foreign.vcard"],
  [/^\s*@(?:article|book|misc|online|inproceedings|newspaper)\s*\{/iu, "foreign.bibtex"],
  [/^\s*TY {2}- /u, "foreign.ris"],
  [
    /^(?:(?:From|To|Cc|Subject|Date|Received|Return-Path|Delivered-To|MIME-Version|Message-ID): .*\r?\n(?:[ \t].*\r?\n)*){2}/iu,
    "foreign.mail",
  ],
  [/^RIFF[^]{4,8}WEBP|^(?:II\*\0|MM\0\*)/u, "foreign.picture"],
  [/^\s*(?:#[^\n]*\n\s*)*\[\[?[A-Za-z][\w.-]*\]\]?\s*(?:\r?\n|$)/u, "foreign.settings"],
  [/^\s*(?:@prefix |PREFIX |<https?:[^>]*> <)/u, "foreign.turtle"],
  [/^\s*(?:INSERT INTO|CREATE TABLE|SELECT) /iu, "foreign.sql"],
  // A header between lines of ---, and words below it that are not a key.
  [/^---\r?\n(?:[^\r\n]*\r?\n){1,40}?---\r?\n\s*(?:#+ |\p{L}[^\s:]*(?: [^\s:]+){3})/u, "foreign.markdown"],
  [/^WEBVTT\b|^1\r?\n\d\d:\d\d:\d\d,\d{3} --> /u, "foreign.subtitles"],
];

// The first element of an XML or HTML text, comments and declarations passed over.
const ELEMENT = /<([A-Za-z][\w:.-]*)/u;
const BY_ELEMENT: Readonly<Record<string, Foreign>> = {
  rss: "foreign.rss",
  feed: "foreign.atom",
  "rdf:rdf": "foreign.rdf",
  opml: "foreign.opml",
  urlset: "foreign.sitemap",
  sitemapindex: "foreign.sitemap",
  html: "foreign.html",
  newsml: "foreign.newsml",
  newsitem: "foreign.newsml",
  nitf: "foreign.nitf",
  tei: "foreign.tei",
  svg: "foreign.svg",
  "w:document": "foreign.wordXml",
  workbook: "foreign.excelXml",
};

/**
 * What a text is that is neither YAML, JSON nor CSV, as `a news feed (RSS)`; undefined where nothing at its start says
 * so.
 */
export function foreignText(text: string, at: Told): string | undefined {
  const marked = BY_START.find(([mark]) => mark.test(text));
  if (marked !== undefined) return tell(at, marked[1]);
  const head = text.slice(0, 5000).trimStart();
  if (!head.startsWith("<")) return undefined;
  if (/^<!doctype html/iu.test(head)) return tell(at, "foreign.html");
  const name = ELEMENT.exec(head.replace(/<!--[^]*?(?:-->|$)/gu, ""))?.[1] ?? "";
  if (name === "") return undefined;
  const known = BY_ELEMENT[name.toLowerCase()];
  if (known !== undefined) return tell(at, known);
  return tell(at, /^<\?xml/iu.test(head) ? "foreignOf.xml" : "foreignOf.page", { name });
}

/** What a tree is that is none of ours: what fact-checkers, Wikidata and feeds write as JSON. */
export function foreignTree(tree: Tree, at: Told): string | undefined {
  const root = Array.isArray(tree) ? ((tree as readonly Tree[])[0] ?? null) : tree;
  const foreign = treeKind(root);
  const type = foreign === "foreign.jsonLd" && root instanceof Map ? typeOf(root) : "";
  if (type !== "") return tell(at, "foreignOf.jsonLd", { type });
  return foreign === undefined ? undefined : tell(at, foreign);
}

function treeKind(root: Tree): Foreign | undefined {
  if (Array.isArray(root)) return "foreign.rows";
  if (!(root instanceof Map)) return undefined;
  const table = tableOf(root);
  if (table !== undefined) return table;
  const has = (key: string): boolean => root.has(key);
  const words = (key: string): string => {
    const value = (root as ReadonlyMap<string, Tree>).get(key);
    return typeof value === "string" ? value : "";
  };
  if (has("@context") || has("@type") || has("@graph")) return "foreign.jsonLd";
  if (has("entities") || (/^(?:item|property|lexeme)$/u.test(words("type")) && /^[QPL]\d+$/u.test(words("id"))))
    return "foreign.wikidata";
  if (has("statements") && /^[QP]\d+$/u.test(words("id"))) return "foreign.wikidata";
  if (has("mainsnak") || (has("head") && has("results"))) return "foreign.wikidataAnswer";
  if (/jsonfeed\.org/u.test(words("version"))) return "foreign.jsonFeed";
  if (/^(?:FeatureCollection|Feature|Topology)$/u.test(words("type"))) return "foreign.map";
  if (has("$schema") && !has("articles")) return "foreign.schema";
  if (has("container-title") || (has("issued") && has("type"))) return "foreign.csl";
  if (has("ts") && (words("type") === "message" || has("user"))) return "foreign.slack";
  if (has("dataFeedElement")) return "foreign.dataFeed";
  if (Array.isArray(root.get("messages"))) return "foreign.messages";
  if (has("totalResults") && has("articles")) return "foreign.newsApi";
  if (has("majorDimension") && has("values")) return "foreign.sheets";
  if (has("nbformat")) return "foreign.notebook";
  return undefined;
}

/** A table in a form that names no row's cells, as `DataFrame.to_json` of pandas writes it by default. */
function tableOf(root: ReadonlyMap<string, Tree>): Foreign | undefined {
  if ((root.has("columns") || root.has("schema")) && Array.isArray(root.get("data"))) return "foreign.pandas";
  const columns = [...root.values()];
  const byNumber = (column: Tree): boolean => column instanceof Map && column.has("0");
  return columns.length > 1 && columns.every(byNumber) ? "foreign.pandas" : undefined;
}

/** What linked data says it is: by itself, in a list, or the first thing of its graph. */
function typeOf(root: ReadonlyMap<string, Tree>): string {
  const type = root.get("@type");
  if (typeof type === "string") return type;
  if (Array.isArray(type)) return type.filter((name) => typeof name === "string").join(", ");
  const graph = root.get("@graph");
  const first: unknown = Array.isArray(graph) ? graph[0] : graph;
  return first instanceof Map ? typeOf(first as ReadonlyMap<string, Tree>) : "";
}
