import * as z from 'zod/mini';
import type { CourseSlug } from '../core/course.ts';
import { type Change, REFUSALS, type Refusal } from '../core/reader/lifecycle.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { isGenuine, mintToken } from '../core/token.ts';
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
export function tellingQuery(
  { id, secret, revision }: Pick<Subscriber, 'id' | 'secret' | 'revision'>,
  told: Told,
): string {
  const said = Buffer.from(JSON.stringify({ ...told, revision })).toString('base64url');
  return `?told=${mintToken(secret, id, 'told', said).slice(id.length + 1)}`;
}

/** What was told of this reader as they are now; undefined when it is none of ours, or is over. */
export function toldIn(
  { id, secret, revision }: Pick<Subscriber, 'id' | 'secret' | 'revision'>,
  given: string | undefined,
): Told | undefined {
  const [mac = '', detail = ''] = (given ?? '').split('.');
  if (!isGenuine({ id, mac, detail }, secret, 'told')) return undefined;
  const parsed = TOLD.safeParse(JSON.parse(Buffer.from(detail, 'base64url').toString()));
  if (!parsed.success || parsed.data.revision !== revision) return undefined;
  const { revision: _, course, ...told } = parsed.data;
  return { ...told, ...(course !== undefined && { course: course as CourseSlug }) };
}
