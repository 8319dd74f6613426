export { Account, OwnAccount } from './client/account.js';
export { Emulator, connectEmulator } from './client/emulator.js';
export type { ClientName, EnvironmentFormat } from './client/environment.js';
export { EmulatorError } from './client/errors.js';
export type { JournalFilter, JournalQuery } from './client/journal.js';
export type { ConnectOptions, Schemas } from './client/transport.js';
export type { StartOptions } from './testing/options.js';
export { OwnEmulator, startEmulator } from './testing/start.js';
