import { join } from 'node:path';
import { compileMail } from '../../emails/compile.ts';
import { loadContent } from '../../emails/content/load.ts';
import type { Mail } from '../../emails/mail.ts';
import { lessonMails, newsletterMails, noticeMails } from '../../emails/mails.ts';
import type { CompiledMail } from '../../functions/core/mail/template.ts';

export const CONTENT = join(import.meta.dirname, '../../content');

/** A mail before and after it was compiled. */
export interface Both {
  readonly name: string;
  readonly kind: 'lesson' | 'notice' | 'newsletter';
  readonly mail: Mail;
  readonly compiled: CompiledMail;
}

/** Every mail of a content folder. */
export async function everyMail(contentDir: string): Promise<readonly Both[]> {
  const content = loadContent(contentDir);
  const mails: readonly Omit<Both, 'compiled'>[] = [
    ...lessonMails(content).map(({ kind, lesson, track, gentler, mail }) => ({
      name: `${lesson.id} ${track}${gentler ? ' gentler' : ''}`,
      kind,
      mail,
    })),
    ...noticeMails(content).map(({ kind, name, language, mail }) => ({
      name: language === 'en' ? name : `${name} ${language}`,
      kind,
      mail,
    })),
    ...newsletterMails(content).map(({ kind, issue, mail }) => ({ name: issue.id, kind, mail })),
  ];
  return Promise.all(mails.map(async (one) => ({ ...one, compiled: await compileMail(one.mail) })));
}
