/** What the emulator knows of an error. */
export interface ErrorEntry {
  readonly status: number;
  readonly code: string;
  readonly type: '' | 'Authentication' | 'General' | 'Provisioning' | 'Versions' | 'Cluster' | 'ALBSecret';
  readonly recoveryCLI?: string;
  /** The code is not documented anywhere. */
  readonly assumed?: true;
  readonly text: (...details: never[]) => string;
}
