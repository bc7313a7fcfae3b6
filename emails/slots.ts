import { SLOTS, type SlotName, type Template } from '../functions/core/mail/template.ts';

/** What a mail is rendered with: a value for every slot, a reader's or a placeholder. */
export type Values = Readonly<Record<SlotName, string>>;

/** Placeholders of private-use characters: React and html leave them as they are. */
export const PLACEHOLDERS = placeholders((mark) => `\uE000${mark}\uE001`);

/** Others, of another length and with spaces, to notice what depends on a reader's value. */
export const OTHER_PLACEHOLDERS = placeholders(
  (mark) => `\uE000 ${Array.from({ length: 12 }, () => `${mark} `).join('')}\uE001`,
);

function placeholders(make: (mark: string) => string): Values {
  const entries = SLOTS.map((name, index) => [name, make(String.fromCharCode(0xe100 + index))]);
  return Object.fromEntries(entries) as Values;
}

/** Cuts what was rendered with placeholders into literals and slots. */
export function toTemplate(rendered: string, placeholders: Values): Template {
  const names = new Map(SLOTS.map((name) => [placeholders[name], name]));
  const literals: string[] = [];
  const slots: SlotName[] = [];
  let end = 0;
  for (const { 0: found, index } of rendered.matchAll(/\uE000[^\uE001]*\uE001/g)) {
    const name = names.get(found);
    if (name === undefined) throw new Error('private-use characters that are no placeholder');
    literals.push(rendered.slice(end, index));
    slots.push(name);
    end = index + found.length;
  }
  literals.push(rendered.slice(end));
  return { literals, slots };
}

/**
 * Renders twice, each time with other placeholders, and keeps the one template that both make.
 *
 * @throws when they differ: then what is drawn depends on who reads it, and can't be compiled
 */
export async function compileTemplate(
  render: (values: Values) => string | Promise<string>,
): Promise<Template> {
  const one = toTemplate(await render(PLACEHOLDERS), PLACEHOLDERS);
  const other = toTemplate(await render(OTHER_PLACEHOLDERS), OTHER_PLACEHOLDERS);
  const differs = one.literals.findIndex((literal, index) => literal !== other.literals[index]);
  if (differs === -1 && one.slots.join() === other.slots.join()) return one;
  const here = (one.literals[differs] ?? '').slice(0, 120);
  throw new Error(
    'this mail branches on the value of a slot, so it cannot be rendered once for all readers; ' +
      `a component may show a slot, and nothing else. It differs near: ${here}`,
  );
}
