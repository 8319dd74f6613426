import type { Readable } from 'node:stream';

/** An answer that is sent as it is, in a content type of its own; values that are to be written as JSON need none of this. */
export class RawAnswer {
  readonly contentType: string;
  readonly body: string | Buffer | Readable;

  constructor({ contentType, body }: Pick<RawAnswer, 'contentType' | 'body'>) {
    this.contentType = contentType;
    this.body = body;
  }
}
