import type { ErrorEntry } from './entry.js';

/** The refusals that no real service knows: of the control API, and of what is not built. Their codes begin with X. */
export const ownEntries = {
  controlTokenNotSet: {
    status: 401,
    code: 'X0401',
    type: 'Authentication',
    assumed: true,
    text: () =>
      'The control API answers nobody but callers on its own machine, for it has no token. Start the emulator with IKS_CONTROL_TOKEN set, and send that as Authorization: Bearer.',
  },
  controlTokenMissing: {
    status: 401,
    code: 'X0401',
    type: 'Authentication',
    assumed: true,
    text: () =>
      'From beyond its own machine the control API needs the token that the emulator was started with: send the value of IKS_CONTROL_TOKEN as Authorization: Bearer.',
  },
  accountNotFound: {
    status: 404,
    code: 'X0404',
    type: 'General',
    assumed: true,
    text: (account: string) => `The account '${account}' does not exist in this emulator.`,
  },
  resourceNotFound: {
    status: 404,
    code: 'X0404',
    type: 'General',
    assumed: true,
    text: (kinds: string, resource: string) => `Nothing with a lifecycle (${kinds}) in the account has the id or name '${resource}'.`,
  },
  snapshotNotFound: {
    status: 404,
    code: 'X0404',
    type: 'General',
    assumed: true,
    text: (name: string) => `The account has no snapshot with the name '${name}'.`,
  },
  journalMarkNotFound: {
    status: 404,
    code: 'X0404',
    type: 'General',
    assumed: true,
    text: (name: string) => `The journal of the account has no mark with the name '${name}'.`,
  },
  faultNotFound: {
    status: 404,
    code: 'X0404',
    type: 'General',
    assumed: true,
    text: (id: string) => `The account has no fault with the id '${id}'.`,
  },
  accountApiKeyNotFound: {
    status: 404,
    code: 'X0404',
    type: 'General',
    assumed: true,
    text: (id: string) => `The account has no API key with the id '${id}'.`,
  },
  snapshotNameTaken: {
    status: 409,
    code: 'X0409',
    type: 'General',
    assumed: true,
    text: (name: string) => `A snapshot with the name '${name}' exists. Delete it first, or send replace: true.`,
  },
  apiKeyTaken: {
    status: 409,
    code: 'X0409',
    type: 'General',
    assumed: true,
    text: () => 'This text is an API key already. Choose another, or leave it out.',
  },
  clockWouldGoBack: {
    status: 409,
    code: 'X0409',
    type: 'General',
    assumed: true,
    text: (wanted: string, last: string) =>
      `The clock cannot go back to ${wanted}: something in the account happened at ${last}, which would then lie in the future. Reset the account or restore a snapshot instead.`,
  },
  accountNameTaken: {
    status: 409,
    code: 'X0409',
    type: 'General',
    assumed: true,
    text: (name: string) => `An account with the name '${name}' exists.`,
  },
  notBuilt: {
    status: 501,
    code: 'X0501',
    type: 'General',
    assumed: true,
    text: (operationId: string) => `The operation ${operationId} is not built in this emulator.`,
    recoveryCLI: 'To see what is built, ask this emulator for GET /_emulator/coverage.',
  },
} as const satisfies Record<string, ErrorEntry>;
