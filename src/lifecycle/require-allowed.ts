import { allows, type Lifecycle } from '../core/lifecycle.js';
import { IksError } from '../errors/iks-error.js';

/**
 * Refuses what a lifecycle table does not allow in a state. `what` begins the sentence of the refusal, such as
 * `A master update`.
 * @throws IksError actionNotAllowed, which names what is possible instead
 */
export function requireAllowed<State extends string, Action extends string>(
  lifecycle: Lifecycle<State, Action>,
  state: State,
  action: Action,
  what: string,
): void {
  if (allows(lifecycle, state, action)) return;
  const { actions } = lifecycle[state];
  throw IksError.of('actionNotAllowed', what, state, actions.length === 0 ? 'nothing' : actions.join(', '));
}
