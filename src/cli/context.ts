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

/** Where the emulator is unless told. */
export const USUAL_URL = 'http://127.0.0.1:4570';

/** A variable of the environment that is empty counts as one that is not set. */
const given = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

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
  const emulator = new Emulator({ url: given(url) ?? USUAL_URL, controlToken: given(controlToken) });
  const accountName = given(account);
  return {
    emulator,
    account: emulator.account(accountName ?? 'default'),
    accountName,
    print: (found, view) => print(found, json, view),
  };
}
