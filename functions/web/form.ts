import type { WebContext } from './respond.ts';

/** A form's fields by name. A file where words belong is no answer. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** @throws when a multipart body is broken */
export async function readForm(c: WebContext): Promise<FormFields> {
  const body = await c.req.parseBody({ all: true });
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const words = [value].flat().filter((one) => typeof one === 'string');
      const [only] = words;
      if (only === undefined) return [];
      return [[name, words.length === 1 ? only : words]];
    }),
  );
}

/** The form's own way to say days (a choice, and boxes) in the way of the API. */
export function withDays(fields: FormFields): FormFields {
  const { days, day, ...rest } = fields;
  if (days !== 'choose') return { ...rest, ...(days !== undefined && { days }) };
  // Nothing ticked must not come out as a field left alone.
  return { ...rest, days: day === undefined ? days : [day].flat() };
}

/** A field's one value; the first, when it was sent twice. */
export function text(fields: FormFields, name: string): string {
  const [first = ''] = [fields[name] ?? ''].flat();
  return first;
}
