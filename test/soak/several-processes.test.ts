import { describeProcesses } from './processes.js';

describeProcesses({ count: 2, creates: 40 });
