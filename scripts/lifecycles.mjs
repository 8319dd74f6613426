/**
 * Writes docs/lifecycles.md, diagrams of the lifecycle tables; with --check, fails when the committed file differs.
 */
import '../test/support/typescript.mjs';
import { keepGenerated } from './generated-file.mjs';

const { durations } = await import('../src/core/durations.ts');
const { lifecycleTables } = await import('../src/lifecycle/registry.ts');

const HEADER = `# Lifecycles

What the resources of a cluster go through, drawn from the tables by which the emulator goes (\`src/domains/*/lifecycle.ts\`) by \`npm run lifecycles\`. Arrows with a time are steps that a resource takes by itself, after so long at real speed; all others follow an action or an event elsewhere. The rules are those of the [parity ledger](parity.md).

States here are inner ones: what answers show of a cluster also depends on its workers.`;

const text = `${[HEADER, ...Object.entries(lifecycleTables).map(([kind, { lifecycle }]) => describe(kind, lifecycle))].join('\n\n')}\n`;

await keepGenerated(new URL('../docs/lifecycles.md', import.meta.url), text, { source: 'the lifecycle tables', command: 'npm run lifecycles' });

function describe(kind, lifecycle) {
  const states = Object.entries(lifecycle);
  return [
    `## ${kind[0].toUpperCase()}${kind.slice(1)}`,
    ['```mermaid', 'stateDiagram-v2', ...states.flatMap(([name, state]) => arrows(name, state)), '```'].join('\n'),
    ['| state | what is going on | by itself | a caller may | rule |', '| --- | --- | --- | --- | --- |', ...states.map(([name, state]) => row(name, state))].join('\n'),
  ].join('\n\n');
}

function arrows(name, { step, next }) {
  if (next.length === 0) return [`  ${name} --> [*]`];
  return next.map((to) => `  ${name} --> ${to}${step?.to === to ? `: ${length(step.after)}` : ''}`);
}

function row(name, { rule, means, waitsFor, step, actions }) {
  const alone = step === undefined ? '' : `\`${step.to}\` after ${length(step.after)}`;
  const waits = waitsFor === undefined ? '' : `waits for ${waitsFor}`;
  return `| \`${name}\` | ${means} | ${[alone, waits].filter(Boolean).join('; ')} | ${actions.join(', ')} | [${rule}](parity.md#${rule}) |`;
}

/** The length of a step at real speed. */
function length(name) {
  const { seconds } = durations[name];
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}
