import { distance } from 'fastest-levenshtein';
import type { Shape } from './shapes.js';

const MOST_SHOWN = 3;

/** The operations whose places are nearest to what was asked for, the nearest first; none where nothing is near. */
export function findNearest(method: string, path: string, shapes: readonly Shape[]): readonly Shape[] {
  const farthest = Math.max(3, path.length / 3);
  return shapes
    .map((shape) => ({ shape, far: distanceTo(path, shape), other: shape.method === method ? 0 : 1 }))
    .filter(({ far }) => far <= farthest)
    .sort((a, b) => a.far - b.far || a.other - b.other || a.shape.path.localeCompare(b.shape.path))
    .slice(0, MOST_SHOWN)
    .map(({ shape }) => shape);
}

/** The operations at exactly this path, whatever their methods. */
export const findAt = (path: string, shapes: readonly Shape[]): readonly Shape[] => shapes.filter((shape) => distanceTo(path, shape) === 0);

/** How many letters lie between a path and a template whose parameters stand for what the path has there. */
function distanceTo(path: string, { path: template }: Shape): number {
  const parts = path.split('/');
  const filled = template.split('/').map((part, index) => (part.startsWith('{') ? (parts[index] ?? part) : part));
  return distance(path.toLowerCase(), filled.join('/').toLowerCase());
}
