import { Command } from 'commander';
import type { Schemas } from '../../client/transport.js';
import { contextOf } from '../context.js';
import type { Paint } from '../output.js';
import { drawFields, drawTable } from '../table.js';

/** `iks-emulator explain` */
export const explainCommand = (): Command =>
  new Command('explain')
    .description('why something is as it is, what comes next, and what each action would answer now')
    .argument('<resource>', 'id of a cluster, worker, ALB, add-on, subdomain or network of a cluster in a zone; or name of a cluster or add-on')
    .action(async (resource: string, _, command: Command) => {
      const { account, print } = contextOf(command);
      print(await account.explain(resource), drawExplanation);
    });

function drawExplanation({ summary, kind, id, state, since, rule, next, waitsFor, actions }: Schemas['Explanation'], paint: Paint): string[] {
  const coming = next === null ? (waitsFor ?? 'nothing by itself') : `${next.state} at ${next.at}`;
  const columns = {
    action: ({ action }: Action) => action,
    outcome: ({ outcome }: Action) => outcome,
    'would answer': ({ refusal }: Action) => (refusal === null ? '' : `${refusal.status} ${refusal.code}: ${refusal.description}`),
  };
  return [summary, '', ...drawFields({ [kind]: id, state, since, rule, next: coming }, paint), '', ...drawTable(actions, columns, paint)];
}

type Action = Schemas['Explanation']['actions'][number];
