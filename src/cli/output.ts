import picocolors from 'picocolors';

/** Colours, or none. */
export type Paint = ReturnType<typeof picocolors.createColors>;

/** Colours are for a terminal whose user has not refused them. Node sets `isTTY` on terminals alone, and to nothing elsewhere. */
const isColourful = (): boolean =>
  [process.stdout.isTTY, (process.env['NO_COLOR'] ?? '') === '', process.env['TERM'] !== 'dumb'].every(Boolean);

/**
 * Prints what a command found: for programs as it came, for people as `view` draws it.
 */
export function print<Found>(found: Found, json: boolean, view: (found: Found, paint: Paint) => readonly string[]): void {
  const text = json ? JSON.stringify(found ?? {}, undefined, 2) : view(found, picocolors.createColors(isColourful())).join('\n');
  if (text !== '') process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}
