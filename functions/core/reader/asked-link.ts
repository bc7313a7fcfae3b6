import { base32 } from '../base32.ts';
import { epochSeconds, type Instant } from '../time.ts';
import { ADDITIONS, type Addition, type Asked, type RequestName } from './subscriber.ts';

/**
 * What the links and the reply address of a mail that asks say of the request it is about. A button is a
 * yes to what its own mail asked for, and to nothing that somebody typed since (decision 032).
 */

const BYTES = 4; // seconds until 2106, in seven letters
const NAME = /^[a-z2-7]{7}$/;

/** The name of a request: when it was made, which no other one of its address was. */
export function requestName(at: Instant): RequestName {
  const bytes = Buffer.alloc(BYTES);
  bytes.writeUInt32BE(epochSeconds(at));
  return base32(bytes) as RequestName;
}

/** Parses such a name as it is stored, or stands in a link. */
export const parseRequestName = (text: string): RequestName | undefined =>
  NAME.test(text) ? (text as RequestName) : undefined;

/** What a link is about: a request, and one addition of it, where it offers several. */
export interface AskedLink {
  /** Absent in mails of older code, which made requests without a name. */
  readonly name?: RequestName | undefined;
  readonly addition: Addition | undefined;
}

/** Whether a mail that had such a link is a request's own. */
export const isAbout = (
  { asked }: { readonly asked: Pick<Asked, 'name'> },
  { name }: Pick<AskedLink, 'name'>,
): boolean => asked.name === name;

/** A link's detail, for a token. */
export const askedDetail = ({ name }: Pick<Asked, 'name'>, addition?: Addition): string =>
  [name, addition].filter((part) => part !== undefined).join('.');

/** Reads a genuine link's detail. */
export function askedLinkIn(detail: string): AskedLink {
  const parts = detail.split('.');
  return {
    name: parts.map(parseRequestName).find((name) => name !== undefined),
    addition: ADDITIONS.find((one) => parts.includes(one)),
  };
}

/** What marks the answer to a mail that asks for a yes: the same word to a letter is another thing. */
const ANSWER = 'asked';

/** The detail of such a mail's reply address. */
export const answerDetail = ({ name }: Pick<Asked, 'name'>): string =>
  name === undefined ? ANSWER : `${ANSWER}.${name}`;

/** Reads which request an answer is about; undefined where it is the answer to another mail. */
export function answeredIn(detail: string): Pick<AskedLink, 'name'> | undefined {
  const [mark, name = ''] = detail.split('.');
  return mark === ANSWER ? { name: parseRequestName(name) } : undefined;
}
