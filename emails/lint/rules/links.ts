import { parseAddress } from '../../../functions/core/address.ts';
import { show } from '../../content/mistakes.ts';
import { type Block, type Inline, plainText, walk } from '../../content/tree.ts';
import { error, type Finding, warning } from '../finding.ts';
import type { Checked } from '../rule.ts';
import { fileOf } from './places.ts';

/** They tell somebody else who clicked. */
const TRACKING =
  /^(utm_\w+|mc_[ce]id|fbclid|gclid|dclid|msclkid|yclid|igshid|_hs\w+|vero_\w+|ck_subscriber_id|s_cid|oly_\w+)$/i;
/** They count clicks, hide where one goes, and filters of unwanted mail know it. */
const SHORTENERS =
  /(^|\.)(bit\.ly|t\.co|tinyurl\.com|goo\.gl|ow\.ly|buff\.ly|lnkd\.in|is\.gd|rebrand\.ly)$/;
/** Names that lead nowhere, for ever (RFC 2606). */
const RESERVED = /(^|\.)(example\.(com|org|net)|example|test|invalid|localhost)$/;
/** Read out alone, as screen readers list links, they say nothing (WCAG 2.4.4). */
const EMPTY_WORDS = /^(click )?(here|this|link|this link|read more|more|learn more)$/;

/** Every link that an author wrote. */
export function links({ mails }: Checked): readonly Finding[] {
  return mails.flatMap(({ mail }) =>
    [...linksOf(mail.blocks)].flatMap(({ block, link }) => {
      const at = { file: fileOf(mail, block), line: block.line };
      const findings: Finding[] = [];
      const label = plainText(link.children).trim();
      if (EMPTY_WORDS.test(label.toLowerCase()))
        findings.push(
          warning({
            ...at,
            found: `a link on ${show(label)}`,
            expected: 'words that say where to',
          }),
        );
      const wrong = 'url' in link.to ? wrongWith(link.to.url) : undefined;
      if (wrong !== undefined) findings.push(error({ ...at, ...wrong }));
      return findings;
    }),
  );
}

type Wrong = { readonly found: string; readonly expected: string };

function wrongWith(url: string): Wrong | undefined {
  const { protocol, hostname, username, searchParams, pathname } = new URL(url);
  const found = `a link to ${show(url)}`;
  if (protocol === 'mailto:') {
    if (parseAddress(decodeURIComponent(pathname)) !== undefined) return undefined;
    return { found, expected: 'an address such as mailto:somebody@publication.org' };
  }
  if (protocol === 'tel:') {
    if (/^(\+\d[\d-]{6,17}|\d{3,6})$/.test(pathname)) return undefined;
    return { found, expected: 'a number with its country, tel:+49..., or a short one' };
  }
  const tracker = [...searchParams.keys()].find((key) => TRACKING.test(key));
  if (tracker !== undefined) return { found: `${found} that tracks`, expected: `no ${tracker}` };
  if (SHORTENERS.test(hostname)) return { found, expected: 'the address that it leads to' };
  if (username !== '') return { found, expected: 'no name or password in it' };
  if (RESERVED.test(hostname) || !hostname.includes('.'))
    return { found, expected: 'a site that exists' };
  return undefined;
}

interface Placed {
  readonly block: Block;
  readonly link: Inline & { readonly kind: 'link' };
}

function* linksOf(blocks: readonly Block[]): Generator<Placed> {
  for (const block of walk(blocks))
    if (block.kind === 'paragraph' || block.kind === 'heading')
      for (const link of linksIn(block.children)) yield { block, link };
}

function* linksIn(inlines: readonly Inline[]): Generator<Placed['link']> {
  for (const inline of inlines) {
    if (inline.kind === 'link') yield inline;
    if ('children' in inline) yield* linksIn(inline.children);
  }
}
