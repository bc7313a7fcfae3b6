import type { Library } from '../adapters/library.ts';
import type { Wordings } from '../adapters/wordings.ts';
import type { Template } from '../core/mail/template.ts';
import type { Asked } from '../core/reader/subscriber.ts';
import type { Act } from '../core/replies/wish-code.ts';
import type { Words } from '../core/words/words.ts';
import { fingerprint } from './fingerprint.ts';
import { askingNotice } from './owed-mail.ts';

/** What a record of consent names: the words that said what was agreed to, which are kept. */
export type Worded = Readonly<Record<'wording' | 'language', string>>;

interface WordingWorld {
  readonly wordings: Pick<Wordings, 'keep'>;
}

/** Keeps a text once, under the name that records have of it. */
export async function keptWording(
  { wordings }: WordingWorld,
  language: string,
  text: string,
): Promise<Worded> {
  const wording = fingerprint(text);
  await wordings.keep({ name: wording, language, text });
  return { wording, language };
}

/**
 * What somebody agrees to who asks by acts for the newsletter or a course; nothing where nobody does.
 *
 * @param spoken the words that they read, which are found out only where they agree to something
 */
export async function wordingOf(
  world: WordingWorld & { readonly library: Pick<Library, 'courses'> },
  acts: readonly Act[],
  spoken: () => Words,
): Promise<Worded | undefined> {
  const agreed = acts.filter(
    (act) => (act.is === 'newsletter' && act.on) || act.is === 'take' || act.is === 'again-course',
  );
  if (agreed.length === 0) return undefined;
  const { language, done } = spoken();
  const titleOf = (slug: string | undefined) =>
    world.library.courses.find((one) => one.slug === slug)?.title;
  const said = agreed.flatMap((act): readonly string[] => {
    if (act.is === 'newsletter') return [done.newsletter];
    if (act.is !== 'take' && act.is !== 'again-course') return [];
    const course = titleOf(act.of);
    if (course === undefined) return [];
    return [act.is === 'take' ? done.take({ course }) : done.againCourse({ course })];
  });
  return said.length === 0 ? undefined : keptWording(world, language, said.join(' '));
}

/**
 * What somebody says yes to by the button of a mail, or by a word: the words of that mail. Values such as a
 * name or a link are left out of it, so that it is one text a version and language.
 */
export const mailWording = (
  world: WordingWorld & { readonly library: Pick<Library, 'notice'> },
  asked: Pick<Asked, 'of'> | undefined,
  { language }: Words,
): Promise<Worded> => {
  const { subject, text } = world.library.notice(askingNotice(asked), language);
  return keptWording(world, language, `${plain(subject)}\n\n${plain(text)}`);
};

const plain = ({ literals, slots }: Pick<Template, 'literals' | 'slots'>): string =>
  literals.map((literal, place) => literal + (slots[place] ? `{${slots[place]}}` : '')).join('');
