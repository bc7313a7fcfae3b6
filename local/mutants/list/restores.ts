import { of } from '../mutant.ts';

/** What comes back to whom from a copy of the table. */
const PEOPLE = 'test/core/reader/restore.test.ts';
const PLAN = 'test/account/restore.test.ts';

export const OF_RESTORES = [
  ...of(
    'functions/core/reader/restore.ts',
    [PEOPLE],
    [
      [
        'a mail in flight counts as sent though its proof can tell',
        'claim !== undefined && lostAt <= copyAt && isOpen(claim, now);',
        'claim !== undefined && lostAt <= copyAt && !isOpen(claim, now);',
        'who was lost while a letter was on its way never gets it, or twice',
      ],
      [
        'a mail in flight at an older copy stays in doubt',
        'claim !== undefined && lostAt <= copyAt && isOpen(claim, now);',
        'claim !== undefined && isOpen(claim, now);',
        'letters that came since the copy come again',
      ],
      [
        'a letter that is still in doubt counts as sent to whom both know',
        'if (!lost || isSame) return copy;',
        'if (!lost) return copy;',
        'who lost their letters while one was on its way never gets it',
      ],
      [
        'a letter in doubt that counts as sent has no day',
        'later(live.last, known.last)',
        'later(live.last, copy.last)',
        'who lost their letters while one was in doubt gets two on that day',
      ],
      [
        'who left before the loss had nothing since the copy',
        'over.at < loss.lostAt ? { ...loss, lostAt: over.at } : loss;',
        'over.at < loss.lostAt ? { ...loss, lostAt: loss.copyAt } : loss;',
        'who left, was lost and comes back gets letters again',
      ],
      [
        'who left goes on getting letters until the loss',
        'over.at < loss.lostAt ? { ...loss, lostAt: over.at } : loss;',
        'over.at < loss.lostAt ? { ...loss } : loss;',
        'who left, was lost and comes back has lost letters',
      ],
      [
        'a mail in flight to whoever left did not go',
        "reads(copy) ? copy : { ...copy, standing: { is: 'active' } };",
        'copy;',
        'who left, was lost and comes back gets that letter again',
      ],
    ],
  ),
  ...of(
    'local/account/restore/decide.ts',
    [PLAN],
    [
      [
        'who moved away still reads here',
        "typeof live['secret'] === 'string' && live['secret'] !== copy['secret'];",
        "live['secret'] === undefined && copy['secret'] === undefined;",
        'courses of a reader come to an address that is not theirs any more',
      ],
    ],
  ),
  ...of(
    'local/account/restore/plan.ts',
    [PLAN],
    [
      [
        'links of the erased come back',
        "!isMovedTo(item['sk']) || links.has(movedToIn(item).reader)",
        "!isMovedTo(item['sk']) || links.size >= 0",
        'a secret of somebody who had everything erased lies in the table',
      ],
      [
        'the record of an erasure stays lost',
        "(is === 'remains' && !isErased(item));",
        "is === 'remains';",
        'nobody can show that an erasure was carried out',
      ],
    ],
  ),
];
