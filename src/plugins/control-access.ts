import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { isLoopback, isLoopbackName } from '../core/loopback.js';
import { IksError } from '../errors/iks-error.js';

/** What proxies add: a call that carries one came from somewhere else than its last hop. */
const FORWARDING_HEADERS = ['forwarded', 'x-forwarded-for', 'via'];

/**
 * The control API is for whoever is on this machine, and for others by the control token, sent as `Bearer`: nobody sends
 * it bare, as some do with the token of an account.
 * @throws IksError controlTokenNotSet, controlTokenMissing
 */
export function requireControl(request: FastifyRequest, controlToken: string | undefined): void {
  if (isFromThisMachine(request)) return;
  if (controlToken === undefined) throw IksError.of('controlTokenNotSet');
  const sent = /^\s*bearer\s+(.+?)\s*$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  if (!isEqual(sent, controlToken)) throw IksError.of('controlTokenMissing');
}

const isFromThisMachine = (request: FastifyRequest): boolean =>
  isLoopback(request.socket.remoteAddress ?? '') &&
  FORWARDING_HEADERS.every((name) => request.headers[name] === undefined) &&
  !isOfAnotherPage(request);

/**
 * Whether a browser on this machine sends it for a page that is not the emulator's own: browsers tell of that, or else
 * the page has come by a name that was made to lead here. Who is no browser may call this machine what they like.
 */
function isOfAnotherPage({ headers, host, hostname }: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  if (origin === undefined && site === undefined) return false;
  if (site === 'cross-site' || site === 'same-site' || !isLoopbackName(hostname)) return true;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host.toLowerCase());
}

/** Takes the same time however much of the two is equal. */
const isEqual = (a: string, b: string): boolean => timingSafeEqual(hash(a), hash(b));
const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
