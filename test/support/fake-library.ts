import { CHOICE } from '../../emails/choice.ts';
import { ROW } from '../../emails/row.ts';
import { TITLE } from '../../emails/title.ts';
import type { Library } from '../../functions/adapters/library.ts';
import type { EmailAddress } from '../../functions/core/address.ts';
import type { CourseOutline, CourseSlug, TrackId } from '../../functions/core/course.ts';
import type { SafetyLines } from '../../functions/core/mail/safety-lines.ts';
import type { CompiledMail, SlotName, Template } from '../../functions/core/mail/template.ts';
import type { Issue, IssueId } from '../../functions/core/newsletter.ts';
import type { Publication } from '../../functions/core/publication.ts';
import { DAILY, type Hour } from '../../functions/core/reader/schedule.ts';
import { NO_WORDS } from '../../functions/core/replies/own-words.ts';
import type { LocalDate, Zone } from '../../functions/core/time.ts';
import { course, lesson } from './builders.ts';
import { EN, LANGUAGES, wordsIn } from './words.ts';

export const PUBLICATION: Publication = {
  name: 'Closer Letters',
  language: 'en',
  from: { name: 'Closer Letters', address: 'letters@example.com' as EmailAddress },
  author: { name: 'The author', address: 'author@example.com' as EmailAddress },
  postalAddress: 'Street 1\n12345 City',
  footerNote: 'This is education, not therapy.',
  quickExit: 'https://elsewhere.example.org/',
  noteInDistress: true,
  retiredCourses: [],
  defaults: {
    course: 'closer' as CourseSlug,
    zone: 'Europe/Berlin' as Zone,
    hour: 7 as Hour,
    days: DAILY,
  },
};

/** Three letters in two versions; the first and the last ask for a check-in. */
export const COURSE: CourseOutline = {
  ...course([
    lesson('closeness', { subject: 'Closeness is another word', checkIn: true, web: 'listed' }),
    lesson('emotional'),
    lesson('conversation', { checkIn: true }),
  ]),
  subtitle: 'Three short letters',
  description: 'One letter a day.',
  tracks: [
    { id: 'partner' as TrackId, label: 'A partner' },
    { id: 'friend' as TrackId, label: 'A friend' },
  ],
};

const plain = (text: string): Template => ({ literals: [text], slots: [] });

const just = (slot: SlotName): Template => ({ literals: ['', ''], slots: [slot] });

const forwarded = (note: SlotName): Template => ({
  literals: ['', '\n\n', '\n\n', '\n\n', ''],
  slots: ['forwardSaid', 'forwardIntro', 'forwardWords', note],
});

const issue = (id: string, date: string, title: string): Issue => ({
  id: id as IssueId,
  audience: {},
  title,
  date: date as LocalDate,
  preheader: `What ${title} is about`,
  mail: { subject: plain(title), html: plain(title), text: plain(title) },
  page: `<!doctype html><h1>${title}</h1>`,
});

/** On 22 November 2026, the last of them is still to come. */
const ISSUES = [
  issue('rituals', '2026-10-01', 'Rituals & rites'),
  issue('friends', '2026-11-22', 'Friends'),
  issue('parents', '2026-12-03', 'Parents'),
];

const SAFETY_LINES: SafetyLines = {
  DE: { emergency: '112', lines: [{ for: 'crisis', name: 'Somebody', number: '116 123' }] },
};

/** The one letter that the package has no more. */
export const REMOVED = 'removed';

/** Words small enough to see through: each letter is its greeting, its name, and its links. */
export function fakeLibrary(): Library {
  return {
    publication: PUBLICATION,
    courses: [COURSE],
    newsletters: ISSUES,
    lesson: (slug, id, { track, gentler }): CompiledMail => ({
      subject: plain(id),
      html: {
        literals: [
          '<!doctype html><p>',
          `</p><p>${slug} ${id} ${track}${gentler ? ', gentler' : ''}</p><a href="`,
          `/4">4</a><!--${' as long as letters are'.repeat(60)} -->`,
        ],
        slots: ['greeting', 'checkInUrl'],
      },
      text: plain(id),
    }),
    has: (_, id) => id !== REMOVED,
    languages: [EN, ...LANGUAGES.map(({ language }) => language).filter((one) => one !== EN)],
    notice: (name) => ({ subject: plain(name), html: plain(name), text: plain(name) }),
    forward: {
      subject: just('forwardSubject'),
      html: forwarded('forwardNoteHtml'),
      text: forwarded('forwardNoteText'),
    },
    letterPage: (slug, id) => `<article><h1>${slug} ${id}</h1></article>`,
    picture: (name) => new TextEncoder().encode(`a picture of ${name}`),
    words: (language) => wordsIn(language).words,
    choice: CHOICE,
    row: ROW,
    title: TITLE,
    safetyLines: SAFETY_LINES,
    ownWords: NO_WORDS,
  };
}
