/** IBM's Go clients, told apart by what they send as User-Agent; the SDK gets its tokens by go-sdk-core. */
export const clients = {
  bluemix: { name: 'bluemix-go', userAgent: /^Bluemix-go SDK / },
  sdk: { name: 'container-services-go-sdk', userAgent: /^(go-sdk-template-|ibm-go-sdk-core\/)/ },
} as const;

export type Client = keyof typeof clients;

/** In a stable order. */
export const clientIds: readonly Client[] = ['bluemix', 'sdk'];

/** How often an operation answered a client with a status: operation, client, status. */
export type Answers = Record<string, Partial<Record<Client, Record<number, number>>>>;

interface LogLine {
  readonly operationId?: string;
  readonly userAgent?: string;
  readonly res?: { readonly statusCode: number };
}

/** Counts a line of the server's log, if it is about a request of one of the clients for an operation. */
export function countAnswer(answers: Answers, { operationId, userAgent = '', res }: LogLine): void {
  const client = clientIds.find((id) => clients[id].userAgent.test(userAgent));
  if (client === undefined || operationId === undefined || res === undefined) return;
  const ofOperation = (answers[operationId] ??= {});
  const ofClient = (ofOperation[client] ??= {});
  ofClient[res.statusCode] = (ofClient[res.statusCode] ?? 0) + 1;
}
