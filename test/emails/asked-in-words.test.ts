import PostalMime from 'postal-mime';
import { beforeAll, expect, test } from 'vitest';
import type { Library } from '../../functions/adapters/library.ts';
import { composeOwed } from '../../functions/core/mail/compose.ts';
import { writeMail } from '../../functions/core/mail/write.ts';
import type { Language } from '../../functions/core/words/words.ts';
import { at, request } from '../support/builders.ts';
import { libraryFrom } from '../support/compiled-library.ts';
import { COURSE } from '../support/fake-library.ts';
import { SHIPPED, shippedWords } from '../support/morning-letters.ts';
import { senderOf } from '../support/sender.ts';
import { tinyContent } from './tiny-content.ts';

/** A yes is to what the mail that asks for it names, or says what becomes of. */

const PATIENCE = 60_000;
let library: Library;
beforeAll(async () => {
  library = await libraryFrom(tinyContent(shippedWords(SHIPPED)));
}, PATIENCE);

async function asked(
  language: Language,
  notice: 'confirmation' | 'comeback',
  newsletter: boolean,
): Promise<string> {
  const { asked: since, ...one } = request({ newsletter });
  const who = {
    ...one,
    asked: { ...since, ...(notice === 'comeback' && { of: 'left' as const }) },
  };
  const composed = composeOwed(who, {
    owed: { kind: 'confirmation', request: 'one' },
    mail: library.notice(notice, language),
    course: COURSE,
    sender: senderOf(library.publication),
    words: library.words(language),
    now: at('2026-11-22T09:00:00Z'),
  });
  const { text = '' } = await PostalMime.parse(writeMail(composed));
  return text.replaceAll(/\s+/g, ' ');
}

const NEWSLETTER: Readonly<Record<string, RegExp>> = {
  de: /und den Newsletter/,
  en: /and the newsletter/,
  es: /y el boletín/,
  fr: /et la newsletter/,
  it: /e la newsletter/,
  nl: /en de nieuwsbrief/,
  pt: /e a newsletter/,
};

test.for(SHIPPED)(
  'a first yes is to the newsletter where it was ticked, and only there: %s',
  async (one) => {
    const named = NEWSLETTER[one] ?? /a language without a row here/;
    expect(await asked(one as Language, 'confirmation', true)).toMatch(named);
    const without = await asked(one as Language, 'confirmation', false);
    expect(without).not.toMatch(named);
    expect(without).toContain(COURSE.title);
  },
);

test.for(SHIPPED)(
  'who comes back has it as they had it, which the mail says to everybody: %s',
  async (one) => {
    const had = await asked(one as Language, 'comeback', true);
    expect(had).toContain(COURSE.title);
    expect(had).toMatch(/newsletter|boletín|nieuwsbrief/i);
    expect(had).toBe(await asked(one as Language, 'comeback', false));
  },
);
