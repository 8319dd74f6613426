import type { z } from 'zod';
import { errorCatalogue } from '../../errors/catalogue.js';
import { operations } from '../../operations/catalogue.js';
import type { Verdict } from './judge.js';
import type { Explanation as ExplanationSchema } from './schemas.js';
import { summarise } from './sentences.js';
import type { Explanation } from './service.js';

type Wire = z.input<typeof ExplanationSchema>;

export const toExplanation = (explanation: Explanation): Wire => ({
  summary: summarise(explanation),
  kind: explanation.kind,
  id: explanation.id,
  name: explanation.name,
  cluster: explanation.cluster,
  state: explanation.state,
  since: explanation.since.toISOString(),
  rule: explanation.rule,
  means: explanation.means,
  next: explanation.nextStep && { ...explanation.nextStep, at: explanation.nextStep.at.toISOString() },
  waitsFor: explanation.waitsFor,
  actions: explanation.verdicts.map(toAction),
});

function toAction({ action, operations: ids, outcome }: Verdict): Wire['actions'][number] {
  const refusal = typeof outcome === 'string' ? null : { status: outcome.statusCode, code: errorCatalogue[outcome.key].code, description: outcome.message };
  const calls = ids.map((operationId) => {
    const { method, path, status } = operations[operationId];
    return { operationId, method, path, status: refusal?.status ?? status };
  });
  return { action, outcome: typeof outcome === 'string' ? outcome : 'refused', refusal, calls };
}
