import { addressesIn, type Header, header, headersOf, recipientsIn } from './mime-headers.ts';

/** What `SendRawEmail` was asked. */
export interface SendRequest {
  readonly raw: Buffer;
  readonly headers: readonly Header[];
  /** The envelope sender as given, with a display name perhaps. */
  readonly source: string;
  readonly fromAddress: string;
  readonly recipients: readonly string[];
  readonly configurationSet: string | undefined;
  readonly tags: readonly { readonly name: string; readonly value: string }[];
}

/** Reads the Query protocol's parameters. What is missing is empty: the refusals speak of it. */
export function sendRequest(given: Readonly<Record<string, string>>): SendRequest {
  const raw = Buffer.from(given['RawMessage.Data'] ?? '', 'base64');
  const headers = headersOf(raw);
  const from = header(headers, 'from') ?? '';
  const source = given['Source'] ?? from;
  const destinations = members(given, 'Destinations');
  return {
    raw,
    headers,
    source,
    fromAddress: addressesIn(from)[0] ?? '',
    recipients: destinations.length > 0 ? destinations.map(bare) : recipientsIn(headers),
    configurationSet: given['ConfigurationSetName'] ?? header(headers, 'x-ses-configuration-set'),
    tags: members(given, 'Tags', '.Name').map((name, index) => ({
      name,
      value: given[`Tags.member.${index + 1}.Value`] ?? '',
    })),
  };
}

/** Lists are `Name.member.1`, `Name.member.2`, … */
function members(
  given: Readonly<Record<string, string>>,
  name: string,
  suffix = '',
): readonly string[] {
  const values: string[] = [];
  for (;;) {
    const value = given[`${name}.member.${values.length + 1}${suffix}`];
    if (value === undefined) return values;
    values.push(value);
  }
}

/** The address inside `Name <address>`. */
function bare(destination: string): string {
  return /<([^>]*)>\s*$/.exec(destination)?.[1] ?? destination.trim();
}
