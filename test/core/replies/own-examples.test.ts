import { describe, expect, test } from 'vitest';
import { plainText, walk } from '../../../emails/content/tree.ts';
import { answerWords } from '../../../functions/core/replies/answer-words.ts';
import { spokenLanguage } from '../../../functions/core/replies/spoken-language.ts';
import { read, SUNDAY } from '../../support/understood.ts';
import { LANGUAGES } from '../../support/words.ts';

/** Whatever we tell people to write back is understood when they do. */

/** What stands in any language's quotation marks. */
const QUOTED = /[“„«‘"]\s?([^“”„«»‘"]+?)[.,]?\s?(?:[”“»"]|’(?!\p{L}))/gu;
const quoted = (text: string): readonly string[] =>
  [...text.matchAll(QUOTED)].map(([, words = '']) => words.trim());

/** "pause until" and a day, as the foot of a letter says it: a reader puts a day behind it. */
const WITH_A_DAY = ' 3.12.2026';

describe.for(LANGUAGES)('in $language', ({ words, notices }) => {
  const { signUp, mail } = words;
  const said = [
    signUp.sayPause,
    signUp.sayDays,
    signUp.sayStop,
    ...quoted(signUp.consent),
    ...quoted(mail.howToPause),
    ...Object.values(notices).flatMap(({ blocks }) =>
      [...walk(blocks)].flatMap((block) =>
        block.kind === 'paragraph' ? quoted(plainText(block.children)) : [],
      ),
    ),
  ];
  const listed = [...walk(notices.help.blocks)].flatMap((block) =>
    block.kind === 'list'
      ? block.items.flatMap((item) =>
          item.flatMap((one) => (one.kind === 'paragraph' ? [plainText(one.children)] : [])),
        )
      : [],
  );
  const examples = [...new Set([...said, ...listed])];

  test('there are as many as in English', () => {
    expect(examples.length).toBeGreaterThanOrEqual(12);
  });

  test.for(examples)('“%s” is a wish, or the answer to a question of ours', (example) => {
    const wishes = [example, example + WITH_A_DAY].map((text) =>
      read(text, { now: '2026-11-25T09:00:00Z', state: 'paused', language: words.language }),
    );
    const { ordinal, neither, yes } = answerWords(example, { ...SUNDAY, language: words.language });
    const answers = ordinal !== undefined || neither === true || yes === true;
    const isWish = wishes.some((wish) => wish !== 'nothing' && wish !== 'ask');
    expect(isWish || answers).toBe(true);
  });

  test.for(listed)('“%s” is answered in the language it is told in', (example) => {
    expect(spokenLanguage(example, words.language)).toBe(words.language);
  });
});
