import { isDeepStrictEqual } from 'node:util';
import { compileMail } from '../../../emails/compile.ts';
import type { Finding } from '../../../emails/lint/finding.ts';
import { lint } from '../../../emails/lint/lint.ts';
import type { Mail } from '../../../emails/mail.ts';
import type { CompiledMail } from '../../../functions/core/mail/template.ts';
import type { Instant } from '../../../functions/core/time.ts';
import type { Made } from './made.ts';

const NOTHING: CompiledMail = {
  subject: { literals: [''], slots: [] },
  html: { literals: [''], slots: [] },
  text: { literals: [''], slots: [] },
};

/** The linter reads the content anew: what Kindling says in a mail is the same, and made once more. */
const isSame = ({ words: _, ...one }: Mail, { words: __, ...other }: Mail): boolean =>
  isDeepStrictEqual(one, other);

/** What the linter says of this mail's file; of other mails it needs no looks, and they take half a minute. */
export async function foundIn(
  contentDir: string,
  { mail: sent, compiled }: Pick<Made, 'mail' | 'compiled'>,
  now: Instant,
): Promise<readonly Finding[]> {
  const { file } = sent;
  const compile = async (mail: Mail) => {
    if (mail.file !== file) return NOTHING;
    return isSame(mail, sent) ? compiled : compileMail(mail);
  };
  const { findings } = await lint(contentDir, { compile, now: new Date(now) });
  return findings.filter((finding) => finding.file === file);
}
