/** An answer that is sent as it is, in a content type of its own; JSON values need none of this. */
export class RawAnswer {
  readonly contentType: string;
  readonly body: Buffer;

  constructor({ contentType, body }: { readonly contentType: string; readonly body: Buffer }) {
    this.contentType = contentType;
    this.body = body;
  }
}
