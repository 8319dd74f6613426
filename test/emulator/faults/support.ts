import type { Answer } from '../../support/contract.js';
import type { Emulator } from '../../support/emulator.js';

export interface FaultBody {
  readonly id: string;
  readonly effect: Readonly<Record<string, unknown>>;
  readonly armed: boolean;
  readonly matched: number;
  readonly struck: number;
  readonly resources: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly description?: string;
}

export interface Worker {
  readonly id: string;
  readonly state: string;
  readonly status: string;
  readonly errorMessage: string;
  readonly errorMessageDate: string;
  readonly statusDate: string;
  readonly kubeVersion: string;
  readonly privateIP: string;
  readonly privateVlan: string;
  readonly pendingOperation: string;
}

export interface Cluster {
  readonly id: string;
  readonly state: string;
  readonly status: string;
  readonly masterStatus: string;
  readonly masterState: string;
  readonly masterHealth: string;
  readonly masterKubeVersion: string;
  readonly ingressHostname: string;
  readonly ingressStatus: string;
  readonly ingressMessage: string;
}

/** The faults of one account, through the control API. */
export function faultsOf(emulator: Emulator, account: { readonly id: string }) {
  const url = `/_emulator/accounts/${account.id}/faults`;
  return {
    url,
    list: async () => (await (emulator.call({ method: 'GET', url }) as Promise<Answer<FaultBody[]>>)).body,
    send: (body: unknown) => emulator.call({ method: 'POST', url, body }) as Promise<Answer<FaultBody>>,
    /** Arms a fault that there is nothing against. */
    async arm(body: unknown): Promise<FaultBody> {
      const armed = (await emulator.call({ method: 'POST', url, body })) as Answer<FaultBody>;
      if (armed.status !== 201) throw new Error(`The fault was not armed: ${armed.text}`);
      return armed.body;
    },
    read: (id: string) => emulator.call({ method: 'GET', url: `${url}/${id}` }) as Promise<Answer<FaultBody>>,
    disarm: (id: string) => emulator.call({ method: 'DELETE', url: `${url}/${id}` }) as Promise<Answer<FaultBody | undefined>>,
    disarmAll: () => emulator.call({ method: 'DELETE', url }) as Promise<Answer<{ removed: number }>>,
  };
}
