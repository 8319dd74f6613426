import { jest } from '@jest/globals';
import { describeProcesses } from './processes.js';

// The clients of one account wait for each other, and 200 of them long on a busy machine.
jest.setTimeout(900_000);

describeProcesses({ count: 2, creates: 200 });
describeProcesses({ count: 4, creates: 200 });
