import type { CourseOutline } from '../core/course.ts';
import type { Publication } from '../core/publication.ts';
import { type FormFields, readForm, text } from './form.ts';
import { typed } from './pages/fields.ts';
import { TRAP, type TypedSignUp } from './pages/sign-up-form.ts';
import { mediaType, type WebContext } from './respond.ts';

/** What came to `POST /subscribe`, or why it could not be read. */
export type SignUpBody =
  | { readonly is: 'json'; readonly given: unknown; readonly fields: FormFields }
  | { readonly is: 'form'; readonly given: FormFields; readonly fields: FormFields }
  | { readonly is: 'unreadable'; readonly status: 400 | 415 };

/** Reads a body by its content type. `fields` is what it holds in words, whatever it came as. */
export async function readSignUp(c: WebContext): Promise<SignUpBody> {
  const type = mediaType(c);
  try {
    if (type === 'application/json' || type.endsWith('+json')) {
      const given: unknown = await c.req.json();
      return { is: 'json', given, fields: wordsIn(given) };
    }
    if (type === 'application/x-www-form-urlencoded' || type === 'multipart/form-data') {
      const given = await readForm(c);
      return { is: 'form', given, fields: given };
    }
    return { is: 'unreadable', status: 415 };
  } catch {
    return { is: 'unreadable', status: 400 };
  }
}

const wordsIn = (given: unknown): FormFields =>
  Object.fromEntries(
    Object.entries(typeof given === 'object' && given !== null ? given : {})
      .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
      .map(([name, value]) => [name, String(value)]),
  );

/** Only robots see the field, and only robots fill it in. */
export const isTrapped = (fields: FormFields): boolean => text(fields, TRAP) !== '';

/** What was typed, to show it again. */
export function typedSignUp(
  fields: FormFields,
  { defaults }: Publication,
  course: CourseOutline,
): TypedSignUp {
  const fresh = typed(defaults);
  return {
    email: text(fields, 'email'),
    name: text(fields, 'name'),
    track: text(fields, 'track') || (course.tracks[0]?.id ?? ''),
    newsletter: text(fields, 'newsletter') !== '',
    discreet: text(fields, 'discreet') !== '',
    zone: text(fields, 'zone') || fresh.zone,
    hour: text(fields, 'hour') || fresh.hour,
    ...(fields['days'] === undefined
      ? { days: fresh.days, day: fresh.day }
      : { days: text(fields, 'days'), day: [fields['day'] ?? []].flat() }),
  };
}
