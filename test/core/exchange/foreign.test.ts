import { expect, it } from "vitest";
import { decode } from "#core/exchange/decode.ts";
import { CSV, ROW, importing } from "#test/import-files.ts";
import { refusalOf } from "#test/moderation.ts";

it.each([
  [
    "a ClaimReview",
    '{"@context":"https://schema.org","@type":"ClaimReview","claimReviewed":"x"}',
    "JSON-LD, ClaimReview",
  ],
  ["JSON-LD in a list", '[{"@context":"https://schema.org","@type":"NewsArticle"}]', "JSON-LD, NewsArticle"],
  ["a Wikidata entity", '{"entities":{"Q42":{"type":"item","id":"Q42","claims":{"P31":[]}}}}', "an item of Wikidata"],
  [
    "one item of Wikidata",
    '{"type":"item","id":"Q42","labels":{},"claims":{"P31":[{"mainsnak":{}}]}}',
    "an item of Wikidata",
  ],
  [
    "an Atom feed",
    '<?xml version="1.0"?>\n<!-- made by hand -->\n<feed xmlns="http://www.w3.org/2005/Atom"></feed>',
    "a news feed (Atom)",
  ],
  ["a JSON Feed", '{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[]}', "a news feed (JSON Feed)"],
  ["a web page", "<!DOCTYPE html><html><body>x</body></html>", "a web page (HTML)"],
  ["other XML", '<?xml version="1.0"?><newsMessage/>', "XML (newsMessage)"],
  ["GeoJSON", '{"type":"FeatureCollection","features":[]}', "a map (GeoJSON)"],
  ["a workbook", decode(Buffer.from("504b0304140006000800", "hex")), "an Excel or LibreOffice workbook"],
  ["an old workbook", decode(Buffer.from("d0cf11e0a1b11ae1", "hex")), "an old Excel or Word file"],
  ["a PDF", decode(Buffer.from("%PDF-1.7\n%\u00e2\u00e3", "latin1")), "a PDF"],
  ["a calendar", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "a calendar"],
  [
    "linked data in a graph",
    '{"@context":"https://schema.org","@graph":[{"@type":["ClaimReview"],"claimReviewed":"x"}]}',
    "JSON-LD, ClaimReview",
  ],
  ["a Word document", "PK\u0003\u0004\u0014[Content_Types].xml…PK\u0003\u0004word/document.xml", "a Word document"],
  ["an Excel workbook", "PK\u0003\u0004\u0014[Content_Types].xml…PK\u0003\u0004xl/workbook.xml", "an Excel workbook"],
  ["an e-mail", "From: a@b.example\nTo: c@d.example\nSubject: talks\n\nhello\n", "an e-mail"],
  ["CSL JSON", '[{"id":"x","type":"article-newspaper","container-title":"Coast Herald"}]', "a bibliography (CSL JSON)"],
  ["an export of Slack", '[{"type":"message","user":"U1","text":"hi","ts":"1.2"}]', "an export of Slack messages"],
  ["an article", "The talks were held on Thursday.\nThey lasted six hours.\n", "plain text, such as an article"],
  ["a table of pandas", '{"columns":["talks"],"index":[0],"data":[["second"]]}', 'without orient="records"'],
  ["a table of pandas by columns", '{"talks":{"0":"second"},"slot":{"0":"note"}}', 'without orient="records"'],
  ["rows without keys", '[["talks","slot"],["second","note"]]', "a list of rows without keys"],
  ["a feed of ClaimReviews", '{"dataFeedElement":[{"item":[{"@type":"ClaimReview"}]}]}', "a feed of schema.org"],
  ["a news search", '{"status":"ok","totalResults":1,"articles":[{"title":"x"}]}', "a news search"],
  ["an export of a chat", '{"channel":{"id":"2"},"messages":[{"content":"hi"}]}', "an export of messages"],
  ["TOML", '[[articles]]\noutlet = "Coast Herald"\n', "TOML"],
  ["Turtle", '@prefix ex: <http://example.org/> .\nex:a ex:b "c" .\n', "Turtle"],
  ["SQL", "INSERT INTO facts VALUES (1);\n", "SQL"],
  ["an article in Markdown", "---\ntitle: Talks end\n---\n\nThe delegations met on Thursday.\n", "Markdown"],
  ["BibTeX", "@article{key,\n title={x}\n}", "a bibliography (BibTeX)"],
])("says of %s what it is", async (_, file, what) => {
  expect(refusalOf(await importing(file)).message).toContain(`That file is `);
  expect(refusalOf(await importing(file)).message).toContain(what);
});

it("reads UTF-16 by its mark, and says of other encodings that they are not UTF-8", async () => {
  const text = `\uFEFF${CSV}${ROW}\n`;
  const big = Buffer.from(text, "utf16le").swap16();
  for (const bytes of [Buffer.from(text, "utf16le"), big, Buffer.from(text, "utf8")])
    expect((await importing(decode(bytes))).text).toContain("1 new fact");
  const turkish = Buffer.concat([Buffer.from(CSV), Buffer.from("second,note,X,2,g\xf6r\xfc\xfeme\n", "latin1")]);
  expect(refusalOf(await importing(decode(turkish))).message).toBe("That file is not UTF-8 text.");
});
