import type { Command } from 'commander';
import type { Account } from '../client/account.js';
import { Emulator } from '../client/emulator.js';
import { type Paint, print } from './output.js';

interface GlobalOptions {
  readonly url: string;
  readonly controlToken?: string;
  readonly account?: string;
  readonly json?: boolean;
}

/** What a command works with: the emulator and account that the flags name, and how to print what it found. */
export interface Context {
  readonly emulator: Emulator;
  /** `default` unless told. */
  readonly account: Account;
  /** As told, if at all. */
  readonly accountName: string | undefined;
  readonly print: <Found>(found: Found, view: (found: Found, paint: Paint) => readonly string[]) => void;
}

/** From the flags of a command and of those above it. */
export function contextOf(command: Command): Context {
  const { url, controlToken, account, json = false } = command.optsWithGlobals<GlobalOptions>();
  const emulator = new Emulator({ url, controlToken });
  return {
    emulator,
    account: emulator.account(account ?? 'default'),
    accountName: account,
    print: (found, view) => print(found, json, view),
  };
}
