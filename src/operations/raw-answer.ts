import type { Readable } from 'node:stream';

/** An answer that is sent as it is, in a content type of its own; JSON values need none of this. */
export class RawAnswer {
  readonly contentType: string;
  readonly body: Buffer | Readable;

  constructor({ contentType, body }: { readonly contentType: string; readonly body: Buffer | Readable }) {
    this.contentType = contentType;
    this.body = body;
  }
}
