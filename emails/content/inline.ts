import type { PhrasingContent } from 'mdast';
import type { LessonId } from '../../functions/core/course.ts';
import {
  BLOCK_SLOTS,
  FORWARD_SLOTS,
  SLOTS,
  type SlotName,
} from '../../functions/core/mail/template.ts';
import { unbroken } from '../../functions/core/mail/unbroken.ts';
import { type Mistakes, show } from './mistakes.ts';
import type { Inline, Target } from './tree.ts';

/** What reading the inside of a line needs. */
interface Reading {
  readonly file: string;
  readonly mistakes: Mistakes;
  readonly source: string;
  readonly constants: Readonly<Record<string, string>>;
}

/** Also one that lacks a brace: it would go out as it stands. */
const SLOT = /\{\{\s*([^{}]*?)\s*\}\}|\{\{/g;

/** Reads what stands inside a line; neighbouring texts become one. */
export function readInlines(
  nodes: readonly PhrasingContent[],
  reading: Reading,
): readonly Inline[] {
  return joined(nodes.flatMap((node) => readInline(node, reading)));
}

function readInline(node: PhrasingContent, reading: Reading): readonly Inline[] {
  switch (node.type) {
    case 'text':
      return readText(node.value, node, reading);
    case 'strong':
      return [{ kind: 'strong', children: readInlines(node.children, reading) }];
    case 'emphasis':
      return [{ kind: 'emphasis', children: readInlines(node.children, reading) }];
    case 'break':
      return [{ kind: 'break' }];
    case 'link': {
      const to = readTarget(node.url);
      if (to === undefined) return refuse(node, `a link to ${show(node.url)}`, LINKS, reading);
      return [{ kind: 'link', to, children: readInlines(node.children, reading) }];
    }
    case 'textDirective':
      // "either:or" is no directive but a colon; the words come back as they were written.
      if (node.children.length === 0 && Object.keys(node.attributes ?? {}).length === 0)
        return readText(written(node, reading), node, reading);
      return refuse(node, `:${node.name} inside a line`, 'directives on their own line', reading);
    case 'image':
      return refuse(node, IMAGE_FOUND(node.alt), 'words: letters carry no images', reading);
    case 'html':
      return refuse(node, `HTML ${show(node.value)}`, 'Markdown', reading);
    default:
      return refuse(
        node,
        show(written(node, reading)),
        '*emphasis*, **strong** or a link',
        reading,
      );
  }
}

const LINKS =
  'https://..., mailto:..., tel:..., letter:id or one of our links such as {{preferencesUrl}}';
const IMAGE_FOUND = (alt: string | null | undefined) =>
  alt ? `an image (${show(alt)})` : 'an image, without words for those who do not see it';

function readTarget(url: string): Target | undefined {
  const letter = LETTER.exec(url)?.[1];
  if (letter !== undefined) return { letter: letter as LessonId };
  const slot = /^(?:\{\{|%7B%7B)(\w+)(?:\}\}|%7D%7D)$/.exec(url)?.[1];
  if (slot !== undefined) {
    const name = readSlotName(slot, 'Url');
    return name === undefined ? undefined : { slot: name };
  }
  return /^(https:\/\/[^\s/]+|mailto:\S+@\S+$|tel:\+?[\d-]+$)/.test(url) && URL.canParse(url)
    ? { url }
    : undefined;
}

/** `letter:warning`: another letter of the course, by its id. */
const LETTER = /^letter:([a-z0-9-]+)$/;

/** The slots that authors may use. */
const OPEN = SLOTS.filter((name) => !BLOCK_SLOTS.has(name) && !FORWARD_SLOTS.has(name));

/** The slot of that name, if authors may use it and its name ends so. */
export function readSlotName(text: string, ending = ''): SlotName | undefined {
  return OPEN.find((known) => known === text && known.endsWith(ending));
}

function readText(value: string, node: PhrasingContent, reading: Reading): readonly Inline[] {
  const inlines: Inline[] = [];
  let end = 0;
  for (const match of value.matchAll(SLOT)) {
    inlines.push(text(value.slice(end, match.index)));
    end = match.index + match[0].length;
    const given = match[1] ?? '';
    const constant = reading.constants[given];
    const name = readSlotName(given);
    if (constant !== undefined) inlines.push(text(constant));
    else if (name !== undefined) inlines.push({ kind: 'slot', name });
    else {
      const down = value.slice(0, match.index).split('\n').length - 1;
      refuse(node, match[0], `one of ${names(reading)}`, reading, down);
    }
  }
  inlines.push(text(value.slice(end)));
  return inlines.filter((inline) => inline.kind !== 'text' || inline.text !== '');
}

function names({ constants }: Reading): string {
  const known = [...Object.keys(constants), ...OPEN];
  return known.map((name) => `{{${name}}}`).join(' ');
}

/** A line's end in the source is a space in the letter. */
function text(value: string): Inline {
  return { kind: 'text', text: numbersUnbroken(value.replace(/\s*\n\s*/g, ' ')) };
}

/** A number as one calls it, `0808 2000 247` or `1-800-799-7233`. */
const CALLED = /\b\d+(?:[ -]\d{2,})+\b/g;

/** A text as it stands in a letter, no number in it broken over two lines. */
export const numbersUnbroken = (text: string): string => text.replace(CALLED, unbroken);

function joined(inlines: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text')
      result[result.length - 1] = text(last.text + inline.text);
    else result.push(inline);
  }
  return result;
}

function written(node: PhrasingContent, { source }: Reading): string {
  return source.slice(node.position?.start.offset, node.position?.end.offset);
}

function refuse(
  node: PhrasingContent,
  found: string,
  expected: string,
  { file, mistakes }: Reading,
  linesDown = 0,
): readonly [] {
  const line = node.position && node.position.start.line + linesDown;
  mistakes.add({ file, ...(line !== undefined && { line }), found, expected });
  return [];
}
