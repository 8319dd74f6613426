import { answerOf, type Schemas, type Transport } from './transport.js';

/** VLANs that the account orders from the classic infrastructure. */
export class Vlans {
  constructor(
    private readonly transport: Transport,
    private readonly params: { readonly path: { readonly account: string } },
  ) {}

  /** Orders one in a zone, behind a router of choice such as `02a`. */
  order(order: Schemas['VlanOrder']): Promise<Schemas['VLAN']> {
    return answerOf(this.transport.POST('/_emulator/accounts/{account}/vlans', { params: this.params, body: order }));
  }
}
