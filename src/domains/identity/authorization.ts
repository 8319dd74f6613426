const DEFAULT_CLIENT = 'default';

/**
 * The OAuth client named by an `Authorization: Basic` header, such as `bx` or `kube`; `default` without one.
 * Every client is welcome, whatever its secret.
 */
export function clientOf(authorization: string | undefined): string {
  const credentials = /^basic\s+(\S+)\s*$/i.exec(authorization ?? '')?.[1] ?? '';
  const [client = ''] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
  return client === '' ? DEFAULT_CLIENT : client;
}

/** The token of an `Authorization` header: callers send `Bearer x`, `bearer x` and the bare token. Undefined where it has none. */
export function bearerTokenOf(authorization: string | undefined): string | undefined {
  const credentials = authorization?.trim() ?? '';
  const end = credentials.search(/\s/);
  if (end === -1) return credentials === '' ? undefined : credentials;
  const [scheme, token] = [credentials.slice(0, end), credentials.slice(end).trimStart()];
  return scheme.toLowerCase() === 'bearer' && !token.includes(' ') ? token : undefined;
}
