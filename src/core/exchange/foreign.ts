import type { Tree } from "./tree.ts";

// Marks at the start of files that Talks does not read. Bytes that are not UTF-8 arrive as U+FFFD.
const BY_START: readonly (readonly [RegExp, string])[] = [
  // A zip archive names what it holds in plain words.
  [/^PK\u0003\u0004[^]*?word\/document/u, "a Word document (.docx)"],
  [/^PK\u0003\u0004[^]*?xl\/workbook/u, "an Excel workbook (.xlsx)"],
  [/^PK\u0003\u0004[^]*?ppt\/presentation/u, "a presentation (.pptx)"],
  [
    /^PK\u0003\u0004[^]{26}mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/u,
    "a LibreOffice workbook (.ods)",
  ],
  [/^PK\u0003\u0004[^]{26}mimetypeapplication\/vnd\.oasis\.opendocument/u, "a LibreOffice document"],
  [/^PK\u0003\u0004[^]{26}mimetypeapplication\/epub/u, "a book (EPUB)"],
  [/^PK\u0003\u0004/u, "an Excel or LibreOffice workbook, or another zip archive"],
  [/^\uFFFD\uFFFD\u0011\u0871\u001A/u, "an old Excel or Word file (.xls, .doc)"],
  [/^%PDF-/u, "a PDF"],
  [/^\u001F\uFFFD/u, "a compressed file (gzip)"],
  [/^\{\\rtf/u, "a word processor's file (RTF)"],
  [/^(?:\uFFFDPNG|GIF8|\uFFFD\uFFFD\uFFFD\uFFFD..(?:JFIF|Exif))/u, "a picture"],
  [/^SQLite format 3/u, "a database (SQLite)"],
  [/^\s*BEGIN:VCALENDAR/u, "a calendar (iCalendar)"],
  [/^\s*BEGIN:VCARD/u, "an address card (vCard)"],
  [/^\s*@(?:article|book|misc|online|inproceedings|newspaper)\s*\{/iu, "a bibliography (BibTeX)"],
  [/^\s*TY {2}- /u, "a bibliography (RIS)"],
  [
    /^(?:(?:From|To|Cc|Subject|Date|Received|Return-Path|Delivered-To|MIME-Version|Message-ID): .*\r?\n(?:[ \t].*\r?\n)*){2}/iu,
    "an e-mail",
  ],
  [/^RIFF[^]{4,8}WEBP|^(?:II\*\0|MM\0\*)/u, "a picture"],
  [/^\s*(?:#[^\n]*\n\s*)*\[\[?[A-Za-z][\w.-]*\]\]?\s*(?:\r?\n|$)/u, "a file of settings (TOML or INI)"],
  [/^\s*(?:@prefix |PREFIX |<https?:[^>]*> <)/u, "linked data (Turtle or N-Triples)"],
  [/^\s*(?:INSERT INTO|CREATE TABLE|SELECT) /iu, "a database script (SQL)"],
  // A header between lines of ---, and words below it that are not a key.
  [
    /^---\r?\n(?:[^\r\n]*\r?\n){1,40}?---\r?\n\s*(?:#+ |\p{L}[^\s:]*(?: [^\s:]+){3})/u,
    "an article with a header (Markdown)",
  ],
  [/^WEBVTT\b|^1\r?\n\d\d:\d\d:\d\d,\d{3} --> /u, "a subtitle file"],
];

// The first element of an XML or HTML text, comments and declarations passed over.
const ELEMENT = /<([A-Za-z][\w:.-]*)/u;
const BY_ELEMENT: Readonly<Record<string, string>> = {
  rss: "a news feed (RSS)",
  feed: "a news feed (Atom)",
  "rdf:rdf": "a news feed or linked data (RDF)",
  opml: "a list of feeds (OPML)",
  urlset: "a sitemap",
  sitemapindex: "a sitemap",
  html: "a web page (HTML)",
  newsml: "a news agency's item (NewsML)",
  newsitem: "a news agency's item (NewsML)",
  nitf: "a news agency's item (NITF)",
  tei: "a text edition (TEI)",
  svg: "a picture (SVG)",
  "w:document": "a Word document",
  workbook: "an Excel workbook saved as XML",
};

/**
 * What a text is that is neither YAML, JSON nor CSV, as `a news feed (RSS)`; undefined where nothing at its start says
 * so.
 */
export function foreignText(text: string): string | undefined {
  const marked = BY_START.find(([mark]) => mark.test(text));
  if (marked !== undefined) return marked[1];
  const head = text.slice(0, 5000).trimStart();
  if (!head.startsWith("<")) return undefined;
  if (/^<!doctype html/iu.test(head)) return "a web page (HTML)";
  const element = ELEMENT.exec(head.replace(/<!--[^]*?(?:-->|$)/gu, ""))?.[1] ?? "";
  if (element === "") return undefined;
  const known = BY_ELEMENT[element.toLowerCase()];
  if (known !== undefined) return known;
  return /^<\?xml/iu.test(head) ? `XML (${element})` : `a web page or XML (${element})`;
}

/** What a tree is that is none of ours: what fact-checkers, Wikidata and feeds write as JSON. */
export function foreignTree(tree: Tree): string | undefined {
  const root = Array.isArray(tree) ? ((tree as readonly Tree[])[0] ?? null) : tree;
  if (Array.isArray(root)) return "a list of rows without keys (JSON)";
  if (!(root instanceof Map)) return undefined;
  const table = tableOf(root);
  if (table !== undefined) return table;
  const has = (key: string): boolean => root.has(key);
  const words = (key: string): string => {
    const value = (root as ReadonlyMap<string, Tree>).get(key);
    return typeof value === "string" ? value : "";
  };
  if (has("@context") || has("@type") || has("@graph")) {
    const type = typeOf(root);
    return type === "" ? "linked data (JSON-LD)" : `linked data (JSON-LD, ${type})`;
  }
  if (has("entities") || (/^(?:item|property|lexeme)$/u.test(words("type")) && /^[QPL]\d+$/u.test(words("id"))))
    return "an item of Wikidata (entity JSON)";
  if (has("statements") && /^[QP]\d+$/u.test(words("id"))) return "an item of Wikidata (entity JSON)";
  if (has("mainsnak") || (has("head") && has("results"))) return "an answer of Wikidata";
  if (/jsonfeed\.org/u.test(words("version"))) return "a news feed (JSON Feed)";
  if (/^(?:FeatureCollection|Feature|Topology)$/u.test(words("type"))) return "a map (GeoJSON)";
  if (has("$schema") && !has("articles")) return "a JSON schema, or a file that follows another one";
  if (has("container-title") || (has("issued") && has("type"))) return "a bibliography (CSL JSON)";
  if (has("ts") && (words("type") === "message" || has("user"))) return "an export of Slack messages";
  if (has("dataFeedElement")) return "linked data (a feed of schema.org)";
  if (Array.isArray(root.get("messages"))) return "an export of messages";
  if (has("totalResults") && has("articles")) return "an answer of a news search (NewsAPI)";
  if (has("majorDimension") && has("values")) return "an answer of Google Sheets";
  if (has("nbformat")) return "a notebook (Jupyter)";
  return undefined;
}

/** A table in a form that names no row's cells, as `DataFrame.to_json` of pandas writes it by default. */
function tableOf(root: ReadonlyMap<string, Tree>): string | undefined {
  const ORIENT = 'a table by its columns, as pandas writes one without orient="records"';
  if ((root.has("columns") || root.has("schema")) && Array.isArray(root.get("data"))) return ORIENT;
  const columns = [...root.values()];
  const byNumber = (column: Tree): boolean => column instanceof Map && column.has("0");
  return columns.length > 1 && columns.every(byNumber) ? ORIENT : undefined;
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
