import { type Zippable, zipSync } from 'fflate';

/** A file of an archive: its name and its text. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** File types and permissions as Unix archives keep them: clients create what they unpack with these. */
const FILE_MODE = 0o100644;
const FOLDER_MODE = 0o040755;
/** The host system of the entries, so that their modes count, and the bit by which others know a folder. */
const UNIX = 3;
const DOS_FOLDER = 0x10;

/**
 * A zip of the files, inside a folder when one is named. The folder has an entry of its own, and that comes
 * first: clients would make a missing one with the mode of a file, and then could not write into it.
 */
export function zip(files: readonly TextFile[], folder: string | undefined, modifiedAt: Date): Buffer {
  const entries: Zippable = Object.fromEntries(files.map(({ name, text }) => [name, [Buffer.from(text), entry(FILE_MODE, 0)]]));
  const options = { mtime: modifiedAt };
  return Buffer.from(zipSync(folder === undefined ? entries : { [folder]: [entries, entry(FOLDER_MODE, DOS_FOLDER)] }, options));
}

/** The Unix mode is the upper half of an entry's attributes. */
const entry = (mode: number, dos: number): { os: number; attrs: number } => ({ os: UNIX, attrs: ((mode << 16) | dos) >>> 0 });
