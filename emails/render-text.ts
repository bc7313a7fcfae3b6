import { SLOTS } from '../functions/core/mail/template.ts';
import { SCORES } from '../functions/core/reader/check-in.ts';
import type { Words } from '../functions/core/words/words.ts';
import { scoreOf } from './circles.ts';
import { numbersUnbroken } from './content/inline.ts';
import type { Block, Inline, Target } from './content/tree.ts';
import { aroundSignature, type Mail } from './mail.ts';
import type { Values } from './slots.ts';
import { indent, slotMark, underlined, WIDTH, wrap } from './wrap.ts';

/** How far asides are set in. */
const ASIDE = '   ';

/**
 * The text part: the same letter as from a typewriter. It is laid out with one mark for each
 * slot, so that where a line ends never depends on who reads it.
 */
export function renderText(mail: Mail, values: Values): string {
  const around: Around = { words: mail.words, notes: [] };
  const [letter, after] = aroundSignature(mail);
  const written = (some: readonly Block[]) => blocks(some, WIDTH, around);
  const paragraphs = [
    ...(mail.bare ? [] : [heading(mail)]),
    ...(mail.greets ? [slotMark('greeting')] : []),
    ...written(letter),
    ...(mail.signature === undefined ? [] : [mail.signature]),
    ...written(after),
    ...(mail.sources.length > 0 ? [sources(mail.sources, mail.words)] : []),
    ...written(mail.afterwards ?? []),
    ...(around.notes.length > 0 ? [addresses(around)] : []),
    ...(mail.bare ? [] : [footer(mail)]),
  ];
  const laidOut = `${paragraphs.join('\n\n')}\n`;
  return laidOut.replace(/[\uE200-\uE2FF]/g, (mark) => {
    const name = SLOTS.find((slot) => slotMark(slot) === mark);
    return name === undefined ? mark : values[name];
  });
}

/** What is known while blocks are written, and the addresses that stand below them all. */
interface Around {
  readonly words: Words;
  readonly notes: string[];
}

/** The number of an address, in the letter; the address itself would be in the way of who reads. */
function note({ notes }: Around, address: string): string {
  const known = notes.indexOf(address);
  return `[${known === -1 ? notes.push(address) : known + 1}]`;
}

const addresses = ({ notes }: Around): string =>
  notes.map((address, index) => `[${index + 1}] ${address}`).join('\n');

function heading({ masthead, place, title, aside }: Mail): string {
  const above = [masthead, place, aside].filter((part) => part !== undefined).join(' · ');
  return `${flow(above, WIDTH)}\n\n${underlined(title, WIDTH, '=')}`;
}

function blockText(block: Block, width: number, around: Around): string {
  const { words } = around;
  const inside = (children: readonly Block[]) => blocks(children, width - ASIDE.length, around);
  switch (block.kind) {
    case 'paragraph':
      return flow(inlineText(block.children, around), width);
    case 'heading':
      return underlined(inlineText(block.children, around), width, '-');
    case 'list':
      return listText(block, width, around);
    case 'quote':
      return setIn('    ', block.children, width, around);
    case 'rule':
      return '* * *';
    case 'practice':
      return aside(words.mail.practice, width, [
        flow(block.title, width - ASIDE.length),
        ...inside(block.children),
      ]);
    case 'question':
      return aside(words.mail.question, width, [
        ...inside(block.children),
        flow(words.mail.reply, width - ASIDE.length),
      ]);
    case 'myth':
    case 'truth':
      return aside(words.mail[block.kind], width, inside(block.children));
    case 'safety':
      return framed(words.mail.safety, blocks(block.children, width, around), width);
    case 'gate':
    case 'next':
    // Where a way or a track is chosen, none of these two is left.
    case 'gentler':
    case 'for':
      return blocks(block.children, width, around).join('\n\n');
    case 'declined':
      return [`${words.mail.declined}:`, ...blocks(block.children, width, around)].join('\n\n');
    case 'checkIn':
      return checkIn(width, around);
    case 'fourWeeks':
      return aside(words.checkIn.soFar, width, [
        flow(words.checkIn.elsewhere, width - ASIDE.length),
        `${words.checkIn.see}:\n${slotMark('checkInUrl')}`,
      ]);
    case 'choices':
      return slotMark('choicesText');
    case 'lines':
      return slotMark('linesText');
    case 'button':
      return `${block.label}:\n${slotMark(block.to)}`;
  }
}

