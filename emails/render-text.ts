import { SLOTS } from '../functions/core/mail/template.ts';
import { inWords, SCORES } from '../functions/core/reader/check-in.ts';
import type { Block, Inline, Target } from './content/tree.ts';
import type { Mail } from './mail.ts';
import type { Values } from './slots.ts';
import { WORDS } from './words.ts';
import { indent, slotMark, underlined, WIDTH, wrap } from './wrap.ts';

/** How far asides are set in. */
const ASIDE = '   ';

/**
 * The text part: the same letter as from a typewriter. It is laid out with one mark for each
 * slot, so that where a line ends never depends on who reads it.
 */
export function renderText(mail: Mail, values: Values): string {
  const paragraphs = [
    heading(mail),
    ...(mail.greets ? [slotMark('greeting')] : []),
    ...mail.blocks.map((block) => blockText(block, WIDTH)),
    ...(mail.sources.length > 0 ? [sources(mail.sources)] : []),
    footer(mail),
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

function blockText(block: Block, width: number): string {
  switch (block.kind) {
    case 'paragraph':
      return flow(inlineText(block.children), width);
    case 'heading':
      return underlined(inlineText(block.children), width, '-');
    case 'list':
      return listText(block, width);
    case 'quote':
      return setIn('    ', block.children, width);
    case 'rule':
      return '* * *';
    case 'practice':
      return aside(WORDS.practice, width, [
        flow(block.title, width - ASIDE.length),
        ...blocks(block.children, width - ASIDE.length),
      ]);
    case 'question':
      return aside(WORDS.question, width, [
        ...blocks(block.children, width - ASIDE.length),
        flow(WORDS.reply, width - ASIDE.length),
      ]);
    case 'myth':
    case 'truth':
      return aside(WORDS[block.kind], width, blocks(block.children, width - ASIDE.length));
    case 'safety':
      return framed(WORDS.safety, blocks(block.children, width), width);
    case 'tomorrow':
      return blocks(block.children, width).join('\n\n');
    case 'checkIn':
      return checkIn(width);
    case 'fourWeeks':
      return `${ASIDE}${WORDS.checkInsSoFar.toUpperCase()}\n\n${slotMark('checkInsText')}`;
    case 'button':
      return `${block.label}:\n${slotMark(block.to)}`;
  }
}

function blocks(children: readonly Block[], width: number): readonly string[] {
  return children.map((child) => blockText(child, width));
}

function flow(text: string, width: number): string {
  return wrap(text, width).join('\n');
}

function setIn(by: string, children: readonly Block[], width: number): string {
  return indent(blocks(children, width - by.length).join('\n\n'), by);
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

function listText({ start, items }: Block & { kind: 'list' }, width: number): string {
  const texts = items.map((item, index) => {
    const mark = start === undefined ? '- ' : `${start + index}. `;
    return mark + setIn(' '.repeat(mark.length), item, width).slice(mark.length);
  });
  return texts.join(items.some((item) => item.length > 1) ? '\n\n' : '\n');
}

function checkIn(width: number): string {
  const scores = SCORES.map((score) => {
    return `${inWords(score)}\n${slotMark('checkInUrl')}/${score}`;
  });
  return aside(WORDS.checkIn, width, [
    scores.join('\n'),
    flow(WORDS.checkInAfter, width - ASIDE.length),
  ]);
}

function sources(list: readonly string[]): string {
  const lines = list.map((source) => indent(flow(source, WIDTH - 2), '  '));
  return [`${WORDS.sources(list.length)}:`, ...lines].join('\n');
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
  const shown = to.url.replace(/^(https:\/\/|mailto:|tel:)/, '').replace(/\/$/, '');
  if (label === to.url || (label === shown && !to.url.startsWith('https:'))) return label;
  return label === shown ? to.url : `${label} <${to.url}>`;
}
