import fc from 'fast-check';
import { pick, type Plans } from './call.js';

/** Of ALBs the model knows nothing: what may become of their addresses is among the invariants. */
export const albPlans: Plans = fc
  .record({ enable: fc.boolean(), chance: fc.nat({ max: 999 }) })
  .map(({ enable, chance }) => ({
    name: `${enable ? 'enable' : 'disable'} ALB ${chance}`,
    resolve: (_, { albs }) => {
      const albID = pick(albs, chance)?.albID;
      if (albID === undefined) return undefined;
      const request = enable
        ? ({ method: 'POST', path: '/v1/alb/albs', body: { albID, enable: true } } as const)
        : ({ method: 'DELETE', path: `/v1/alb/albs/${albID}` } as const);
      return { requests: [request], predict: () => undefined };
    },
  }));
