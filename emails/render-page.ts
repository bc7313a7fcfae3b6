import { escapeHtml, type SlotName } from '../functions/core/mail/template.ts';
import { SCORES } from '../functions/core/reader/check-in.ts';
import type { Block, Inline, Target } from './content/tree.ts';
import { aroundSignature, type Mail } from './mail.ts';

/** What a page that is anybody's says where a letter speaks of its reader. */
export interface PageValues {
  /** Words for slots; a mail that uses any other one is no page for everybody. */
  readonly slots: Readonly<Partial<Record<SlotName, string>>>;
  /** Where another letter of the course can be read by everybody, if it can. */
  letterUrl(letter: string): string | undefined;
}

/**
 * A letter or an issue as a page of the site: headings, sections and lists, with the looks of
 * `functions/web/looks`. It is the same for everybody, and no style stands in it.
 *
 * @throws for a mail whose words depend on who reads it
 */
export function renderPage(mail: Mail, values: PageValues): string {
  const { words, place, title, aside, signature, sources, language, direction } = mail;
  const [letter, after] = aroundSignature(mail);
  const blocks = (some: readonly Block[]) => blocksHtml(some, { mail, values });
  const above = [place, aside].filter((part) => part !== undefined).map(escapeHtml);
  return [
    `<article class="letter" lang="${language}" dir="${direction}">`,
    ...(above.length > 0 ? [`<p class="place">${above.join(' · ')}</p>`] : []),
    `<h1>${escapeHtml(title)}</h1>`,
    blocks(letter),
    ...(signature === undefined ? [] : [`<p class="signature">${escapeHtml(signature)}</p>`]),
    blocks(after),
    ...(sources.length === 0
      ? []
      : [
          `<section class="sources"><h2>${escapeHtml(words.mail.sources({ count: sources.length }))}</h2>`,
          `<ul>${sources.map((source) => `<li>${escapeHtml(source)}</li>`).join('')}</ul></section>`,
        ]),
    '</article>',
  ].join('\n');
}

interface Around {
  readonly mail: Mail;
  readonly values: PageValues;
}

const blocksHtml = (blocks: readonly Block[], around: Around): string =>
  blocks.map((block) => blockHtml(block, around)).join('\n');

function blockHtml(block: Block, around: Around): string {
  const { mail } = around;
  const { words } = mail;
  const inside = (children: readonly Block[]) => blocksHtml(children, around);
  const section = (name: string, label: string | undefined, children: readonly Block[]) =>
    `<section class="${name}">${label === undefined ? '' : `<h2 class="label">${escapeHtml(label)}</h2>`}
${inside(children)}</section>`;
  switch (block.kind) {
    case 'paragraph':
      return `<p>${inlinesHtml(block.children, around)}</p>`;
    case 'heading':
      return `<h${block.level}>${inlinesHtml(block.children, around)}</h${block.level}>`;
    case 'list':
      return listHtml(block, around);
    case 'quote':
      return `<blockquote>${inside(block.children)}</blockquote>`;
    case 'rule':
      return '<hr>';
    case 'practice':
      return `<section class="practice"><p class="label">${escapeHtml(words.mail.practice)}</p>
<h2>${escapeHtml(block.title)}</h2>
${inside(block.children)}</section>`;
    case 'gate':
      return `<div class="small">${inside(block.children)}</div>`;
    case 'declined':
      return `<h3>${escapeHtml(words.mail.declined)}</h3>
${inside(block.children)}`;
    case 'gentler':
    case 'for':
      return inside(block.children);
    case 'question':
      return section('question', words.mail.question, block.children);
    case 'myth':
      return section('question', words.mail.myth, block.children);
    case 'truth':
      return section('practice', words.mail.truth, block.children);
    case 'safety':
      return section('safety', words.mail.safety, block.children);
    case 'next':
      return section('next', undefined, block.children);
    case 'checkIn':
      return checkInHtml(mail);
    // What only a reader has: their own answers, and the choices of a question.
    case 'fourWeeks':
    case 'choices':
    case 'lines':
    case 'button':
      return '';
  }
}

function listHtml({ start, items }: Block & { readonly kind: 'list' }, around: Around): string {
  const tag = start === undefined ? 'ul' : 'ol';
  const from = start === undefined || start === 1 ? '' : ` start="${start}"`;
  const item = (blocks: readonly Block[]) => {
    const [only, ...more] = blocks;
    return only?.kind === 'paragraph' && more.length === 0
      ? inlinesHtml(only.children, around)
      : blocksHtml(blocks, around);
  };
  return `<${tag}${from}>${items.map((one) => `<li>${item(one)}</li>`).join('')}</${tag}>`;
}

/** The seven pictures to look at: whoever keeps one does it in a letter of their own. */
function checkInHtml({ words }: Mail): string {
  const pictures = SCORES.map((score) => {
    const shift = (SCORES.length - score) * 2 + 2;
    return (
      `<li><svg class="circles" viewBox="0 0 56 26" role="img" aria-label="${score}">` +
      `<circle cx="${28 - shift}" cy="13" r="11"/><circle cx="${28 + shift}" cy="13" r="11"/></svg></li>`
    );
  });
  return `<section class="practice"><h2 class="label">${escapeHtml(words.checkIn.question)}</h2>
<ul class="pictures">${pictures.join('')}</ul></section>`;
}

const inlinesHtml = (inlines: readonly Inline[], around: Around): string =>
  inlines.map((inline) => inlineHtml(inline, around)).join('');

function inlineHtml(inline: Inline, around: Around): string {
  switch (inline.kind) {
    case 'text':
      return escapeHtml(inline.text);
    case 'slot':
      return escapeHtml(slotWords(inline.name, around));
    case 'strong':
      return `<strong>${inlinesHtml(inline.children, around)}</strong>`;
    case 'emphasis':
      return `<em>${inlinesHtml(inline.children, around)}</em>`;
    case 'break':
      return '<br>';
    case 'link': {
      const url = urlOf(inline.to, around);
      const said = inlinesHtml(inline.children, around);
      return url === undefined ? said : `<a href="${escapeHtml(url)}">${said}</a>`;
    }
  }
}

/** A letter that not everybody may read is named, and no link. */
function urlOf(to: Target, around: Around): string | undefined {
  if ('letter' in to) return around.values.letterUrl(to.letter);
  return 'slot' in to ? slotWords(to.slot, around) : to.url;
}

function slotWords(slot: SlotName, { mail, values }: Around): string {
  const said = values.slots[slot];
  if (said !== undefined) return said;
  throw new Error(
    `${mail.file}: found {{${slot}}}, expected words that are for everybody: this is also a page on the web`,
  );
}
