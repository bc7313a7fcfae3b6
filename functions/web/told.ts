import * as z from 'zod/mini';
import type { CourseSlug } from '../core/course.ts';
import { type Change, REFUSALS, type Refusal } from '../core/reader/lifecycle.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { isGenuine, mintToken } from '../core/token.ts';
import { type FormFields, text } from './form.ts';
import type { UndoForm } from './undo.ts';
import { ACTIONS, type Action } from './wish.ts';

/** What came of one press, as the page after it says. */
export interface Told {
  readonly action: Action;
  readonly is: Change['is'];
  /** Which course it was about, if one. */
  readonly course?: CourseSlug | undefined;
  readonly because?: Refusal | undefined;
  readonly undo?: UndoForm | undefined;
}

/** As it travels: with the revision that it speaks of, so that it is said only while it is so. */
const TOLD = z.object({
  revision: z.number(),
  action: z.enum(ACTIONS),
  is: z.enum(['changed', 'unchanged', 'refused']),
  course: z.optional(z.string()),
  because: z.optional(z.enum(REFUSALS)),
  undo: z.optional(z.record(z.string(), z.union([z.string(), z.array(z.string())]))),
});

/**
 * What a page is to say after the redirect that follows a press, as a query. It is under a mac of
 * the reader's own secret: a link that somebody else made says nothing.
 */
export const tellingQuery = (subscriber: Owner, told: Told): string =>
  `?told=${tellingOf(subscriber, told)}`;

/** The same as a field of the form that takes it back. */
export function tellingOf({ id, secret, revision }: Owner, told: Told): string {
  const said = Buffer.from(JSON.stringify({ ...told, revision })).toString('base64url');
  return mintToken(secret, id, 'told', said).slice(id.length + 1);
}

/**
 * Whether a press is the way back of what was told last, while nothing has changed since: it makes somebody what
 * they were just before, and no more.
 */
export function isWayBack(stored: Owner, fields: FormFields): boolean {
  const undo = toldIn(stored, text(fields, 'told'))?.undo;
  const same = ([name, values]: [string, string | readonly string[]]) =>
    [values].flat().join(' ') === [fields[name] ?? []].flat().join(' ');
  return undo !== undefined && Object.entries(undo).every(same);
}

type Owner = Pick<Subscriber, 'id' | 'secret' | 'revision'>;

/** What was told of this reader as they are now; undefined when it is none of ours, or is over. */
export function toldIn(
  { id, secret, revision }: Owner,
  given: string | undefined,
): Told | undefined {
  const [mac = '', detail = ''] = (given ?? '').split('.');
  if (!isGenuine({ id, mac, detail }, secret, 'told')) return undefined;
  const parsed = TOLD.safeParse(JSON.parse(Buffer.from(detail, 'base64url').toString()));
  if (!parsed.success || parsed.data.revision !== revision) return undefined;
  const { revision: _, course, ...told } = parsed.data;
  return { ...told, ...(course !== undefined && { course: course as CourseSlug }) };
}
