import { CHOICE } from '../../emails/choice.ts';
import { type Content, wordsFor } from '../../emails/content/model.ts';
import { draftsOf } from '../../emails/outlines.ts';
import { TITLE } from '../../emails/title.ts';
import type { Library } from '../../functions/adapters/library.ts';
import type { CompiledMail } from '../../functions/core/mail/template.ts';
import type { Issue } from '../../functions/core/newsletter.ts';

/** All that sending and publishing ask of the words. */
export type SimulatedLibrary = Pick<
  Library,
  | 'publication'
  | 'courses'
  | 'newsletters'
  | 'languages'
  | 'words'
  | 'lesson'
  | 'notice'
  | 'choice'
  | 'title'
>;

/**
 * A content folder as the engine knows it, without drawing a mail: when a mail goes and to whom does not depend on
 * its words, which the check reads.
 */
export function libraryOf(content: Content): SimulatedLibrary {
  const { publication, languages } = content;
  const { language: first } = wordsFor(content, publication.language);
  const others = languages.map(({ language }) => language).filter((one) => one !== first);
  return {
    publication,
    courses: draftsOf(content).map(({ outline }) => outline),
    newsletters: content.newsletters.map(
      ({ id, date, at, audience, during, sample, subject, preheader }): Issue => ({
        id,
        date,
        audience,
        ...(at && { at }),
        ...(during && { during }),
        ...(sample && { sample }),
        title: subject,
        preheader,
        mail: named(subject),
        page: '',
      }),
    ),
    languages: [first, ...others],
    words: (language) => wordsFor(content, language).words,
    lesson: (_, id) => named(id),
    notice: (name) => named(name),
    choice: CHOICE,
    title: TITLE,
  };
}

/** A mail that says its name and nothing else. */
function named(text: string): CompiledMail {
  const template = { literals: [text], slots: [] };
  return { subject: template, html: template, text: template };
}
