import { describe, expect, test } from 'vitest';
import { listOf } from '../support/list-files.ts';
import { LONGEST_LIST } from '../support/long-list.ts';

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

describe('how a file can be saved', () => {
  const PEOPLE =
    'email,name,consent_time\nann@example.com,Zoë,2024-03-01\nbo@example.com,,2024-03-01\n';
  const bytes = (encoding: 'utf16le' | 'utf8', mark: string) =>
    Buffer.from(mark + PEOPLE, encoding);
  const SAVED = [
    ['UTF-8', bytes('utf8', '')],
    ['UTF-8 with a mark, as Excel saves it', bytes('utf8', '\ufeff')],
    ['UTF-16, as “Unicode text” is', bytes('utf16le', '\ufeff')],
    ['UTF-16 without a mark', bytes('utf16le', '')],
    ['UTF-16, the other way round', bytes('utf16le', '\ufeff').swap16()],
    ['with line ends of Windows', PEOPLE.replaceAll('\n', '\r\n')],
    ['with line ends of old', PEOPLE.replaceAll('\n', '\r')],
    ['with semicolons, as in half of Europe', PEOPLE.replaceAll(',', ';')],
    ['with a line for Excel before it', `sep=;\r\n${PEOPLE.replaceAll(',', ';')}`],
    ['with tabs', PEOPLE.replaceAll(',', '\t')],
    ['with all in quotes', PEOPLE.replace(/[^,\n]+/g, '"$&"')],
    ['with empty lines', PEOPLE.replaceAll('\n', '\n\n')],
    ['without an end of the last line', PEOPLE.trimEnd()],
  ] as const;
  test.for(SAVED)('%s', async ([, content]) => {
    const { people, problems } = await listOf(content);
    expect(problems).toEqual([]);
    expect([...people.values()].map(({ newcomer: { address, name } }) => [address, name])).toEqual([
      ['ann@example.com', 'Zoë'],
      ['bo@example.com', undefined],
    ]);
  });

  const REFUSED = [
    ['an empty file', '', /The file is empty/],
    ['no line with names', 'ann@example.com,Ann\n', /no column for addresses/],
    ['no column with addresses', 'name,consent_time\nAnn,2024-03-01\n', /no column for addresses/],
    [
      'a quote that stays open',
      'email,name\nann@example.com,"Ann\nbo@example.com,Bo\n',
      /From line 2 on/,
    ],
    [
      'a quote in the middle of a cell',
      'email,name\na@example.com,Ann\nb@example.com,Bo "B" Lee\n',
      /From line 3 on/,
    ],
    [
      'another encoding',
      Buffer.from('email,name\nann@example.com,Zo\xeb\n', 'latin1'),
      /neither UTF-8 nor UTF-16/,
    ],
    ['JSON that is no export', '{"people": []}', /no list which npm run export wrote/],
    ['JSON that breaks off', '{"readers": [', /no list which npm run export wrote/],
  ] as const;
  test.for(REFUSED)('refuses %s', async ([, content, says]) => {
    await expect(listOf(content)).rejects.toThrow(says);
  });
});

describe('lines that can’t be taken are named, and the others are', () => {
  const WRONG = [
    ['email', 'ann.example.com', 'no address'],
    ['email', ',Ann', 'nothing there'],
    ['name', `ann@example.com,${'x'.repeat(81)}`, 'longer than a greeting'],
    ['name', 'ann@example.com,Win at https://example.org', 'what robots put into forms'],
    ['status', 'ann@example.com,,dormant', 'a word that nobody knows'],
    ['date', 'ann@example.com,,,03/04/2024', 'April or March'],
    ['date', 'ann@example.com,,,2024-02-31', 'no such day'],
    ['date', 'ann@example.com,,,yesterday', 'no date'],
    ['future', 'ann@example.com,,,2027-01-01', 'not yet'],
    ['course', 'ann@example.com,,,,quieter', 'another course'],
    ['place', 'ann@example.com,,,,closer,4', 'it has three letters'],
    ['place', 'ann@example.com,,,,closer,fourth', 'no such letter'],
    ['place', 'ann@example.com,,,,closer,-1', 'before the beginning'],
    ['zone', 'ann@example.com,,,,,,CET+1', 'no zone'],
    ['hour', 'ann@example.com,,,,,,,24', 'no hour'],
    ['hour', 'ann@example.com,,,,,,,7 pm', 'one that we can’t read'],
    ['days', 'ann@example.com,,,,,,,,sometimes', 'no days'],
    ['newsletter', 'ann@example.com,,,,,,,,,perhaps', 'neither yes nor no'],
    ['columns', 'ann@example.com,,,,,,,,,yes,Ann,Lee', 'a name with a comma and no quotes'],
  ] as const;
  test.for(WRONG)('%s: %s (%s)', async ([problem, wrong]) => {
    const { people, problems } = await listOf(
      `email,name,status,consent_time,course,place,zone,hour,days,newsletter\nbo@example.com\n${wrong}\n"cy@example.com","C\n\ny"\n`,
    );
    expect(problems).toEqual([{ line: 3, problem }]);
    expect([...people.values()].map(({ line }) => line)).toEqual([2, 4]);
  });

  test('a name over several lines does not lose count', async () => {
    const { people, problems } = await listOf('email,name\nann@example.com,"A\r\n\r\nnn"\nno\n');
    expect(problems).toEqual([{ line: 5, problem: 'email' }]);
    expect([...people.values()].map(({ newcomer }) => newcomer.name)).toEqual(['A nn']);
  });

  test('who asks for neither a course nor the newsletter is not made a reader', async () => {
    const wishes = { course: undefined };
    expect((await listOf('email\nann@example.com\n', wishes)).problems).toEqual([
      { line: 2, problem: 'nothing-asked' },
    ]);
    const { people } = await listOf('email\nann@example.com\n', { ...wishes, newsletter: true });
    expect([...people.values()].map(({ newcomer }) => newcomer.newsletter)).toEqual([true]);
  });

  const TWICE = [
    ['the first counts', 'ann@example.com,Ann,\nANN@example.com,Nan,', 'Ann', [3]],
    ['whoever left, left', 'ann@example.com,Ann,\nann@example.com,Nan,left', undefined, [2]],
    ['also if that stands first', 'ann@example.com,,left\nann@example.com,Nan,', undefined, [3]],
  ] as const;
  test.for(TWICE)('twice in it: %s', async ([, lines, name, twice]) => {
    const list = await listOf(`email,name,status\n${lines}\n`);
    expect([...list.people.values()].map(({ newcomer }) => newcomer.name)).toEqual([name]);
    expect(list.twice).toEqual(twice);
  });
});

test('a hundred thousand lines, each understood once', async () => {
  const list = await listOf(LONGEST_LIST);
  expect([list.lines, list.people.size, list.problems.length, list.twice.length]).toEqual([
    100_000, 99_000, 500, 500,
  ]);
});
