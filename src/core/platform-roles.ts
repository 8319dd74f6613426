/** What a user may do in an account, each by itself. */
export const platformRoles = ['viewer', 'editor', 'operator', 'administrator'] as const;

export type PlatformRole = (typeof platformRoles)[number];

/** What an operation asks of its caller; `none` asks for no role. */
export type NeededRole = PlatformRole | 'none';

/** The roles that each role is as good as. Operator and editor do not include each other (R300). */
const covers: Readonly<Record<PlatformRole, readonly PlatformRole[]>> = {
  viewer: ['viewer'],
  editor: ['editor', 'viewer'],
  operator: ['operator', 'viewer'],
  administrator: ['administrator', 'operator', 'editor', 'viewer'],
};

/** Whether one of the roles `held` is as good as the one `needed` (R300). */
export const hasRole = (held: readonly PlatformRole[], needed: NeededRole): boolean =>
  needed === 'none' || held.some((role) => covers[role].includes(needed));
