import { describe, expect, test } from 'vitest';
import { listOf } from '../support/list-files.ts';

/** What lists say, as tools write them and as people save them. All people in them are made up. */

interface Told {
  readonly [address: string]: string;
}

/** Who comes how: the standing, and what they had. */
async function told(content: string | Uint8Array, wishes = {}): Promise<Told> {
  const { people } = await listOf(content, wishes);
  return Object.fromEntries(
    [...people].map(([address, { newcomer }]) => {
      const had = newcomer.enrollments.map(({ received }) => received.length).join();
      return [address, `${newcomer.standing.is} ${had}`.trim()];
    }),
  );
}

describe('exports of other tools', () => {
  const EXPORTS = [
    {
      tool: 'kit',
      // States: developers.kit.com, "List subscribers"; columns as other importers know them.
      csv: [
        'first_name,email,created_at,status',
        'Ann,ann@example.com,2023-01-27T11:43:55Z,active',
        'Bo,bo@example.com,2023-02-03 11:43:55 UTC,inactive',
        ',cy@example.com,2023-02-03T11:43:55Z,cancelled',
        'Di,di@example.com,2023-02-03T11:43:55Z,bounced',
        'Ed,ed@example.com,2023-02-03T11:43:55Z,complained',
      ],
      people: {
        'ann@example.com': 'active 0',
        'bo@example.com': 'pending 0',
        'cy@example.com': 'left',
        'di@example.com': 'suppressed',
        'ed@example.com': 'suppressed',
      },
    },
    {
      tool: 'buttondown',
      // Types: github.com/buttondown/openapi, enums.json; columns by the names of its API.
      csv: [
        'id,creation_date,email_address,notes,metadata,tags,referrer_url,type',
        '1,2022-05-01T08:00:00Z,ann@example.com,,{},[],https://example.com/a,regular',
        '2,2022-05-01T08:00:00Z,bo@example.com,,"{""a"": 1}",[],,unactivated',
        '3,2022-05-01T08:00:00Z,cy@example.com,,{},[],,unsubscribed',
        '4,2022-05-01T08:00:00Z,di@example.com,,{},[],,undeliverable',
        '5,2022-05-01T08:00:00Z,ed@example.com,,{},[],,premium',
      ],
      people: {
        'ann@example.com': 'active 0',
        'bo@example.com': 'pending 0',
        'cy@example.com': 'left',
        'di@example.com': 'suppressed',
        'ed@example.com': 'active 0',
      },
    },
    {
      tool: 'mailchimp',
      // Its file of subscribed members: times are of UTC, and say who confirmed.
      csv: [
        '"Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS',
        'ann@example.com,Ann,Lee,4,"2021-03-14 09:12:31",192.0.2.1,"2021-03-14 09:14:00",192.0.2.1,,,,,America/New_York,US,NY,"2021-03-14 09:14:00",1,a1,,"""VIP"""',
        'bo@example.com,Bo,Poe,2,"2021-03-14 09:12:31",192.0.2.1,,,,,,,,,,"2021-03-14 09:14:00",2,b2,,',
      ],
      people: { 'ann@example.com': 'active 0', 'bo@example.com': 'pending 0' },
    },
    {
      tool: 'mailchimp',
      // Its file of those who left has when and why.
      csv: [
        'Email Address,First Name,Last Name,MEMBER_RATING,CONFIRM_TIME,LEID,EUID,UNSUB_TIME,UNSUB_REASON',
        'ann@example.com,Ann,Lee,4,2021-03-14 09:14:00,1,a1,2022-01-02 03:04:05,NORMAL',
      ],
      people: { 'ann@example.com': 'left' },
    },
    {
      tool: 'mailchimp',
      // And that of those whom mail did not reach ("cleaned").
      csv: [
        'Email Address,First Name,Last Name,MEMBER_RATING,CONFIRM_TIME,LEID,EUID,CLEAN_TIME',
        'ann@example.com,Ann,Lee,4,2021-03-14 09:14:00,1,a1,2022-01-02 03:04:05',
      ],
      people: { 'ann@example.com': 'suppressed' },
    },
    {
      tool: 'listmonk',
      // github.com/knadh/listmonk, cmd/subscribers.go: times as Go prints them, and no word on confirming.
      csv: [
        'uuid,email,name,attributes,status,created_at,updated_at',
        'e1,ann@example.com,Ann Lee,"{""city"": ""Ulm""}",enabled,2023-04-05 12:34:56.789012 +0000 UTC,2023-04-05 12:34:56.789012 +0000 UTC',
        'e2,bo@example.com,,{},disabled,2023-04-05 12:34:56.789012 +0200 CEST,2023-04-05 12:34:56.789012 +0000 UTC',
        'e3,cy@example.com,,{},blocklisted,2023-04-05 12:34:56 +0000 UTC,2023-04-05 12:34:56 +0000 UTC',
      ],
      people: {
        'ann@example.com': 'pending 0',
        'bo@example.com': 'left',
        'cy@example.com': 'suppressed',
      },
    },
    {
      tool: 'substack',
      // email_list.*.csv, as importers know it: paying or not is no matter here, and nobody confirms.
      csv: [
        'email,active_subscription,expiry,plan,email_disabled,created_at,first_payment_at',
        'ann@example.com,false,,other,false,2024-05-06T07:08:09.000Z,',
        'bo@example.com,true,2027-05-06T07:08:09.000Z,yearly,true,2024-05-06T07:08:09.000Z,2024-05-06T07:08:09.000Z',
      ],
      people: { 'ann@example.com': 'pending 0', 'bo@example.com': 'left' },
    },
    {
      tool: 'csv',
      // A table that somebody made, with all that a line can say.
      csv: [
        'E-Mail,Name,Consent time,Source,Wording,Course,Place,Zone,Hour,Days,Newsletter',
        'ann@example.com,Ann,2024-03-01,the form,"Yes, letters",closer,2,Asia/Tokyo,7:30,weekdays,yes',
        'bo@example.com,,2024-03-01,,,closer,second,,,,',
        'cy@example.com,,2024-03-01,,,closer,finished,,,,',
        'di@example.com,,,,,,,,,,',
      ],
      people: {
        'ann@example.com': 'active 2',
        'bo@example.com': 'active 2',
        'cy@example.com': 'active 3',
        'di@example.com': 'pending 0',
      },
    },
  ] as const;
  test.for(EXPORTS)('$tool: $csv.0', async ({ tool, csv, people }) => {
    const list = await listOf(csv.join('\n'));
    expect(list.tool).toBe(tool);
    expect(list.problems).toEqual([]);
    expect(await told(csv.join('\n'))).toEqual(people);
  });

  test('the author’s word for all counts where the list says nothing, and nowhere else', async () => {
    const csv = [
      'first_name,email,created_at,status',
      'Ann,ann@example.com,2023-01-27T11:43:55Z,inactive',
      'Bo,bo@example.com,2023-01-27T11:43:55Z,',
      'Cy,cy@example.com,2023-01-27T11:43:55Z,cancelled',
    ].join('\n');
    expect(await told(csv, { confirmed: true })).toEqual({
      'ann@example.com': 'pending 0',
      'bo@example.com': 'active 0',
      'cy@example.com': 'left',
    });
  });

  test('what is kept is what was said, with times in one spelling', async () => {
    const list = await listOf(
      'email,name,consent time,optin time,source,wording,zone,hour,days\n' +
        'Ann@Example.com,Ann,2024-03-01 10:00:00,2024-02-29,the fair,I want letters,Asia/Tokyo,7:30,weekdays\n',
    );
    expect([...list.people.values()]).toEqual([
      {
        line: 2,
        facts: [],
        evidence: {
          tool: 'csv',
          consentAt: '2024-03-01T10:00:00Z',
          signedUpAt: '2024-02-29T00:00:00Z',
          source: 'the fair',
          wording: 'I want letters',
        },
        newcomer: {
          address: 'ann@example.com',
          name: 'Ann',
          zone: 'Asia/Tokyo',
          hour: 7.5,
          days: '12345',
          standing: { is: 'active' },
          newsletter: false,
          enrollments: [{ course: 'closer', welcomed: false, received: [] }],
        },
      },
    ]);
  });

  test('of whoever gets nothing only the address is kept', async () => {
    const list = await listOf(
      'email,name,place,status,unsubscribed at\nann@example.com,Ann,2,left,2024-03-01\n',
    );
    expect([...list.people.values()].map(({ newcomer }) => newcomer)).toMatchObject([
      {
        address: 'ann@example.com',
        enrollments: [],
        standing: { is: 'left', at: '2024-03-01T00:00:00Z', by: 'import' },
      },
    ]);
    expect(JSON.stringify([...list.people.values()])).not.toContain('Ann');
  });
});
