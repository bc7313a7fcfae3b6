import type { EmailAddress } from '../address.ts';
import type { LinkSecret, SubscriberId } from '../token.ts';
import type { Words } from '../words/words.ts';
import type { Sender } from './compose.ts';
import type { SlotName, SlotValues } from './template.ts';
import type { Header, OutgoingMail } from './write.ts';

/**
 * Whom a test mail is composed for. Nobody is stored under this id, and nobody has this secret, so that its
 * links would open nothing even where one were left in it.
 */
export const NOBODY = {
  id: 'testtesttesttest' as SubscriberId,
  secret: 'nobody’s' as LinkSecret,
} as const;

/**
 * The tags of a test mail. They name no subscriber and no mail that is owed, so what SES tells of it is
 * nobody's: no bounce of it suppresses an address, and none counts (ses-event.ts, proof.ts).
 */
export const TEST_TAGS = { kind: 'test' } as const;

/** Whom a test mail goes to, and whose words mark it. */
export interface TestMail {
  readonly to: EmailAddress;
  readonly sender: Pick<Sender, 'webUrl'>;
  readonly words: Words;
}

/** Where the links of test mails lead: a page that says so, in the language of the mail. */
export const testUrl = (webUrl: string, { language }: Pick<Words, 'language'>): string =>
  `${webUrl}/test-mail/${language}`;

/**
 * A mail as its reader would get it, but for three things: its subject says that it is a test, whatever in it
 * leads to our own pages leads to one that does nothing, and whoever answers it answers whom it was sent to.
 * Numbers to call stay what they are, wherever a mail ends up; so do the links that its author wrote.
 */
export function asTest(
  { mail, values, headers }: Omit<OutgoingMail, 'attachments'>,
  test: TestMail,
): OutgoingMail {
  const [first = '', ...rest] = mail.subject.literals;
  const marked = `${test.words.testMail.mark} ${first}`;
  return {
    mail: { ...mail, subject: { ...mail.subject, literals: [marked, ...rest] } },
    values: disarmed(values, test),
    headers: harmless(headers, test),
  };
}

/** Any address of the web door in any value, also amid the markup of our own that some of them hold. */
function disarmed(values: SlotValues, { sender: { webUrl }, words }: TestMail): SlotValues {
  const url = testUrl(webUrl, words);
  const ours = new RegExp(`${literally(webUrl)}/[^\\s"'<>]*`, 'g');
  return Object.fromEntries(
    Object.entries(values).map(([slot, value]): [SlotName, string] => [
      slot as SlotName,
      value.replace(ours, (found) => (found === `${webUrl}/safe` ? found : url)),
    ]),
  );
}

/** An address as a pattern that is nothing but that address. */
const literally = (text: string): string => text.replace(/[^\w:/-]/g, '\\$&');

/**
 * What becomes of each header field; one that is not here does not go along.
 *
 * A mailbox provider shows its unsubscribe button for a List-Unsubscribe field (RFC 2369 §3.2), posts to it
 * (RFC 8058 §3.1), and may remember that its user wanted no more of this list (RFC 2919). So the page answers
 * such a post with 200, there is no mail address in it, and the list is another one than that of the letters.
 */
const FIELDS: Readonly<Record<string, (value: string, test: TestMail) => string>> = {
  From: (value) => value,
  To: (_, { to }) => `<${to}>`,
  'Reply-To': (_, { to }) => `<${to}>`,
  'List-Id': (value) => value.replace(/<(?:letters|newsletter)\.([^<>]*)>$/, '<test-mails.$1>'),
  'List-Unsubscribe': (_, { sender: { webUrl }, words }) => `<${testUrl(webUrl, words)}>`,
  'List-Unsubscribe-Post': (value) => value,
  Precedence: (value) => value,
  'Auto-Submitted': (value) => value,
  'X-Auto-Response-Suppress': (value) => value,
};

const harmless = (headers: readonly Header[], test: TestMail): readonly Header[] =>
  headers.flatMap(([name, value]) => {
    const made = FIELDS[name]?.(value, test);
    return made === undefined ? [] : [[name, made] as const];
  });
