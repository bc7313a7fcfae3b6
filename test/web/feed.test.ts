import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import type { Issue } from '../../functions/core/newsletter.ts';
import { issue } from '../support/builders.ts';
import { faultsIn } from '../support/judged.ts';
import { asking } from '../support/web-requests.ts';

/** What programs that read feeds and search engines get, by the rules that others have written for it. */

const { world, get } = asking();
const shipped = world.library.newsletters;
const textAt = async (path: string) => (await get(path)).text();

async function feedOf(newsletters: readonly Issue[]): Promise<string> {
  Object.assign(world, { library: { ...world.library, newsletters } });
  return textAt('/feed.xml');
}

const ATOM = { a: 'http://www.w3.org/2005/Atom' };

/** What stands in a feed at an XPath, as who reads it understands it. */
function said(feed: string, path: string): readonly string[] {
  using document = XmlDocument.fromString(feed);
  return document.find(path, ATOM).map((node) => node.content);
}

const AWKWARD = issue('awkward', '2026-11-01', {});
const AMONG: readonly Issue[] = [
  ...shipped,
  {
    ...AWKWARD,
    title: 'Tea & <sympathy>, “both”',
    preheader: 'It’s 5 > 4 & "so" on.',
    page: '<p>Fish &amp; chips, <em>said</em> 1 &lt; 2, it’s ]]> all.</p>',
  },
];

describe('a feed', () => {
  test.for<[what: string, issues: readonly Issue[]]>([
    ['of the archive', shipped],
    ['with whatever an author may write', AMONG],
    ['before the first issue', []],
  ])('%s is one by RFC 4287', async ([, issues]) => {
    expect(faultsIn('atom', await feedOf(issues))).toEqual([]);
  });

  test.for<[what: string, from: RegExp | string, to: string]>([
    ['an entry without its id', /(<entry>.*?)<id>.*?<\/id>/s, '$1'],
    ['an id that is no address', /<id>https?:\/\//, '<id>'],
    ['two ids', /(<id>.*?<\/id>)/, '$1$1'],
    ['a day for a moment', /T00:00:00Z/, ''],
    ['a moment without a zone', /T00:00:00Z/, 'T00:00:00'],
    ['a day that there is not', /-\d\dT/, '-32T'],
    ['no title', /<title>.*?<\/title>/, ''],
    ['a link to nowhere', / href="[^"]*"/, ''],
    ['a kind of content that nobody knows', 'type="html"', 'type="markup"'],
    ['markup that is not escaped', /(<content type="html">)/, '$1<p>a</p>'],
    ['no end', '</feed>', ''],
  ])('with %s is none, as the judge says', async ([, from, to]) => {
    const feed = await feedOf(AMONG);
    const changed = feed.replace(from, to);
    expect(changed).not.toBe(feed);
    expect(faultsIn('atom', changed)).not.toEqual([]);
  });

  test('has the whole of each issue, its words as they were written', async () => {
    const feed = await feedOf(AMONG);
    const entry = `//a:entry[a:id='${world.webUrl}/newsletter/awkward']`;
    const { title = '', preheader = '', page = '' } = AMONG.at(-1) ?? {};
    expect(said(feed, `${entry}/a:content`)).toEqual([page]);
    expect(said(feed, `${entry}/a:title`)).toEqual([title]);
    expect(said(feed, `${entry}/a:summary`)).toEqual([preheader]);
    expect(said(feed, '//a:link[@rel="self"]/@href')).toEqual([`${world.webUrl}/feed.xml`]);
  });

  test('keeps the id of an issue whose words change, and says of a later one that it is newer', async () => {
    const ids = said(await feedOf(shipped), '//a:entry/a:id');
    const later = issue('later', '2026-11-22', {});
    const changed = shipped.map((one) => ({ ...one, title: `${one.title}, again`, page: 'else' }));
    const feed = await feedOf([...changed, later]);
    const after = said(feed, '//a:entry/a:id');
    expect(new Set(after).size).toBe(after.length);
    expect(after).toEqual([`${world.webUrl}/newsletter/later`, ...ids]);
    expect(said(feed, '/a:feed/a:id')).toEqual([`${world.webUrl}/newsletter`]);
    expect(said(feed, '/a:feed/a:updated')).toEqual(['2026-11-22T00:00:00Z']);
  });
});

describe('a site map', () => {
  test('is one by sitemaps.org, and of this site alone', async () => {
    await feedOf(shipped);
    const map = await textAt('/sitemap.xml');
    expect(faultsIn('sitemap', map)).toEqual([]);
    const where = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => new URL(url));
    expect(new Set(where.map(({ origin }) => origin))).toEqual(new Set([world.webUrl]));
    expect(where.length).toBeLessThan(50_000);
  });

  test.for<[what: string, from: RegExp, to: string]>([
    ['a path for an address', /<loc>https?:\/\/[^/]+/, '<loc>'],
    ['a page without its address', /<loc>.*?<\/loc>/, ''],
    ['a space in an address', /(<loc>[^<]*)/, '$1 b'],
    ['pages of no name space', / xmlns="[^"]*"/, ''],
    ['no pages', /<url>.*<\/url>/s, ''],
    ['an address that is too long', /(<loc>[^<]*)/, `$1${'a'.repeat(2048)}`],
  ])('with %s is none, as the judge says', async ([, from, to]) => {
    const map = await textAt('/sitemap.xml');
    const changed = map.replace(from, to);
    expect(changed).not.toBe(map);
    expect(faultsIn('sitemap', changed)).not.toEqual([]);
  });
});
