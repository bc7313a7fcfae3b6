import { expect, test } from 'vitest';
import { sourceOf } from '../../local/account/outline/readers.ts';
import { accountConfig, publication } from '../support/account-config.ts';

const place = { account: '000000000000', region: 'us-east-1' } as never;
const stack = { outputs: { TableName: 'Kindling-Table' } };

test.for<
  readonly [reason: string, adopts: string, deployed: typeof stack | undefined, table?: string]
>([
  ['nothing is deployed: nobody reads', '', undefined],
  ['the table that the stack made', '', stack, 'Kindling-Table'],
  [
    'one that is adopted by the first deployment: its readers are there already',
    'kept',
    undefined,
    'kept',
  ],
  ['one that takes the place of the stack’s own', 'kept', stack, 'kept'],
])('whose readers a deployment is about: %s', ([, adopts, deployed, table]) => {
  const settings = { config: accountConfig({ table: adopts }), publication: publication() };
  const source = sourceOf({ place, settings }, deployed);
  expect(source).toEqual(table && { is: 'table', name: table, place });
});
