interface TestFile {
  readonly testFilePath: string;
  readonly testResults: readonly { readonly ancestorTitles: readonly string[]; readonly title: string; readonly status: string }[];
}

export default class ProofReporter {
  constructor(config: { readonly testNamePattern?: string }, options?: { readonly target?: string });
  onRunComplete(
    contexts: unknown,
    results: { readonly testResults: readonly TestFile[]; readonly startTime: number; readonly wasInterrupted: boolean },
  ): Promise<void>;
}
