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
        'a letter in doubt that counts as sent has no day',
        'later(live.last, known.last)',
        'later(live.last, copy.last)',
        'who lost their letters while one was in doubt gets two on that day',
      ],
      [
        'who left before the loss had nothing since the copy',
        'const lostAt = over.at < loss.lostAt ? over.at : loss.lostAt;',
        'const lostAt = loss.copyAt;',
        'who left, was lost and comes back gets letters again',
      ],
      [
        'who left goes on getting letters until the loss',
        'const lostAt = over.at < loss.lostAt ? over.at : loss.lostAt;',
        'const lostAt = loss.lostAt;',
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
