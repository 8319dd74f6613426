/** The issuer of tokens as the caller of this server knows it. */
export const issuerAt = (origin: string): string => `${origin}/identity`;

/** What tokens are signed with. */
export const ALGORITHM = 'RS256';

/** The command line tools and kubectl log in to clusters as this client. */
export const KUBE_CLIENT = { id: 'kube', secret: 'kube' } as const;
