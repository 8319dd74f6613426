import { z } from 'zod';
import type { IksError } from '../../errors/iks-error.js';

/**
 * The refusals of the services beside the container API. What says `seen` is quoted in public issue threads of
 * the clients; the others are not documented anywhere.
 */
const catalogue = {
  resourceGroupNameTaken: {
    status: 400,
    // seen
    code: 'RESOURCE_GROUP_NAME_UNIQUENESS',
    text: () => 'Resource group name need to be unique in one account',
  },
  resourceGroupInUse: {
    status: 400,
    code: 'RESOURCE_GROUP_IN_USE',
    // seen, with status 500, which would have clients ask again
    text: () =>
      'Resource groups with active instances can\'t be deleted. Use the CLI command "ibmcloud resource service-instances --type all -g <resource-group>" to check for remaining instances, then delete the instances and try again.',
  },
  resourceGroupIsDefault: {
    status: 400,
    code: 'RESOURCE_GROUP_IS_DEFAULT',
    text: () => 'The default resource group of an account cannot be deleted.',
  },
  resourceGroupNotFound: {
    status: 404,
    code: 'RESOURCE_GROUP_NOT_FOUND',
    text: (id: string) => `The resource group '${id}' could not be found.`,
  },
  queryNotUnderstood: {
    status: 400,
    code: 'INVALID_QUERY',
    text: (problem: string) => `The query cannot be carried out: ${problem}.`,
  },
  invalidTag: {
    status: 400,
    code: 'INVALID_TAG',
    text: (problem: string) => `The tag is not valid: ${problem}.`,
  },
  accountNotFound: {
    status: 404,
    code: 'ACCOUNT_NOT_FOUND',
    text: (id: string) => `The account '${id}' could not be found.`,
  },
  userNotFound: {
    status: 404,
    code: 'USER_NOT_FOUND',
    text: (iamId: string) => `The user '${iamId}' could not be found in the account.`,
  },
  // seen: clients ask again on this status, so it is for what is never theirs
  noPermission: {
    status: 403,
    code: 'CAN_NOT_PERFORM_ACTION',
    text: () => 'No permission',
  },
} as const;

type PlatformErrorKey = keyof typeof catalogue;

/** The codes of what is no matter of one service, by status. */
const generalCodes: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'CAN_NOT_PERFORM_ACTION',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
};

/** A refusal of a service beside the container API, which all share one envelope of their own. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';

  private constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  /** The refusal `key`, its text filled in. */
  static of<Key extends PlatformErrorKey>(key: Key, ...details: Parameters<(typeof catalogue)[Key]['text']>): PlatformError {
    const { status, code, text } = catalogue[key];
    return new PlatformError(status, code, (text as (...values: typeof details) => string)(...details));
  }

  /** What every operation refuses, such as a body that is no JSON, said in this envelope. */
  static from({ statusCode, message }: Pick<IksError, 'statusCode' | 'message'>): PlatformError {
    return new PlatformError(statusCode, generalCodes[statusCode] ?? 'INTERNAL_SERVER_ERROR', message);
  }

  /** The body of the answer. */
  toEnvelope(requestId: string): z.input<typeof PlatformErrorResponse> {
    const { code, message, statusCode } = this;
    return { trace: requestId, errors: [{ code, message, more_info: 'n/a' }], status_code: statusCode };
  }
}

export const PlatformErrorResponse = z
  .object({
    trace: z.string().meta({ description: 'Names this one failure; the log has it too.' }),
    errors: z.array(z.object({ code: z.string(), message: z.string(), more_info: z.string() })),
    status_code: z.int(),
  })
  .meta({
    id: 'PlatformError',
    examples: [
      {
        trace: '6f0b1c8e-2d47-4a95-b3e1-7c90d5a8f214',
        errors: [{ code: 'RESOURCE_GROUP_NAME_UNIQUENESS', message: 'Resource group name need to be unique in one account', more_info: 'n/a' }],
        status_code: 400,
      },
    ],
  });
