/**
 * Sends a request and answers the text that comes back.
 * @throws Error for every answer that is none of success
 */
export async function send({ url, ...request }) {
  const answer = await fetch(url, request);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${request.method} ${url} answered ${answer.status}: ${text}`);
  return text;
}
