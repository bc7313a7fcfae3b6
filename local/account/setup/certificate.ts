import { ACMClient, RequestCertificateCommand } from '@aws-sdk/client-acm';
import { type Account, configOf } from '../account.ts';
import type { CertificateState } from '../ask/room.ts';
import type { Place } from '../place.ts';
import { tableOf } from '../report.ts';

/**
 * Asks ACM for a certificate, which is free. It is issued when its record is in DNS.
 *
 * @param instead of which one, that is of no use; or empty
 * @returns its ARN
 */
export async function requestCertificate(
  place: Place,
  domain: string,
  instead: string,
): Promise<string> {
  const asked = new RequestCertificateCommand({
    DomainName: domain,
    ValidationMethod: 'DNS',
    // The same again within an hour is the same certificate, also if that has failed meanwhile.
    IdempotencyToken: (instead.slice(-8) + domain).replaceAll(/\W/g, '').slice(0, 32),
  });
  const { CertificateArn } = await new ACMClient(configOf(place)).send(asked);
  return CertificateArn ?? '';
}

const LOOK_AGAIN_MS = 10_000;

export interface Waiting {
  readonly account: Pick<Account, 'certificate'>;
  print(line: string): void;
  sleep(milliseconds: number): Promise<void>;
  /** How often to look before the author is sent away to come back later. */
  readonly looks: number;
}

/**
 * Shows the record that proves whose name it is, and waits for ACM to have seen it.
 *
 * @returns whether the certificate is issued
 */
export async function awaitIssue(arn: string, waiting: Waiting): Promise<boolean> {
  const { account, print, sleep, looks } = waiting;
  let shown = false;
  for (let look = 0; look < looks; look += 1) {
    if (look > 0) await sleep(LOOK_AGAIN_MS);
    const found = await account.certificate(arn);
    if (found?.status === 'ISSUED') return true;
    // ACM names the record a few seconds after it was asked.
    if (!shown && found !== undefined && found.proof.length > 0) {
      show(found, print);
      shown = true;
    }
  }
  print('It is not there yet. Come back when it is: npm run setup goes on from here.');
  return false;
}

function show({ proof }: CertificateState, print: (line: string) => void): void {
  print(
    '\nMake this record at your DNS provider, and leave it there; it renews the certificate:\n',
  );
  for (const line of tableOf(proof)) print(`  ${line}`);
  print('\nWaiting for it (Ctrl-C is fine, nothing is lost) …');
}
