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
      return `must ${atLeast(issue)}`;
    case 'too_big':
      return `must ${atMost(issue)}`;
    case 'invalid_value':
      return `must be one of: ${issue.values.map(String).join(', ')}`;
    default:
      return issue.message;
  }
}

function atLeast({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'string') return `be at least ${String(minimum)} characters long`;
  if (origin === 'array') return `have at least ${String(minimum)} items`;
  return inclusive === false ? `be more than ${String(minimum)}` : `be ${String(minimum)} or more`;
}

function atMost({ origin, maximum, inclusive }: z.core.$ZodIssueTooBig): string {
  if (origin === 'string') return `be at most ${String(maximum)} characters long`;
  if (origin === 'array') return `have at most ${String(maximum)} items`;
  return inclusive === false ? `be less than ${String(maximum)}` : `be ${String(maximum)} or less`;
}

function withArticle(type: string): string {
  if (type === 'int') return 'a whole number';
  if (type === 'boolean') return 'true or false';
  if (type === 'record') return 'an object';
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}
