/**
 * The path as routes know it: the prefix `/global`, doubled slashes and a trailing slash are all spellings
 * that real callers use for the same operation.
 */
export function normaliseUrl(url: string): string {
  const queryStart = url.indexOf('?');
  const path = queryStart === -1 ? url : url.slice(0, queryStart);
  const query = queryStart === -1 ? '' : url.slice(queryStart);
  const single = path.replace(/\/{2,}/g, '/').replace(/^\/global(?=\/|$)/, '');
  const trimmed = single.length > 1 ? single.replace(/\/$/, '') : single;
  return `${trimmed === '' ? '/' : trimmed}${query}`;
}
