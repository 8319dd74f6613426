import { notBuilt, type Rules } from '../rule.js';

/** Add-ons, webhooks, credentials, keys and what else there is. */
export const services: Rules = {
  R290: { says: 'Add-ons are enabled or updated, not both at once; unknown ones and those that a cluster is too old for are refused, and beyond every known range the newest fits.', from: ['SDK'] },
  R291: { says: 'An add-on is pending or updating for a while, then normal.', from: ['TF'] },
  R292: { says: 'A webhook of a cluster has a level, Warning by default, and goes to Slack; none is ever removed.', from: ['CLI18', 'SDK'] },
  R293: { says: 'The audit webhook stands apart and takes effect with a refresh of the master.', from: ['SDK'] },
  R294: { says: 'Credentials for the infrastructure are kept by region and resource group, and come before the API key.', from: ['SDK', 'DEL21'] },
  R295: { says: 'The API key of a region and resource group can be made anew, and its owner can be read.', from: ['SDK'] },
  R296: { says: 'A master can be told to refresh.', from: ['SDK'] },
  R297: { says: 'Key management is enabled once, can move to another key, and is never switched off.', from: ['SDK'] },
  R298: { says: 'A kubeconfig comes as a zip, with the administrator\'s certificates on demand, and in v2 as YAML too.', from: ['SDK'] },
  R299: { says: 'A service that is bound to a cluster leaves a secret named after it.', from: ['SDK'], decided: notBuilt('The operations of service binding are not built.') },
  R300: { says: 'Each operation asks for a role, and operator and editor are no steps of one ladder.', from: ['ACC20', 'API21'], assumed: 'the role where the two tables differ or neither has one' },
  R301: { says: 'The root of the service answers with the drawing of a ship.', from: ['FIRE21'] },
  R302: { says: 'The loops in which clients wait must end well (R128, R131, R133, R205, R291).', from: ['TF'] },
  R303: { says: 'A refusal comes in an envelope with incident, code, description and type.', from: ['SDK', 'SAMPLE'] },
};
