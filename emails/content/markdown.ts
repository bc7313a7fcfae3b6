import type { BlockContent, DefinitionContent, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { TrackId } from '../../functions/core/course.ts';
import { readInlines, readSlotName } from './inline.ts';
import { type Mistakes, show } from './mistakes.ts';
import { type Block, type BlockKind, PRACTICE_KINDS, plainText } from './tree.ts';

/** What a body may refer to. */
export interface Surroundings {
  readonly file: string;
  readonly mistakes: Mistakes;
  readonly tracks: readonly TrackId[];
  /** The course's safety note; absent where there is none. */
  readonly safety?: readonly Block[] | undefined;
  /** Words that are known when compiling, by the name they have in `{{name}}`. */
  readonly constants: Readonly<Record<string, string>>;
}

type MarkdownBlock = RootContent | BlockContent | DefinitionContent;

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);

/** Blocks with an inside: `:::name`, and `:::` at their end. */
export const CONTAINERS = [
  'practice',
  'question',
  'next',
  'myth',
  'truth',
  'for',
  'gate',
  'declined',
  'gentler',
] as const;
/** Blocks of one line: `::name`. */
export const LEAVES = ['check-in', 'safety', 'four-weeks', 'choices', 'lines', 'button'] as const;

/** The blocks that may stand in each; all others stand alone. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  practice: ['for', 'gate', 'declined', 'gentler'],
  gentler: ['for', 'gate', 'declined'],
  for: ['question', 'next', 'myth', 'truth', 'safety'],
  question: ['for'],
  next: ['for'],
  myth: ['for'],
  truth: ['for'],
};
/** Parts of a practice, which mean nothing outside of one. */
const OF_PRACTICES: readonly string[] = ['gate', 'declined', 'gentler'];

/**
 * Reads Markdown with our few directives into a tree. What is no part of the format is a
 * mistake with its line, and nothing is guessed or passed through.
 */
export function readMarkdown(body: string, around: Surroundings): readonly Block[] {
  const source = nested(body);
  return readBlocks(parser.parse(source).children, { ...around, source });
}

/** No block stands deeper; each level has one colon fewer than the one around it. */
const DEEPEST = 9;

/**
 * Each fence as long as its depth asks for: the first `:::` would end the outermost block otherwise,
 * and authors need not count colons. Lines stay where they are.
 */
function nested(body: string): string {
  let depth = 0;
  const fence = (level: number) => ':'.repeat(Math.max(3, DEEPEST - level));
  const lines = body.split('\n').map((line) => {
    const rest = /^:{3,}(.*)$/.exec(line)?.[1];
    if (rest === undefined || (rest.trim() === '' && depth === 0)) return line;
    if (rest.trim() === '') return fence(--depth);
    return /^[a-z]/i.test(rest) ? fence(depth++) + rest : line;
  });
  return lines.join('\n');
}

interface Reading extends Surroundings {
  readonly source: string;
  /** The directive that is open here. */
  readonly inside?: string;
}

function readBlocks(nodes: readonly MarkdownBlock[], reading: Reading): readonly Block[] {
  return nodes.flatMap((node) => {
    const block = readBlock(node, reading);
    return block === undefined ? [] : { ...block, line: node.position?.start.line ?? 1 };
  });
}

function readBlock(node: MarkdownBlock, reading: Reading): BlockKind | undefined {
  switch (node.type) {
    case 'paragraph':
      if (/^:{2,}/.test(written(node, reading)))
        return refuse(node, show(written(node, reading)), WHAT_DIRECTIVES_ARE, reading);
      return { kind: 'paragraph', children: readInlines(node.children, reading) };
    case 'heading':
      if (node.depth !== 2 && node.depth !== 3)
        return refuse(node, `a heading of level ${node.depth}`, '## or ###', reading);
      return { kind: 'heading', level: node.depth, children: readInlines(node.children, reading) };
    case 'list':
      return {
        kind: 'list',
        ...(node.ordered === true && { start: node.start ?? 1 }),
        items: node.children.map((item) => readBlocks(item.children, reading)),
      };
    case 'blockquote':
      return { kind: 'quote', children: readBlocks(node.children, reading) };
    case 'thematicBreak':
      return { kind: 'rule' };
    case 'containerDirective':
    case 'leafDirective':
      if (!mayStand(node.name, reading.inside)) return refuseHere(node, reading);
      return node.type === 'leafDirective' ? readLeaf(node, reading) : readContainer(node, reading);
    case 'html':
      // An author's note to themselves, which nobody else sees.
      if (/^<!--(?:(?!-->)[\s\S])*-->\s*$/.test(node.value)) return undefined;
      return refuse(node, `HTML ${show(node.value)}`, 'Markdown', reading);
    default:
      return refuse(node, WHAT_IT_IS[node.type] ?? `a ${node.type}`, WHAT_THERE_IS, reading);
  }
}

function mayStand(name: string, inside: string | undefined): boolean {
  if (inside === undefined) return !OF_PRACTICES.includes(name);
  return INSIDE[inside]?.includes(name) ?? false;
}

function refuseHere({ name, ...node }: ContainerDirective | LeafDirective, reading: Reading) {
  const { inside } = reading;
  if (OF_PRACTICES.includes(name))
    return refuse(node as MarkdownBlock, `${name} here`, 'it inside a practice', reading);
  const expected = `a line ::: first, which ends ${inside}`;
  return refuse(node as MarkdownBlock, `${name} inside ${inside}`, expected, reading);
}

