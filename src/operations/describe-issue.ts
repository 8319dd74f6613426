import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** One sentence part that names the field and says what is allowed, such as `workerNum must be 1 or more`. */
export function describeIssue(issue: Issue, where: string): string {
  const field = issue.path.length === 0 ? where : issue.path.map(String).join('.');
  return `${field} ${requirement(issue)}`;
}

/** Whether the issue only says that a field which must be there is not. */
export const isMissing = (issue: Issue): boolean => issue.input === undefined && issue.path.length > 0;

function requirement(issue: Issue): string {
  if (issue.input === undefined) return 'is required';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${withArticle(issue.expected)}`;
    case 'too_small':
      return `must ${quantity(issue.origin)} ${String(issue.minimum)} or more`;
    case 'too_big':
      return `must ${quantity(issue.origin)} ${String(issue.maximum)} or less`;
    case 'invalid_value':
      return `must be one of: ${issue.values.map(String).join(', ')}`;
    default:
      return issue.message;
  }
}

const quantity = (origin: string): string => (origin === 'string' ? 'have a length of' : 'be');

function withArticle(type: string): string {
  if (type === 'int') return 'a whole number';
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}
