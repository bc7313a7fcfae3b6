import { SLOTS } from '../functions/core/mail/template.ts';
import { SCORES } from '../functions/core/reader/check-in.ts';
import type { Words } from '../functions/core/words/words.ts';
import { scoreOf } from './circles.ts';
import type { Block, Inline, Target } from './content/tree.ts';
import type { Mail } from './mail.ts';
import type { Values } from './slots.ts';
import { indent, slotMark, underlined, WIDTH, wrap } from './wrap.ts';

/** How far asides are set in. */
const ASIDE = '   ';

/**
 * The text part: the same letter as from a typewriter. It is laid out with one mark for each
 * slot, so that where a line ends never depends on who reads it.
 */
export function renderText(mail: Mail, values: Values): string {
  const paragraphs = [
    ...(mail.bare ? [] : [heading(mail)]),
    ...(mail.greets ? [slotMark('greeting')] : []),
    ...mail.blocks.map((block) => blockText(block, WIDTH, mail.words)),
    ...(mail.sources.length > 0 ? [sources(mail.sources, mail.words)] : []),
    ...(mail.bare ? [] : [footer(mail)]),
  ];
  const laidOut = `${paragraphs.join('\n\n')}\n`;
  return laidOut.replace(/[\uE200-\uE2FF]/g, (mark) => {
    const name = SLOTS.find((slot) => slotMark(slot) === mark);
    return name === undefined ? mark : values[name];
  });
}

function heading({ masthead, place, title, aside }: Mail): string {
  const above = [masthead, place, aside].filter((part) => part !== undefined).join(' · ');
  return `${flow(above, WIDTH)}\n\n${underlined(title, WIDTH, '=')}`;
}

function blockText(block: Block, width: number, words: Words): string {
  const inside = (children: readonly Block[]) => blocks(children, width - ASIDE.length, words);
  switch (block.kind) {
    case 'paragraph':
      return flow(inlineText(block.children), width);
    case 'heading':
      return underlined(inlineText(block.children), width, '-');
    case 'list':
      return listText(block, width, words);
    case 'quote':
      return setIn('    ', block.children, width, words);
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
      return framed(words.mail.safety, blocks(block.children, width, words), width);
    case 'gate':
    case 'next':
    // Where a way or a track is chosen, none of these two is left.
    case 'gentler':
    case 'for':
      return blocks(block.children, width, words).join('\n\n');
    case 'declined':
      return [`${words.mail.declined}:`, ...blocks(block.children, width, words)].join('\n\n');
    case 'checkIn':
      return checkIn(width, words);
    case 'fourWeeks':
      return `${ASIDE}${words.checkIn.soFar.toUpperCase()}\n\n${slotMark('checkInsText')}`;
    case 'choices':
      return slotMark('choicesText');
    case 'lines':
      return slotMark('linesText');
    case 'button':
      return `${block.label}:\n${slotMark(block.to)}`;
  }
}

function blocks(children: readonly Block[], width: number, words: Words): readonly string[] {
  return children.map((child) => blockText(child, width, words));
}

function flow(text: string, width: number): string {
  return wrap(text, width).join('\n');
}

function setIn(by: string, children: readonly Block[], width: number, words: Words): string {
  return indent(blocks(children, width - by.length, words).join('\n\n'), by);
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

function listText({ start, items }: Block & { kind: 'list' }, width: number, words: Words): string {
  const texts = items.map((item, index) => {
    const mark = start === undefined ? '- ' : `${start + index}. `;
    return mark + setIn(' '.repeat(mark.length), item, width, words).slice(mark.length);
  });
  return texts.join(items.some((item) => item.length > 1) ? '\n\n' : '\n');
}

function checkIn(width: number, words: Words): string {
  const scores = SCORES.map(
    (score) => `${scoreOf(words, score)}\n${slotMark('checkInUrl')}/${score}`,
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

function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(oneInline).join('');
}

function oneInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'slot':
      return slotMark(inline.name);
    case 'break':
      return '\n';
    case 'strong':
      return inlineText(inline.children);
    case 'emphasis':
      return `*${inlineText(inline.children)}*`;
    case 'link':
      return linkText(inlineText(inline.children), inline.to);
  }
}

/** The label and the whole address, in the brackets of RFC 3986 appendix C. */
function linkText(label: string, to: Target): string {
  if ('slot' in to) return `${label} <${slotMark(to.slot)}>`;
  if ('letter' in to) return `${label} (${to.title}) <${slotMark('webCopyUrl')}/${to.letter}>`;
  const shown = to.url.replace(/^(https:\/\/|mailto:|tel:)/, '').replace(/\/$/, '');
  if (label === to.url || (label === shown && !to.url.startsWith('https:'))) return label;
  return label === shown ? to.url : `${label} <${to.url}>`;
}
