/**
 * What a piece of a reply is to the pieces around it. A heading stays with what it heads, a citation with the statement
 * that it cites.
 */
export type Role = "heading" | "item" | "citation" | "other";

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
 * can hold it; a piece that no page holds has one of its own.
 */
export function paginate<Piece>(
  pieces: readonly Piece[],
  paging: Paging<Piece>,
): readonly [readonly Piece[], ...(readonly Piece[])[]] {
  const pages: Piece[][] = [];
  let page: Piece[] = [];
  const turnFor = (more: readonly Piece[]): void => {
    if (page.length === 0 || paging.fits([...page, ...more])) return;
    pages.push(page);
    page = [];
  };
  for (const group of groups(pieces, paging)) {
    turnFor(group);
    for (const piece of group) {
      turnFor([piece]);
      page.push(piece);
    }
  }
  const [first, ...rest] = page.length > 0 ? [...pages, page] : pages;
  return [first ?? [], ...rest];
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
