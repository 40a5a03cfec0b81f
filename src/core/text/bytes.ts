/**
 * The bytes of a stream in one piece; undefined where they are more than `most`, and then the rest is not read. Who
 * sends too much over HTTP still hears why if a request is given as `request.iterator({ destroyOnReturn: false })`.
 * @throws what the stream throws, such as a connection that is cut
 */
export async function bytesOf(stream: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > most) return undefined;
    parts.push(part);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