function blocks(children: readonly Block[], width: number, around: Around): readonly string[] {
  return children.map((child) => blockText(child, width, around));
}

function flow(text: string, width: number): string {
  return wrap(text, width).join('\n');
}

function setIn(by: string, children: readonly Block[], width: number, around: Around): string {
  return indent(blocks(children, width - by.length, around).join('\n\n'), by);
}

/** Set in, under a label in capitals: as plain to those who hear the letter read out. */
function aside(label: string, width: number, paragraphs: readonly string[]): string {
  const title = flow(label.toUpperCase(), width - ASIDE.length);
  return indent([title, ...paragraphs].join('\n\n'), ASIDE);
}

function framed(label: string, paragraphs: readonly string[], width: number): string {
  const bar = '='.repeat(width);
  return [bar, label.toUpperCase(), '', paragraphs.join('\n\n'), bar].join('\n');
}

function listText(
  { start, items }: Block & { kind: 'list' },
  width: number,
  around: Around,
): string {
  const texts = items.map((item, index) => {
    const mark = start === undefined ? '- ' : `${start + index}. `;
    return mark + setIn(' '.repeat(mark.length), item, width, around).slice(mark.length);
  });
  return texts.join(items.some((item) => item.length > 1) ? '\n\n' : '\n');
}

function checkIn(width: number, around: Around): string {
  const { words } = around;
  const scores = SCORES.map(
    (score) => `${scoreOf(words, score)} ${note(around, `${slotMark('checkInUrl')}/${score}`)}`,
  );
  return aside(words.checkIn.question, width, [
    scores.join('\n'),
    flow(words.checkIn.after, width - ASIDE.length),
  ]);
}

function sources(list: readonly string[], words: Words): string {
  const lines = list.map((source) => indent(flow(source, WIDTH - 2), '  '));
  return [`${words.mail.sources({ count: list.length })}:`, ...lines].join('\n');
}

function footer({ masthead, footer: { sentences, links, address } }: Mail): string {
  return [
    '-'.repeat(24),
    flow(sentences.join(' '), WIDTH),
    ...(links.length > 0 ? ['', ...links.map(({ label, to }) => `${label}: ${slotMark(to)}`)] : []),
    '',
    masthead,
    ...address,
  ].join('\n');
}

function inlineText(inlines: readonly Inline[], around: Around): string {
  return inlines.map((inline) => oneInline(inline, around)).join('');
}

function oneInline(inline: Inline, around: Around): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'slot':
      return slotMark(inline.name);
    case 'break':
      return '\n';
    case 'strong':
      return `**${inlineText(inline.children, around)}**`;
    case 'emphasis':
      return `*${inlineText(inline.children, around)}*`;
    case 'link':
      return linkText(inlineText(inline.children, around), inline.to, around);
  }
}

/** The label, and the number that its address has below; a label that says it all needs none. */
function linkText(label: string, to: Target, around: Around): string {
  if ('slot' in to) return `${label} ${note(around, slotMark(to.slot))}`;
  if ('letter' in to) {
    const address = `${slotMark('webCopyUrl')}/${to.letter}`;
    return `${label} (${to.title}) ${note(around, address)}`;
  }
  const shown = to.url.replace(/^(https:\/\/|mailto:|tel:)/, '').replace(/\/$/, '');
  const says = (address: string) => label === address || label === numbersUnbroken(address);
  if (says(to.url)) return to.url;
  if (!says(shown)) return `${label} ${note(around, to.url)}`;
  return to.url.startsWith('https:') ? to.url : label;
}
