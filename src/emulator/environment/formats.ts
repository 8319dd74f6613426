import type { Environment } from './variables.js';

interface Format {
  readonly contentType: string;
  readonly print: (environment: Environment) => string;
}

const lines = (environment: Environment, line: (name: string, value: string) => string): string =>
  Object.entries(environment)
    .map(([name, value]) => `${line(name, value)}\n`)
    .join('');

/** Texts between single quotes mean nothing to a shell; a quote itself has to stand outside. */
const quoteForShell = (value: string): string => `'${value.replaceAll("'", String.raw`'\''`)}'`;

/**
 * Readers of .env files agree on bare values alone: some take quotes for a part of the value. What cannot be bare is
 * quoted by whichever quote it does not have, for there is no escape that all know.
 */
function quoteForDotenv(value: string): string {
  if (/^[\w.:/@%+,=-]*$/.test(value)) return value;
  const quote = ["'", '"', '`'].find((candidate) => !value.includes(candidate)) ?? '';
  return `${quote}${value}${quote}`;
}

const hclEscapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t', '${': '$${', '%{': '%%{' };

/** A quoted template in which nothing is replaced. */
const quoteForHcl = (value: string): string => `"${value.replaceAll(/[\\"\n\r\t]|[$%]\{/g, (found) => hclEscapes[found] ?? found)}"`;

const plain = 'text/plain; charset=utf-8';

/** How an environment is written down: for a shell to read in, for a .env file, as a map of HCL such as Terragrunt takes, as JSON. */
export const formats = {
  sh: { contentType: plain, print: (environment) => lines(environment, (name, value) => `export ${name}=${quoteForShell(value)}`) },
  dotenv: { contentType: plain, print: (environment) => lines(environment, (name, value) => `${name}=${quoteForDotenv(value)}`) },
  hcl: { contentType: plain, print: (environment) => `env_vars = {\n${lines(environment, (name, value) => `  ${name} = ${quoteForHcl(value)}`)}}\n` },
  json: { contentType: 'application/json; charset=utf-8', print: (environment) => `${JSON.stringify(environment, null, 2)}\n` },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
