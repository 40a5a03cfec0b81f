import { crc32 } from "node:zlib";

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** One still of a moving picture, as PNG, and how long it stays. */
export interface Still {
  readonly png: Buffer;
  readonly ms: number;
}

/**
 * A picture that moves: an animated PNG (W3C: PNG, third edition, 11.3.4), of stills of one size, without end. Programs
 * that cannot move it show the first still.
 */
export function moving(stills: readonly Still[]): Buffer {
  const head = chunks(stills[0]?.png ?? Buffer.alloc(0)).find(({ type }) => type === "IHDR")?.data;
  if (head === undefined) throw new Error("there is no still");
  let sequence = 0;
  const numbered = (data: Buffer): Buffer => Buffer.concat([whole(sequence++), data]);
  const frames = stills.flatMap(({ png, ms }, i) => {
    const all = chunks(png);
    if (all.find(({ type }) => type === "IHDR")?.data.equals(head) !== true) throw new Error("stills of two sizes");
    const data = Buffer.concat(all.filter(({ type }) => type === "IDAT").map((c) => c.data));
    // Its size, at 0, 0; for so many thousandths of a second; then it is left, and the next one put over it.
    const control = Buffer.concat([
      head.subarray(0, 8),
      whole(0),
      whole(0),
      short(ms),
      short(1000),
      Buffer.from([0, 0]),
    ]);
    return [chunk("fcTL", numbered(control)), i === 0 ? chunk("IDAT", data) : chunk("fdAT", numbered(data))];
  });
  const forEver = whole(0);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("acTL", Buffer.concat([whole(stills.length), forEver])),
    ...frames,
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunks(png: Buffer): readonly { readonly type: string; readonly data: Buffer }[] {
  const found = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    found.push({ type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return found;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  return Buffer.concat([whole(data.length), named, whole(crc32(named))]);
}

function whole(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}

function short(number: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(number);
  return bytes;
}
