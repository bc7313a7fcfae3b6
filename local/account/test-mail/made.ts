import { compileMail } from '../../../emails/compile.ts';
import { type Content, wordsFor } from '../../../emails/content/model.ts';
import type { Mail } from '../../../emails/mail.ts';
import { toldIn } from '../../../emails/told.ts';
import type { CompiledMail } from '../../../functions/core/mail/template.ts';
import type { OutgoingMail } from '../../../functions/core/mail/write.ts';
import type { Courses } from '../../../functions/core/reader/owed.ts';
import { composeTest } from './compose.ts';
import { mailFor } from './mail.ts';
import type { Imagined } from './reader.ts';
import type { Wanted } from './wanted.ts';
import type { Way } from './way.ts';

/** A test mail, and what it was made from. */
export interface Made {
  /** What its author knows it by. */
  readonly title: string;
  readonly mail: Mail;
  readonly compiled: CompiledMail;
  readonly made: OutgoingMail;
}

/** What a test mail is composed with and does not hold in the end (RFC 2606 §2). */
const NO_REPLIES = 'test.invalid';

/**
 * A mail as the reader would get it, made a test.
 *
 * @throws RefusedError when their track has gone from the course
 */
export async function madeFor(
  imagined: Imagined,
  wanted: Wanted,
  {
    content,
    courses,
    webUrl,
    now,
  }: Pick<Way, 'webUrl' | 'now'> & { readonly content: Content; readonly courses: Courses },
): Promise<Made> {
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
  return { title, mail, compiled, made };
}
