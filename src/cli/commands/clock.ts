import { Argument, Command } from 'commander';
import type { Schemas } from '../../client/transport.js';
import { type Context, contextOf } from '../context.js';
import type { Paint } from '../output.js';
import { drawFields, drawTable } from '../table.js';
import { UsageError } from '../usage-error.js';

/** `iks-emulator clock` */
export function clockCommand(): Command {
  const clock = new Command('clock').description("read and move the account's clock");
  clock.command('show', { isDefault: true }).description('what time it is, and when something is due next').action(moving(({ account }) => account.clock.read()));
  clock
    .command('advance')
    .description('move it forward, and tell what happened on the way')
    .argument('<by>', 'a span of time, such as 25m, 1.5h or P1D')
    .action(async (by: string, _, command: Command) => showMoved(contextOf(command), ({ account }) => account.clock.advance(by)));
  clock
    .command('settle')
    .description('run to the next transition, or until nothing is due, and tell what happened')
    .addArgument(new Argument('[until]', 'how far').choices(['next', 'all']).default('all'))
    .action(async (until: 'next' | 'all', _, command: Command) => showMoved(contextOf(command), ({ account }) => account.clock.settle(until)));
  clock
    .command('set')
    .description('set what time it is, or the speed of what begins from now on')
    .option('--now <time>', 'such as 2030-01-01T00:00:00Z')
    .option('--speed <speed>', 'what real durations are divided by, or instant')
    .action(async ({ now, speed }: { now?: string; speed?: string }, command: Command) => {
      if (now === undefined && speed === undefined) throw new UsageError('clock set needs --now or --speed.');
      const change = { ...(now !== undefined && { now }), ...(speed !== undefined && { speed: readSpeed(speed) }) };
      await showMoved(contextOf(command), ({ account }) => account.clock.change(change));
    });
  clock.command('freeze').description('stop it').action(moving(({ account }) => account.clock.freeze()));
  clock.command('unfreeze').description('let it run on').action(moving(({ account }) => account.clock.unfreeze()));
  return clock;
}

function readSpeed(text: string): number | 'instant' {
  if (text === 'instant') return text;
  const speed = Number(text);
  if (text.trim() === '' || Number.isNaN(speed)) throw new UsageError(`--speed is a number or instant, not '${text}'.`);
  return speed;
}

type Time = Schemas['AccountClock'];

const moving = (call: (context: Context) => Promise<Time>) => async (_: unknown, command: Command): Promise<void> => {
  const context = contextOf(command);
  context.print(await call(context), drawTime);
};

const drawTime = ({ now, frozen, nextDueAt }: Time, paint: Paint): string[] => drawFields({ now, frozen, 'next due at': nextDueAt ?? 'nothing is due' }, paint);

async function showMoved(context: Context, call: (context: Context) => Promise<Schemas['MovedClock']>): Promise<void> {
  context.print(await call(context), ({ transitions, ...time }, paint) => [
    ...(transitions.length === 0
      ? []
      : [...drawTable(transitions, { at: ({ at }) => at, kind: ({ kind }) => kind, id: ({ id }) => id, from: ({ from }) => from, to: ({ to }) => to }, paint), '']),
    ...drawTime(time, paint),
  ]);
}
