import type { TagType } from '../../generated/prisma/enums.js';
import { PlatformError } from '../platform/errors.js';

const LONGEST_NAME = 128;
const PERMITTED = /^[a-z0-9 _.:-]+$/;
const PAIR = /^[^:]+:[^:]+$/;
const PREFIXED = /^[^:]+:./;

/** The most tags of a type that one resource can have; of access tags, that one account can. */
export const mostTags: Readonly<Record<TagType, number>> = { user: 1_000, service: 1_000, access: 250 };

/**
 * The names as they are kept: in lower case, for tags are the same in both cases, and each once.
 * @throws PlatformError invalidTag
 */
export function readTagNames(type: TagType, names: readonly string[]): string[] {
  const kept = [...new Set(names.map((name) => name.toLowerCase()))];
  const problems = kept.flatMap((name) => problemOf(type, name) ?? []);
  if (problems.length > 0) throw PlatformError.of('invalidTag', problems.join('; '));
  return kept;
}

function problemOf(type: TagType, name: string): string | undefined {
  if (name.length > LONGEST_NAME) return `'${name.slice(0, LONGEST_NAME)}…' has more than ${LONGEST_NAME} characters`;
  if (!PERMITTED.test(name)) return `'${name}' may have letters, digits, spaces, underscores, hyphens, periods and colons only`;
  if (type === 'access' && !PAIR.test(name)) return `'${name}' must be of the form key:value, as all access tags are`;
  if (type === 'service' && !PREFIXED.test(name)) return `'${name}' must be of the form prefix:label, as all service tags are`;
  return undefined;
}

/** What becomes of the tags that a resource has when others are attached: all go, or those with the same key, or none. */
export interface TaggingMode {
  readonly replace: boolean;
  readonly update: boolean;
}

/** The attached tags that the new ones take the place of. Service tags of one prefix stand beside each other. */
export function replacedTags(type: TagType, attached: readonly string[], names: readonly string[], mode: TaggingMode): string[] {
  const others = attached.filter((name) => !names.includes(name));
  if (mode.replace) return others;
  if (!mode.update || type === 'service') return [];
  const keys = names.filter((name) => name.includes(':')).map(keyOf);
  return others.filter((name) => name.includes(':') && keys.includes(keyOf(name)));
}

const keyOf = (name: string): string => name.slice(0, name.indexOf(':'));
