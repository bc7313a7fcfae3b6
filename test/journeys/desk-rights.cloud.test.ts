import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { LocalDate } from '../../functions/core/time.ts';
import { firstSecret, type SecretKey } from '../../functions/core/token.ts';
import { bytesOf } from '../../local/account/newsletter/readers.ts';
import { markAnswered } from '../../local/desk/answered.ts';
import { cost } from '../../local/desk/cost.ts';
import { carryOut } from '../../local/desk/deeds.ts';
import { funnel } from '../../local/desk/funnel.ts';
import { readersPage } from '../../local/desk/page.ts';
import { oneReader } from '../../local/desk/reader.ts';
import { countReaders } from '../../local/desk/readers.ts';
import { replies } from '../../local/desk/replies.ts';
import { today } from '../../local/desk/today.ts';
import { ANN, type AtTheDesk, atTheDesk, RIGHTS, refusalOf } from '../support/at-the-desk.ts';

/** What the stack's two policies for the desk are for, by the real SDK. */

let there: AtTheDesk;
beforeAll(async () => {
  there = await atTheDesk(inject('assembly'));
});
afterAll(() => there.stop());

describe.each(RIGHTS)('with the policy “%s”', (right) => {
  test('all that the desk shows can be read', async () => {
    const desk = await there.deskOf(right);
    const found = await oneReader(desk, ANN);
    expect(found).toMatchObject({
      is: 'found',
      reader: { id: there.id, address: ANN, newsletter: true },
    });
    expect(await today(desk)).toMatchObject({ sending: { form: 'open' }, queued: 0, alarms: [] });
    expect((await countReaders(desk)).standing.active).toBe(1);
    expect(await bytesOf(desk)).toBeGreaterThanOrEqual(0);
    expect((await readersPage(desk, {}))?.readers.map(({ address }) => address)).toEqual([ANN]);
    expect((await replies(desk)).waiting.map(({ messageId }) => messageId)).toEqual([there.mail]);
    expect((await funnel(desk)).map(({ course }) => course)).toContain('closer');
    expect((await cost(desk)).soFar.parts.map(({ what }) => what)).toContain('idle');
  });

  test('what the desk reads makes no link', async () => {
    const { items } = await there.deskOf(right);
    const found = await items.get({ pk: 'key', sk: 'subscriber-id' });
    const ids = Buffer.from(String(found?.['key']), 'base64');
    expect(ids).toHaveLength(32);
    expect(found).not.toHaveProperty('secretKey');
    const secret = (await there.ann())?.secret;
    expect(firstSecret(ids as Uint8Array as SecretKey, there.id)).not.toBe(secret);
  });
});

describe('acting', () => {
  test('is refused to whoever may only look, and nothing is changed', async () => {
    const before = await there.ann();
    const desk = await there.deskOf('Reading');
    expect(await refusalOf(carryOut(desk, there.id, { is: 'pause' }, undefined))).toBe(
      'AccessDeniedException',
    );
    expect(await refusalOf(markAnswered(desk, there.mail, true))).toBe('AccessDeniedException');
    expect(await there.ann()).toEqual(before);
  });

  test('pauses, resumes, jumps and lets leave, each with its record; and a mail is answered', async () => {
    const desk = await there.deskOf('Acting');
    const standing = async () => (await there.ann())?.standing.is;
    const pause = { is: 'pause', until: '2027-03-01' as LocalDate } as const;
    expect(await carryOut(desk, there.id, pause, undefined)).toEqual({ is: 'done' });
    expect(await standing()).toBe('paused');
    expect(
      await carryOut(await there.deskOf('Acting'), there.id, { is: 'resume' }, undefined),
    ).toEqual({
      is: 'done',
    });
    expect(await standing()).toBe('active');
    await there.outside.advance('PT1M');
    expect(
      await carryOut(
        await there.deskOf('Acting'),
        there.id,
        { is: 'jump', place: '4' },
        'she asked for it',
      ),
    ).toEqual({ is: 'done' });
    expect((await there.ann())?.enrollments[0]?.received).toHaveLength(4);
    expect(await markAnswered(desk, there.mail, true)).toBe(true);
    expect((await replies(desk)).answered.map(({ messageId }) => messageId)).toEqual([there.mail]);
    await there.outside.advance('PT1M');
    expect(
      await carryOut(
        await there.deskOf('Acting'),
        there.id,
        { is: 'leave' },
        'she said so by phone',
      ),
    ).toEqual({ is: 'done' });
    expect(await standing()).toBe('left');
    const found = await oneReader(await there.deskOf('Acting'), ANN);
    const facts = found.is === 'found' ? found.reader.facts : [];
    expect(facts.filter(({ details }) => details['by'] === 'author').length).toBeGreaterThan(2);
  });

  test('in AWS’s words, it says who may not do what', async () => {
    const asked = there.clientOf('Reading').send(
      new GetCommand({
        TableName: there.table,
        Key: { pk: `subscriber#${there.id}`, sk: 'subscriber' },
      }),
    );
    await expect(asked).rejects.toThrow(
      new RegExp(
        `User: arn:aws:iam::000000000000:user/DeskRightsReading\\w* is not authorized to perform: dynamodb:GetItem ` +
          'on resource: \\S+ because no identity-based policy allows the dynamodb:GetItem action',
      ),
    );
  });
});
