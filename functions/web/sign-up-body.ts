import type { CourseOutline } from '../core/course.ts';
import type { Publication } from '../core/publication.ts';
import { type FormFields, readForm, text } from './form.ts';
import { typed } from './pages/fields.ts';
import { TRAP, type TypedSignUp } from './pages/sign-up.ts';
import { mediaType, type WebContext } from './respond.ts';

/** What came to `POST /subscribe`, or why it could not be read. */
export type SignUpBody =
  | { readonly is: 'json'; readonly given: unknown }
  | { readonly is: 'form'; readonly given: FormFields }
  | { readonly is: 'unreadable'; readonly status: 400 | 415 };

/** Reads a body by its content type. */
export async function readSignUp(c: WebContext): Promise<SignUpBody> {
  const type = mediaType(c);
  try {
    if (type === 'application/json' || type.endsWith('+json')) {
      return { is: 'json', given: await c.req.json() };
    }
    if (type === 'application/x-www-form-urlencoded' || type === 'multipart/form-data') {
      return { is: 'form', given: await readForm(c) };
    }
    return { is: 'unreadable', status: 415 };
  } catch {
    return { is: 'unreadable', status: 400 };
  }
}

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
