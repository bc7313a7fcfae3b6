import { type Issue, issuePath } from '../newsletter.ts';
import { escapeHtml } from './template.ts';

/** A title and the line below it, drawn once for all: cut where the link, the title and the line come in. */
export type TitlePicture = readonly [
  before: string,
  afterUrl: string,
  afterTitle: string,
  after: string,
];

/** What a digest tells of an issue. */
export type Told = Pick<Issue, 'id' | 'title' | 'preheader'>;

/**
 * Issues by their titles, each a link to the page that everybody has: the slots of `::choices` in a digest. As
 * words, the link stands between others: where a reply copies it, it goes with them.
 *
 * @param webUrl the web door's address without a slash at its end
 */
export function titlesOf(
  told: readonly Told[],
  webUrl: string,
  [before, afterUrl, afterTitle, after]: TitlePicture,
): { readonly choicesHtml: string; readonly choicesText: string } {
  const urlOf = ({ id }: Told) => webUrl + issuePath(id);
  const drawn = (one: Told) =>
    before +
    escapeHtml(urlOf(one)) +
    afterUrl +
    escapeHtml(one.title) +
    afterTitle +
    escapeHtml(one.preheader) +
    after;
  return {
    choicesHtml: told.map(drawn).join(''),
    choicesText: told.map((one) => [one.title, urlOf(one), one.preheader].join('\n')).join('\n\n'),
  };
}
