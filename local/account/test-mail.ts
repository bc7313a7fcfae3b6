import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../../emails/content/load.ts';
import type { Content } from '../../emails/content/model.ts';
import { type Finding, findingLine } from '../../emails/lint/finding.ts';
import { draftsOf } from '../../emails/outlines.ts';
import type { RawMail } from '../../functions/adapters/mailer.ts';
import { type EmailAddress, parseAddress } from '../../functions/core/address.ts';
import { fill, htmlValue } from '../../functions/core/mail/template.ts';
import { TEST_TAGS } from '../../functions/core/mail/test-mail.ts';
import { type OutgoingMail, writeMail } from '../../functions/core/mail/write.ts';
import { ArgumentError, type Wishes, wishesAndTexts } from './arguments.ts';
import { sayTo, tellScripts } from './as-json.ts';
import { everybodyIn } from './outline/readers.ts';
import { RefusedError } from './restore/home.ts';
import type { Outside } from './session.ts';
import { asIn } from './test-mail/as.ts';
import { foundIn } from './test-mail/found.ts';
import { madeFor } from './test-mail/made.ts';
import { refusalInWords } from './test-mail/outcome.ts';
import { readerAs, readerLike } from './test-mail/reader.ts';
import { type Wanted, wantedIn } from './test-mail/wanted.ts';
import { type Way, wayOf } from './test-mail/way.ts';

const HELP = `npm run test:mail -- <letter|notice|issue> me@example.org [--as ...] [--local URL] [--dry-run]

  closer/listening, closer/16  a letter, by its id or its number
  confirmation, goodbye ...    a notice; digest is that of the latest issues
  small-rituals                an issue of the newsletter, by its id

  --as       the reader: --as track=partner,name=Ann,place=9,discreet. Known: course, track, language, name,
             place (letters that they had), zone, hour, days, discreet, gentler
  --reader   an address that the local cloud knows: as that reader would get it; with --local
  --local    the address that npm start printed: the mail lands in the mailbox at /_local/
  --dry-run  writes the mail into a file and sends nothing
  --json     the same for scripts
  --profile and --region as with deploy`;

const VALUES = ['as', 'reader', 'local'];

/**
 * `npm run test:mail`: one mail, to its author, as a chosen reader would get it; nothing in it opens anything of
 * anybody, nothing is stored, and nothing that SES tells of it is counted.
 *
 * @returns the exit code
 */
export async function testMail(outside: Outside, args: readonly string[]): Promise<number> {
  const { wishes, texts } = wishesAndTexts(args, {
    flags: ['dry-run', 'json', 'help'],
    values: VALUES,
  });
  if (wishes.flags.has('help')) {
    outside.print(HELP);
    return 0;
  }
  const { name, to } = asked(texts, wishes);
  const content = loadContent(outside.contentDir);
  const wanted = wantedIn(name, content);
  const way = await wayOf(outside, wishes);
  const { from, raw, size } = await written(content, wanted, to, wishes, way);
  const { mailer } = way;
  const { address } = content.publication.from;
  const sent =
    mailer === undefined
      ? kept(outside, name, raw)
      : await send(mailer, { from: address, to, raw });
  const say = sayTo(outside, wishes);
  if (sent.is === 'refused') {
    say(sent.says);
    tellScripts(outside, wishes, { sent: false, to, because: sent.says });
    return 1;
  }
  const found = await foundIn(outside.contentDir, from, way.now);
  for (const line of [sent.says, from.title, ...sizeInWords(size), ...foundInWords(found)])
    say(line);
  const file = sent.is === 'kept' ? sent.file : undefined;
  tellScripts(outside, wishes, { sent: sent.is === 'sent', to, file, ...size, findings: found });
  return 0;
}

/** @throws RefusedError where it is not clear what goes to whom */
function asked(texts: readonly string[], { values, profile, region }: Wishes) {
  const [name, address, ...more] = texts;
  if (name === undefined) throw new ArgumentError(`Which mail?\n\n${HELP}`);
  if (address === undefined)
    throw new ArgumentError(`To whom? Say an address of yours.\n\n${HELP}`);
  if (more.length > 0) throw new ArgumentError('One mail at a time, to one address.');
  const to = parseAddress(address);
  if (to === undefined) throw new ArgumentError('That is no address that a mail could go to.');
  if (values['as'] !== undefined && values['reader'] !== undefined) {
    throw new ArgumentError('--as and --reader are two readers: say one of them.');
  }
  if (values['reader'] !== undefined && values['local'] === undefined) {
    throw new ArgumentError('--reader needs --local: nobody who is stored in AWS is looked at.');
  }
  if (values['local'] !== undefined && (profile !== undefined || region !== undefined)) {
    throw new ArgumentError('--local is this machine, and has no --profile or --region.');
  }
  return { name, to };
}

/** The mail, what it was made from, and what is said of it. */
async function written(
  content: Content,
  wanted: Wanted,
  to: EmailAddress,
  wishes: Wishes,
  { webUrl, now }: Way,
) {
  const courses = draftsOf(content).map(({ outline }) => outline);
  const around = { content, courses, now, to };
  const { reader: stored, local } = wishes.values;
  const imagined =
    stored === undefined || local === undefined
      ? readerAs(asIn(wishes.values['as'] ?? ''), wanted, around)
      : readerLike(await readerIn(local, stored), wanted, around);
  const from = await madeFor(imagined, wanted, { content, courses, webUrl, now });
  const raw = writeMail(from.made);
  return { from, raw, size: measured(from.made, raw) };
}

/** @throws RefusedError when the local cloud knows nobody by that address, or nobody who confirmed */
async function readerIn(url: string, address: string) {
  const wanted = parseAddress(address);
  const all = await everybodyIn({ is: 'local', url });
  const found = all.find((one) => one.address === wanted);
  if (found !== undefined) return found;
  throw new RefusedError(`No reader has that address at ${url}.`);
}

/** Gmail cuts what is longer, in bytes (mail-standards: "message clipped"). */
const GMAIL_CUTS = 102_000;

/** Sizes are in bytes. */
const measured = ({ mail, values }: OutgoingMail, raw: string) => ({
  subject: fill(mail.subject, values),
  bytes: raw.length,
  html: Buffer.byteLength(fill(mail.html, values, htmlValue)),
  text: Buffer.byteLength(fill(mail.text, values)),
});

const sizeInWords = ({ subject, bytes, html, text }: ReturnType<typeof measured>) => [
  `  subject  ${subject}`,
  `  size     ${bytes} bytes; html ${html} of the ${GMAIL_CUTS} that Gmail shows, text ${text}`,
];

async function send(
  mailer: NonNullable<Way['mailer']>,
  mail: Pick<RawMail, 'from' | 'to' | 'raw'>,
) {
  const outcome = await mailer.send({ ...mail, tags: TEST_TAGS, stream: 'tests' });
  return outcome.is === 'sent'
    ? ({ is: 'sent', says: `Sent to ${mail.to}, and to nobody else:` } as const)
    : ({ is: 'refused', says: refusalInWords(outcome) } as const);
}

function kept({ buildDir }: Outside, name: string, raw: string) {
  const file = join(buildDir, `test-mail-${name.replaceAll('/', '-')}.eml`);
  mkdirSync(buildDir, { recursive: true });
  writeFileSync(file, raw);
  return { is: 'kept', says: `Nothing was sent. The mail is in ${file}:`, file } as const;
}

const foundInWords = (found: readonly Finding[]): readonly string[] =>
  found.length === 0 ? ['  check    nothing found'] : found.map((one) => `  ${findingLine(one)}`);
