/**
 * What a piece of a reply is to the pieces around it. A heading stays with what it heads, a citation with the statement
 * that it cites. Buttons are not read.
 */
export type Role = "heading" | "item" | "citation" | "buttons" | "other";

/** How a platform's pieces go together on a page. */
export interface Paging<Piece> {
  /** Whether these pieces fit one message together. */
  readonly fits: (page: readonly Piece[]) => boolean;
  readonly role: (piece: Piece) => Role;
  /** Whether it stays with the piece before it. */
  readonly joins: (piece: Piece) => boolean;
}

/**
 * Pieces in pages that each fit one message; one page at least. What belongs together stays on one page where a page
 * can hold it; a piece that no page holds has one of its own. No page has one piece to read alone where the page before
 * it can spare another.
 */
export function paginate<Piece>(
  pieces: readonly Piece[],
  paging: Paging<Piece>,
): readonly [readonly Piece[], ...(readonly Piece[])[]] {
  const pages: Piece[][][] = [];
  let page: Piece[][] = [];
  const turnFor = (more: readonly Piece[]): void => {
    if (page.length === 0 || paging.fits([...page.flat(), ...more])) return;
    pages.push(page);
    page = [];
  };
  for (const group of groups(pieces, paging)) {
    turnFor(group);
    let part: Piece[] | undefined;
    for (const piece of group) {
      turnFor([piece]);
      if (part === undefined || page.at(-1) !== part) page.push((part = []));
      part.push(piece);
    }
  }
  if (page.length > 0) pages.push(page);
  spare(pages, paging);
  const [first, ...rest] = pages.map((groups) => groups.flat());
  return [first ?? [], ...rest];
}

/**
 * Gives a page of one piece to read the last group of the page before it, or of a group that was parted its last piece,
 * where that keeps more than one and does not end with a heading.
 */
function spare<Piece>(pages: readonly Piece[][][], paging: Paging<Piece>): void {
  const isShort = (page: readonly Piece[][]): boolean =>
    page.flat().filter((piece) => paging.role(piece) !== "buttons").length < 2;
  for (const [i, page] of [...pages.entries()].toReversed()) {
    const before = pages[i - 1];
    if (before === undefined) continue;
    // What it was given may be the one line beside its buttons.
    while (isShort(page)) {
      const given = spared(before, page, paging);
      if (given === undefined) break;
      page.unshift([...given]);
      before.at(-1)?.splice(-given.length);
      if (before.at(-1)?.length === 0) before.pop();
    }
  }
}

/** What the page before can give; undefined where it would keep too little, or end with a heading. */
function spared<Piece>(
  before: readonly Piece[][],
  page: readonly Piece[][],
  { fits, role }: Paging<Piece>,
): readonly Piece[] | undefined {
  const left = before.flat();
  const group = before.at(-1) ?? [];
  return [group, group.slice(-1)].find((some) => {
    const end = left.at(-some.length - 1);
    return (
      some.length > 0 &&
      left.length - some.length >= 2 &&
      end !== undefined &&
      role(end) !== "heading" &&
      fits([...some, ...page.flat()])
    );
  });
}

/** A statement with how its sources word it and its citations, a heading with what it heads. */
function groups<Piece>(pieces: readonly Piece[], paging: Paging<Piece>): readonly (readonly Piece[])[] {
  const found: Piece[][] = [];
  let headed = false;
  for (const piece of pieces) {
    const role = paging.role(piece);
    if (role === "citation") found.push(...withStatement(found, paging));
    const last = found.at(-1);
    if (last !== undefined && (headed || paging.joins(piece))) last.push(piece);
    else found.push([piece]);
    headed = role === "heading";
  }
  return found;
}

/** Takes the items off the end with what they stand under, as one group. */
function withStatement<Piece>(found: Piece[][], { role }: Paging<Piece>): readonly Piece[][] {
  const items = found.length - 1 - found.findLastIndex((group) => group.some((piece) => role(piece) !== "item"));
  return found.length > items && items > 0 ? [found.splice(-items - 1).flat()] : [];
}
