import { describe, expect, test } from 'vitest';
import { type Answered, inThread } from '../../../functions/core/mail/answer.ts';
import { PUBLICATION } from '../../support/fake-library.ts';
import { senderOf } from '../../support/sender.ts';

const sender = senderOf(PUBLICATION);
const thread = (fields: Partial<Answered>) => {
  const answered = { messageId: '<last@example.net>', references: [], subject: '', ...fields };
  const headers = new Map(inThread([], answered, sender));
  return {
    parent: headers.get('In-Reply-To'),
    references: headers.get('References')?.split('\r\n '),
  };
};

describe('an answer stands in the thread of the mail that it answers (RFC 5322 §3.6.4)', () => {
  test('below it, and below what that one answered', () => {
    expect(thread({ references: ['<first@example.net>'] })).toEqual({
      parent: '<last@example.net>',
      references: ['<first@example.net>', '<last@example.net>'],
    });
  });

  test('of a long thread, the end is kept', () => {
    const references = Array.from({ length: 900 }, (_, place) => `<${place}@example.net>`);
    const kept = thread({ references }).references ?? [];
    expect(kept.slice(-2)).toEqual(['<899@example.net>', '<last@example.net>']);
    expect(kept.length).toBeLessThan(20);
  });

  test.for([
    ['a line break', '<a@b>\r\nBcc: <thief@example.net>'],
    ['a space', '<a b@example.net>'],
    ['letters that a header can’t hold', '<zoë@example.net>'],
    ['two in one', '<a@b><c@d>'],
    ['longer than any', `<${'a'.repeat(300)}@example.net>`],
    ['no brackets', 'a@example.net'],
  ] as const)('what is no message id is left out: %s', ([, id]) => {
    expect(thread({ references: [id] }).references).toEqual(['<last@example.net>']);
    expect(thread({ messageId: id })).toEqual({ parent: undefined, references: undefined });
  });
});