const WHAT_DIRECTIVES_ARE = ':::name with a closing ::: line, or ::name alone on its line';
const WHAT_THERE_IS = 'a paragraph, heading, list, quote or rule';
const WHAT_IT_IS: Readonly<Record<string, string>> = {
  code: 'a code block (or a paragraph set in by four spaces)',
  table: 'a table',
  definition: 'a link definition',
  footnoteDefinition: 'a footnote',
};

/** Names that blocks had once, and what to write now. */
const INSTEAD: Readonly<Record<string, string>> = {
  tomorrow: ':::next, with {{next}} for when that is (readers choose their days)',
};

function readContainer(node: ContainerDirective, reading: Reading): BlockKind | undefined {
  const name = CONTAINERS.find((known) => known === node.name);
  if (name === undefined) {
    const instead = INSTEAD[node.name];
    if (instead !== undefined) return refuse(node, `:::${node.name}`, instead, reading);
    return refuseDirective(node, ':::', CONTAINERS, reading);
  }
  const [first, ...rest] = node.children;
  const label =
    first?.type === 'paragraph' && first.data?.directiveLabel === true ? first : undefined;
  const inner = label === undefined ? node.children : rest;
  const children = readBlocks(inner, { ...reading, inside: name });

  if (inner.length === 0) return refuse(node, 'nothing inside', `words for ${name}`, reading);
  const title = label === undefined ? '' : plainText(readInlines(label.children, reading));
  switch (name) {
    case 'practice':
      return readPractice(node, title, children, reading);
    case 'gentler':
      checkAttributes(node, ['kind', 'alone'], reading);
      return { kind: name, ...(title !== '' && { title }), ...practised(node, reading), children };
    default:
      if (label) return refuse(label, `a title for ${name}`, 'a title on practice only', reading);
  }
  checkAttributes(node, name === 'for' ? ['track'] : [], reading);
  if (name !== 'for') return { kind: name, children };
  const track = trackOf(node, reading);
  return track && { kind: name, track, children };
}

function readPractice(
  node: ContainerDirective,
  title: string,
  children: readonly Block[],
  reading: Reading,
): BlockKind | undefined {
  checkAttributes(node, ['track', 'kind', 'alone', 'gate'], reading);
  if (title === '') return refuse(node, 'no title', ':::practice[A title]', reading);
  const { track: given, gate } = node.attributes ?? {};
  const gated = gate !== undefined;
  const practice = { kind: 'practice', title, gated, ...practised(node, reading) } as const;
  if (given === undefined || given === null) return { ...practice, children };
  const track = trackOf(node, reading);
  return track && { ...practice, track, children };
}

/** What kind of practice it is; that it says so is asked of letters alone (lint/rules/practices.ts). */
function practised(node: ContainerDirective, reading: Reading) {
  const { kind: given, alone } = node.attributes ?? {};
  const does = PRACTICE_KINDS.find((known) => known === given);
  if (does === undefined && given !== undefined)
    refuse(node, `kind ${show(given)}`, oneOf(PRACTICE_KINDS), reading);
  return { ...(does !== undefined && { does }), alone: alone !== undefined };
}

function trackOf(node: ContainerDirective, reading: Reading): TrackId | undefined {
  const { track: given } = node.attributes ?? {};
  const track = reading.tracks.find((known) => known === given);
  return track ?? refuse(node, `track ${show(given)}`, oneOf(reading.tracks), reading);
}

function readLeaf(node: LeafDirective, reading: Reading): BlockKind | undefined {
  const name = LEAVES.find((known) => known === node.name);
  checkAttributes(node, name === 'button' ? ['to'] : [], reading);
  switch (name) {
    case undefined:
      return refuseDirective(node, '::', LEAVES, reading);
    case 'check-in':
      return { kind: 'checkIn' };
    case 'four-weeks':
      return { kind: 'fourWeeks' };
    case 'choices':
      return { kind: 'choices' };
    case 'lines':
      return { kind: 'lines' };
    case 'safety':
      if (reading.safety === undefined)
        return refuse(node, 'no safety.md', 'a file safety.md beside course.yaml', reading);
      return { kind: 'safety', children: reading.safety };
    case 'button': {
      const label = plainText(readInlines(node.children, reading));
      if (label === '') return refuse(node, 'no label', '::button[Label]{to=...}', reading);
      const { to: given } = node.attributes ?? {};
      const to = readSlotName(given ?? '', 'Url');
      if (to === undefined)
        return refuse(
          node,
          `to=${show(given)}`,
          'one of our links, such as to=confirmUrl',
          reading,
        );
      return { kind: 'button', label, to };
    }
  }
}

function written(node: MarkdownBlock, { source }: Reading): string {
  return source.slice(node.position?.start.offset, node.position?.end.offset);
}

function checkAttributes(
  node: ContainerDirective | LeafDirective,
  known: readonly string[],
  reading: Reading,
): void {
  for (const key of Object.keys(node.attributes ?? {}))
    if (!known.includes(key))
      refuse(node, `{${key}} on ${node.name}`, known.length ? oneOf(known) : 'nothing', reading);
}

function refuseDirective(
  node: ContainerDirective | LeafDirective,
  colons: string,
  known: readonly string[],
  reading: Reading,
): undefined {
  return refuse(node, `${colons}${node.name}`, oneOf(known.map((name) => colons + name)), reading);
}

function refuse(
  node: MarkdownBlock,
  found: string,
  expected: string,
  { file, mistakes }: Surroundings,
): undefined {
  const line = node.position?.start.line;
  mistakes.add({ file, ...(line !== undefined && { line }), found, expected });
}

/** `a, b or c` */
export function oneOf(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? 'nothing';
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
