import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { compileMail } from '../../emails/compile.ts';
import { loadContent } from '../../emails/content/load.ts';
import { type Content, wordsFor } from '../../emails/content/model.ts';
import { findingLine } from '../../emails/lint/finding.ts';
import { lint } from '../../emails/lint/lint.ts';
import type { Mail } from '../../emails/mail.ts';
import { draftsOf } from '../../emails/outlines.ts';
import { toldIn } from '../../emails/told.ts';
import type { RawMail } from '../../functions/adapters/mailer.ts';
import { type EmailAddress, parseAddress } from '../../functions/core/address.ts';
import { type CompiledMail, fill, htmlValue } from '../../functions/core/mail/template.ts';
import { TEST_TAGS } from '../../functions/core/mail/test-mail.ts';
import { type OutgoingMail, writeMail } from '../../functions/core/mail/write.ts';
import { ArgumentError, type Wishes, wishesAndTexts } from './arguments.ts';
import { everybodyIn } from './outline/readers.ts';
import { RefusedError } from './restore/home.ts';
import type { Outside } from './session.ts';
import { asIn } from './test-mail/as.ts';
import { composeTest } from './test-mail/compose.ts';
import { mailFor } from './test-mail/mail.ts';
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
  --profile and --region as with deploy`;

const VALUES = ['as', 'reader', 'local'];

/**
 * `npm run test:mail`: one mail, to its author, as a chosen reader would get it; nothing in it opens anything of
 * anybody, nothing is stored, and nothing that SES tells of it is counted.
 *
 * @returns the exit code
 */
export async function testMail(outside: Outside, args: readonly string[]): Promise<number> {
  const { print } = outside;
  const { wishes, texts } = wishesAndTexts(args, { flags: ['dry-run', 'help'], values: VALUES });
  if (wishes.flags.has('help')) {
    print(HELP);
    return 0;
  }
  const { name, to } = asked(texts, wishes);
  const content = loadContent(outside.contentDir);
  const wanted = wantedIn(name, content);
  const way = await wayOf(outside, wishes);
  const { raw, lines, ...made } = await written(content, wanted, to, wishes, way);
  const { mailer } = way;
  const from = content.publication.from.address;
  const sent =
    mailer === undefined ? kept(outside, name, raw) : await send(mailer, { from, to, raw });
  print(sent.says);
  if (sent.code !== 0) return sent.code;
  for (const line of lines) print(line);
  for (const line of await foundIn(outside.contentDir, made, way)) print(line);
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

/** The mail, its file in the content, and what is said of it. */
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
  const { title, mail } = mailFor(content, wanted, imagined);
  const { publication, safetyLines } = content;
  const { name: fromName, address: fromAddress } = publication.from;
  const sender = {
    publicationName: publication.name,
    fromName,
    fromAddress,
    replyDomain: NO_REPLIES,
    webUrl,
  };
  const compiled = await compileMail(mail);
  const { words } = wordsFor(content, imagined.language);
  const made = composeTest(imagined, {
    wanted,
    mail: compiled,
    sender,
    words,
    courses,
    safetyLines,
    told: toldIn(content),
    now,
  });
  const raw = writeMail(made);
  return { mail, compiled, raw, lines: [title, ...measured(made, raw)] };
}

/** What a test mail is composed with and does not hold in the end (RFC 2606 §2). */
const NO_REPLIES = 'test.invalid';

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

function measured({ mail, values }: OutgoingMail, raw: string): readonly string[] {
  const html = Buffer.byteLength(fill(mail.html, values, htmlValue));
  const text = Buffer.byteLength(fill(mail.text, values));
  return [
    `  subject  ${fill(mail.subject, values)}`,
    `  size     ${raw.length} bytes; html ${html} of the ${GMAIL_CUTS} that Gmail shows, text ${text}`,
  ];
}

/** @returns what to say, and the exit code */
async function send(
  mailer: NonNullable<Way['mailer']>,
  mail: Pick<RawMail, 'from' | 'to' | 'raw'>,
) {
  const outcome = await mailer.send({ ...mail, tags: TEST_TAGS, stream: 'tests' });
  return outcome.is === 'sent'
    ? { code: 0, says: `Sent to ${mail.to}, and to nobody else:` }
    : { code: 1, says: refusalInWords(outcome) };
}

function kept({ buildDir }: Outside, name: string, raw: string) {
  const file = join(buildDir, `test-mail-${name.replaceAll('/', '-')}.eml`);
  mkdirSync(buildDir, { recursive: true });
  writeFileSync(file, raw);
  return { code: 0, says: `Nothing was sent. The mail is in ${file}:` };
}

const NOTHING: CompiledMail = {
  subject: { literals: [''], slots: [] },
  html: { literals: [''], slots: [] },
  text: { literals: [''], slots: [] },
};

/** The linter reads the content anew: what Kindling says in a mail is the same, and made once more. */
const isSame = ({ words: _, ...one }: Mail, { words: __, ...other }: Mail): boolean =>
  isDeepStrictEqual(one, other);

/** What the linter says of this file; of other mails it needs no looks, and they take half a minute. */
async function foundIn(
  contentDir: string,
  { mail: sent, compiled }: { readonly mail: Mail; readonly compiled: CompiledMail },
  { now }: Way,
): Promise<readonly string[]> {
  const { file } = sent;
  const compile = async (mail: Mail) => {
    if (mail.file !== file) return NOTHING;
    return isSame(mail, sent) ? compiled : compileMail(mail);
  };
  const { findings } = await lint(contentDir, { compile, now: new Date(now) });
  const own = findings.filter((finding) => finding.file === file);
  return own.length === 0
    ? ['  check    nothing found']
    : own.map((one) => `  ${findingLine(one)}`);
}
