import type { Content } from '../../../emails/content/model.ts';
import { lessonMails, newsletterMails, noticeMails, titleOf } from '../../../emails/mails.ts';
import type { Language } from '../../../functions/core/language.ts';
import { RefusedError } from '../restore/home.ts';
import type { Imagined } from './reader.ts';
import type { Wanted } from './wanted.ts';

/**
 * The one of all mails that this reader would get.
 *
 * @throws RefusedError when their track has gone from the course
 */
export function mailFor(content: Content, wanted: Wanted, { reader, course, language }: Imagined) {
  const enrollment = reader.enrollments.find((one) => one.course === course.slug);
  const found = mailsLike(content, wanted, language).filter(
    (one) => one.kind !== 'lesson' || one.track === enrollment?.track || course.tracks.length === 0,
  );
  const gentler = found.find((one) => one.kind === 'lesson' && one.gentler);
  const usual = found.find((one) => one !== gentler);
  const one = (enrollment?.gentler ? gentler : undefined) ?? usual;
  if (one === undefined) throw new RefusedError('There is no such mail for that reader.');
  return { title: titleOf(one), mail: one.mail };
}

function mailsLike(content: Content, wanted: Wanted, language: Language) {
  switch (wanted.is) {
    case 'letter':
      return lessonMails(content).filter(
        ({ course, lesson }) => course === wanted.course && lesson === wanted.lesson,
      );
    case 'notice':
      return noticeMails(content).filter(
        (one) => one.name === wanted.notice && one.language === language,
      );
    case 'issue':
      return newsletterMails(content).filter(({ issue }) => issue === wanted.issue);
  }
}
