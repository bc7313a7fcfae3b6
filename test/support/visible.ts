import { Parser } from 'htmlparser2';

/** A piece of text that somebody sees or hears, and where it stands. */
export interface Visible {
  readonly where: string;
  readonly text: string;
}

/** Attributes that are shown, or read out where nothing is shown. */
const SPOKEN = new Set([
  ...['alt', 'title', 'label', 'placeholder', 'summary', 'aria-label', 'aria-description'],
  ...['aria-roledescription', 'aria-valuetext', 'aria-placeholder'],
]);
const BUTTONS = new Set(['submit', 'reset', 'button']);
const SILENT = new Set(['style', 'script']);

/** Everything that people get of a page or a mail, in its order; in Outlook's own parts, too. */
export function visibleIn(html: string): readonly Visible[] {
  const found: Visible[] = [];
  const open: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      open.push(name);
      for (const [attribute, text] of Object.entries(attributes)) {
        if (isSpoken(name, attribute, attributes))
          found.push({ where: `${name} ${attribute}`, text });
      }
    },
    onclosetag() {
      open.pop();
    },
    ontext(text) {
      const where = open.at(-1) ?? '';
      if (!SILENT.has(where) && text.trim() !== '') found.push({ where, text });
    },
    oncomment(comment) {
      const [, inside] = /^\[if mso\]>(.*)<!\[endif\]$/s.exec(comment) ?? [];
      if (inside !== undefined) found.push(...visibleIn(inside));
    },
  });
  parser.end(html);
  return found;
}

function isSpoken(
  tag: string,
  attribute: string,
  { type = '', name = '' }: Readonly<Record<string, string>>,
): boolean {
  if (tag === 'input' && attribute === 'value') return BUTTONS.has(type);
  if (tag === 'meta' && attribute === 'content') return /description|title/.test(name);
  return SPOKEN.has(attribute);
}
