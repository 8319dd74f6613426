/** The parts of worker answers that tests look at. */
export interface WorkerBody {
  readonly id: string;
  readonly state: string;
  readonly status: string;
  readonly statusDate: string;
  readonly kubeVersion: string;
  readonly location: string;
  readonly poolid: string;
  readonly poolName: string;
  readonly privateIP: string;
  readonly privateVlan: string;
  readonly publicIP: string;
  readonly publicVlan: string;
  readonly reasonForDelete: string;
}

export interface WorkerV2Body {
  readonly id: string;
  readonly poolID: string;
  readonly health: { readonly state: string; readonly message: string };
  readonly lifecycle: { readonly actualState: string; readonly desiredState: string };
}

export interface ErrorBody {
  readonly incidentID: string;
  readonly code: string;
  readonly description: string;
}
