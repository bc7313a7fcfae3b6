import { join } from 'node:path';
import { compileMail, tracksOf } from '../../emails/compile.ts';
import { loadContent } from '../../emails/content/load.ts';
import { lessonMail, type Mail, newsletterMail, noticeMail } from '../../emails/mail.ts';
import type { CompiledMail } from '../../functions/core/mail/template.ts';
import { NOTICES } from '../../functions/core/mail/template.ts';

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
  const { publication, courses, notices, newsletters } = loadContent(contentDir);
  const mails: Omit<Both, 'compiled'>[] = [];
  for (const course of courses)
    for (const lesson of course.lessons)
      for (const track of tracksOf(course)) {
        const mail = lessonMail(publication, course, lesson, track);
        mails.push({ name: `${lesson.id} ${track}`, kind: 'lesson', mail });
      }
  for (const name of NOTICES)
    mails.push({ name, kind: 'notice', mail: noticeMail(publication, name, notices[name]) });
  for (const issue of newsletters)
    mails.push({ name: issue.id, kind: 'newsletter', mail: newsletterMail(publication, issue) });
  return Promise.all(mails.map(async (one) => ({ ...one, compiled: await compileMail(one.mail) })));
}
