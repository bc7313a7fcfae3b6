import * as z from 'zod';
import { StartError } from '../problem.ts';

const list = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? [value] : value));

const scalars = z
  .union([z.string(), z.boolean(), z.number(), z.array(z.union([z.string(), z.boolean()]))])
  .transform((value) => (Array.isArray(value) ? value : [value]).map(String));

const Statement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: list,
  Resource: list.default(['*']),
  Principal: z.union([z.literal('*'), z.record(z.string(), list)]).optional(),
  Condition: z.record(z.string(), z.record(z.string(), scalars)).default({}),
});

export const PolicyDocument = z.object({ Statement: z.array(Statement) });

/** One statement of a policy, as IAM defines it (NotAction and the like are not known here). */
export type Statement = z.infer<typeof Statement>;

/** What is asked: an action on a resource, and what is known of the circumstances. */
export interface AccessRequest {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** @throws StartError on a condition operator that the local cloud does not know */
export function checkConditions(statements: readonly Statement[], owner: string): void {
  for (const { Condition } of statements) {
    for (const operator of Object.keys(Condition)) {
      if (OPERATORS[bare(operator)] !== undefined) continue;
      throw new StartError(`the local cloud does not know the condition ${operator} (${owner})`);
    }
  }
}

/** Whether a statement speaks of this request at all, whatever it says. */
export function applies(statement: Statement, request: AccessRequest): boolean {
  return (
    statement.Action.some((pattern) => like(pattern.toLowerCase(), request.action.toLowerCase())) &&
    statement.Resource.some((pattern) => like(pattern, request.resource)) &&
    Object.entries(statement.Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) =>
        holds(operator, wanted, valuesOf(request.context, key)),
      ),
    )
  );
}

/** IAM's wildcards: `*` is any text, `?` any letter. */
export function like(pattern: string, text: string): boolean {
  if (pattern === '*' || pattern === text) return true;
  const source = pattern.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
  return new RegExp(`^${source.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(text);
}

type Compare = (wanted: string, actual: string) => boolean;

const equal: Compare = (wanted, actual) => wanted === actual;
const OPERATORS: Readonly<Record<string, { readonly compare: Compare; readonly negated?: true }>> =
  {
    StringEquals: { compare: equal },
    StringNotEquals: { compare: equal, negated: true },
    StringLike: { compare: like },
    StringNotLike: { compare: like, negated: true },
    ArnEquals: { compare: like },
    ArnLike: { compare: like },
    ArnNotLike: { compare: like, negated: true },
    Bool: { compare: (wanted, actual) => wanted.toLowerCase() === actual.toLowerCase() },
    Null: { compare: equal },
  };

const bare = (operator: string) =>
  operator.replace(/^For(AllValues|AnyValue):/, '').replace(/IfExists$/, '');

function holds(
  operator: string,
  wanted: readonly string[],
  actual: readonly string[] | undefined,
): boolean {
  const rule = OPERATORS[bare(operator)];
  if (rule === undefined) return false;
  if (bare(operator) === 'Null') return wanted.includes(String(actual === undefined));
  const matches = (value: string) =>
    wanted.some((one) => rule.compare(one, value)) !== (rule.negated === true);
  if (operator.startsWith('ForAllValues:')) return (actual ?? []).every(matches);
  if (actual === undefined) return operator.endsWith('IfExists') || rule.negated === true;
  return operator.startsWith('ForAnyValue:') ? actual.some(matches) : actual.every(matches);
}

/** Condition keys are named without regard to case. */
function valuesOf(context: AccessRequest['context'], key: string): readonly string[] | undefined {
  const wanted = key.toLowerCase();
  return Object.entries(context).find(([name]) => name.toLowerCase() === wanted)?.[1];
}
