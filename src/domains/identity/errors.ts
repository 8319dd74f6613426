import { z } from 'zod';

/** The refusals of IAM, seen in public answers and client code. What says `assumed` is not documented anywhere. */
const catalogue = {
  propertyMissing: {
    status: 400,
    code: 'BXNIM0109E',
    message: 'Property missing or empty.',
    details: (property: string) => `Property '${property}' either missing or empty.`,
  },
  propertyInvalid: {
    status: 400,
    code: 'BXNIM0106E',
    // assumed
    message: 'Property is not valid.',
    details: (property: string, problem: string) => `Validation of property '${property}' failed. ${problem}.`,
  },
  apiKeyRevoked: {
    status: 400,
    code: 'BXNIM0415E',
    message: 'Provided API key could not be found.',
    details: () => 'The API key was revoked.',
  },
  passcodeInvalid: {
    status: 400,
    code: 'BXNIM0405E',
    // assumed
    message: 'Provided passcode is invalid.',
    details: () => 'The passcode does not exist, has expired, or was used before.',
  },
  accountForbidden: {
    status: 400,
    code: 'BXNIM0513E',
    // assumed
    message: 'You are not a member of the account.',
    details: () => 'The account that was asked for is not the one that the credentials lead to.',
  },
  accessTokenInvalid: {
    status: 401,
    code: 'BXNIM0446E',
    // assumed
    message: 'Provided access token is invalid.',
    details: (reason: string) => `The access token cannot be used: ${reason}.`,
  },
  // Clients log in again on this code and give up on others, so an expired token has it too.
  refreshTokenInvalid: {
    status: 400,
    code: 'BXNIM0407E',
    message: 'Provided refresh token is invalid.',
    details: (reason: string) => `The refresh token cannot be used: ${reason}.`,
  },
} as const;

type IamErrorKey = keyof typeof catalogue;

/** What is no matter of identity: a body that cannot be read, an internal failure. */
const webFailure = { code: 'BXNIM0060E', message: 'Web application exception during request processing.' };

/** A refusal of IAM, which has an envelope of its own. */
export class IamError extends Error {
  override readonly name = 'IamError';

  private constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
    readonly details: string,
  ) {
    super(message);
  }

  /** The refusal `key`, its details filled in. */
  static of<Key extends IamErrorKey>(key: Key, ...values: Parameters<(typeof catalogue)[Key]['details']>): IamError {
    const { status, code, message, details } = catalogue[key];
    return new IamError(status, code, message, (details as (...given: typeof values) => string)(...values));
  }

  /** A failure that only its HTTP status describes. */
  static ofStatus(status: number, problem: string): IamError {
    return new IamError(status, webFailure.code, webFailure.message, problem);
  }

  /** The body of the answer. */
  toEnvelope(requestId: string): z.input<typeof IamErrorResponse> {
    const { code, message, details } = this;
    return { errorCode: code, errorMessage: message, errorDetails: details, context: { requestId } };
  }
}

export const IamErrorResponse = z
  .object({
    errorCode: z.string(),
    errorMessage: z.string(),
    errorDetails: z.string(),
    context: z.object({ requestId: z.string() }),
  })
  .meta({
    id: 'IamError',
    examples: [
      {
        errorCode: 'BXNIM0109E',
        errorMessage: 'Property missing or empty.',
        errorDetails: "Property 'apikey' either missing or empty.",
        context: { requestId: '6f0b1c8e-2d47-4a95-b3e1-7c90d5a8f214' },
      },
    ],
  });
