import { answerOf, type Schemas, type Transport } from './transport.js';

/** The clock of one account. Whatever falls due on the way happens, in order, each at its own moment. */
export class Clock {
  constructor(
    private readonly transport: Transport,
    private readonly params: { readonly path: { readonly account: string } },
  ) {}

  /** What time it is, and when something is due next. */
  read(): Promise<Schemas['AccountClock']> {
    return answerOf(this.transport.GET('/_emulator/accounts/{account}/clock', { params: this.params }));
  }

  /** Moves it forward by a span, such as `25m`, `1.5h` or `P1D`; answers what happened on the way. */
  advance(by: string): Promise<Schemas['MovedClock']> {
    return answerOf(this.transport.POST('/_emulator/accounts/{account}/clock/advance', { params: this.params, body: { by } }));
  }

  /** Runs to the next transition, or until nothing is due any more; answers what happened on the way. */
  settle(until: 'next' | 'all' = 'all'): Promise<Schemas['MovedClock']> {
    return answerOf(this.transport.POST('/_emulator/accounts/{account}/clock/settle', { params: this.params, body: { until } }));
  }

  /** Sets what time it is, or the speed of what begins from now on; answers what happened on the way. */
  change(change: Schemas['ClockPatch']): Promise<Schemas['MovedClock']> {
    return answerOf(this.transport.PATCH('/_emulator/accounts/{account}/clock', { params: this.params, body: change }));
  }

  /** Stops it: only the other calls here move it then. */
  freeze(): Promise<Schemas['AccountClock']> {
    return answerOf(this.transport.POST('/_emulator/accounts/{account}/clock/freeze', { params: this.params }));
  }

  /** Lets it run on from where it stands. */
  unfreeze(): Promise<Schemas['AccountClock']> {
    return answerOf(this.transport.POST('/_emulator/accounts/{account}/clock/unfreeze', { params: this.params }));
  }
}
