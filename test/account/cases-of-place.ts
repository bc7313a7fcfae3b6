import { type Differs, empty, identityState, tableState } from './fake-account.ts';

/** What differs from a publication that is well; the check that sees it; the words that it prints. */
export type Case = readonly [reason: string, id: string, differs: Differs, line: string];

const none = undefined;
const stack = (status: string, tags = {}) => ({
  world: { stack: { id: '', status, tags, outputs: {} } },
});
const zoned = { hostedZoneId: 'Z1' };

const attached = (table: ReturnType<typeof tableState> | undefined) => ({
  config: { table: 'Restored' },
  account: { table: async () => table },
});

/** Where a publication is to live: region, stack, domain, zone. */
export const PLACE: readonly Case[] = [
  [
    'a region that only sends: answers would bounce',
    'region',
    { account: { receiving: async () => ({ is: 'unavailable' }) } },
    '✗ region SES receives no mail in eu-west-1, so readers could not answer',
  ],
  [
    'an account that CDK was never used in',
    'bootstrap',
    { account: { bootstrapVersion: async () => none } },
    '✗ bootstrap CDK has not prepared this account and region yet; it is done once\n' +
      ' $ npx cdk bootstrap aws://123456789012/eu-west-1',
  ],
  [
    'a bootstrap of years ago',
    'bootstrap',
    { account: { bootstrapVersion: async () => 5 } },
    '✗ bootstrap the bootstrap stack is of version 5, and 6 is needed',
  ],
  [
    'a table that was to be attached is somewhere else',
    'table',
    attached(undefined),
    '✗ table there is no table Restored in eu-west-1',
  ],
  [
    'another program’s table',
    'table',
    attached(tableState({ keys: ['id'] })),
    '✗ table the keys of Restored are id, and readers are found by pk and sk',
  ],
  [
    'a copy that was made without indexes, or with other keys in one',
    'table',
    attached(tableState({ indexes: { newsletter: ['zone', 'newsletterShard'] } })),
    '✗ table Restored lacks the index due and newsletter, so nobody would be found who is due\n' +
      ' $ aws dynamodb update-table --table-name Restored --region eu-west-1' +
      ' --attribute-definitions AttributeName=dueShard,AttributeType=S' +
      ' AttributeName=dueAt,AttributeType=S --global-secondary-index-updates' +
      " 'Create={IndexName=due,KeySchema=[{AttributeName=dueShard,KeyType=HASH}," +
      '{AttributeName=dueAt,KeyType=RANGE}],Projection={ProjectionType=KEYS_ONLY}}',
  ],
  [
    'a restored table comes without protection and time to live',
    'table',
    attached(tableState({ isProtected: false, timeToLive: none })),
    '• table Restored is attached, and nobody looks after it\n' +
      ' $ aws dynamodb update-table --deletion-protection-enabled --table-name Restored' +
      ' --region eu-west-1\n' +
      ' $ aws dynamodb update-time-to-live --time-to-live-specification' +
      ' Enabled=true,AttributeName=expiresAt --table-name Restored --region eu-west-1',
  ],
  ['one that is right', 'table', attached(tableState()), '✓ table Restored is attached'],
  [
    'nothing deployed is no fault',
    'stack',
    empty,
    '• stack nothing is deployed yet\n $ npm run deploy',
  ],
  [
    'a change set was made and never executed: the same',
    'stack',
    stack('REVIEW_IN_PROGRESS'),
    '• stack nothing is deployed yet',
  ],
  [
    'a first deployment that failed',
    'stack',
    stack('ROLLBACK_COMPLETE'),
    '✗ stack Kindling is in ROLLBACK_COMPLETE: it was never finished, and can only be deleted\n' +
      ' $ aws cloudformation update-termination-protection --no-enable-termination-protection' +
      ' --stack-name Kindling --region eu-west-1\n' +
      ' $ aws cloudformation delete-stack --stack-name Kindling --region eu-west-1',
  ],
  [
    'an update that could not be undone',
    'stack',
    stack('UPDATE_ROLLBACK_FAILED'),
    '✗ stack the last update of Kindling could not be taken back\n' +
      ' $ aws cloudformation continue-update-rollback --stack-name Kindling --region eu-west-1',
  ],
  [
    'two people deploy at once',
    'stack',
    stack('UPDATE_IN_PROGRESS'),
    '✗ stack Kindling is being changed right now (UPDATE_IN_PROGRESS)',
  ],
  ['an update that was undone stands', 'stack', stack('UPDATE_ROLLBACK_COMPLETE'), '✓ stack'],
  [
    'another publication’s stack: its readers are not ours',
    'stack',
    stack('CREATE_COMPLETE', { 'kindling:domain': 'other.org' }),
    '✗ stack the stack Kindling belongs to other.org, and this configuration is of closer.org',
  ],
  [
    'the domain was verified by hand',
    'identity',
    empty,
    '• identity SES knows closer.org already, by somebody else than this stack',
  ],
  [
    'the same, and written down',
    'identity',
    { config: { identity: 'adopt' }, world: empty.world },
    '✓ identity closer.org was there before, and is used as it is',
  ],
  [
    'to be adopted, and gone',
    'identity',
    { config: { identity: 'adopt' }, account: { identity: async () => none } },
    '✗ identity SES does not know closer.org, which is to be adopted',
  ],
  [
    'the sender was verified by the console’s wizard',
    'identity',
    { account: { identity: async () => identityState() } },
    '• identity SES knows letters@closer.org by itself, and its settings win over those of the domain\n' +
      ' $ aws sesv2 delete-email-identity --email-identity letters@closer.org',
  ],
  [
    'a reply record from somewhere else: CloudFormation can’t make it twice',
    'zone',
    {
      config: zoned,
      account: { records: async () => [{ name: 'reply.closer.org', type: 'MX' }] },
    },
    '✗ zone the zone has records that the stack would make: reply.closer.org MX',
  ],
  [
    'a DMARC record that is left to its owner is in nobody’s way',
    'zone',
    {
      config: { hostedZoneId: 'Z1', dmarc: 'theirs' },
      account: { records: async () => [{ name: '_dmarc.closer.org', type: 'TXT' }] },
    },
    '✓ zone nothing is in the way of our records',
  ],
  [
    'a sender without a mailbox',
    'mailbox',
    { zone: {} },
    '• mailbox closer.org takes no mail (it has no MX): what is written to letters@closer.org bounces',
  ],
];
