import { webIsInZone } from '../../../infra/config.ts';
import type { Account } from '../account.ts';
import type { CertificateState } from '../ask/room.ts';
import type { Check } from '../check.ts';
import { missingIn } from '../dns.ts';
import { recordsOf } from '../records.ts';
import { ok, records, run, say, todo, wrong } from '../verdict.ts';

/** Two queues may take half; the rest is for tick, web and replies (infra/capacity.ts). */
const ENOUGH_AT_ONCE = 50;

/** New accounts have ten (Lambda guide, "Quotas"). */
const concurrency: Check = {
  id: 'concurrency',
  when: 'before',
  async run({ account, region, subject }) {
    const most = await account.concurrency();
    if (most < subject.concurrency) {
      return wrong(
        `${most} Lambdas at once, and cdk.json counts on ${subject.concurrency}`,
        run(`npm run setup -- --set concurrency=${most}`),
      );
    }
    if (most >= ENOUGH_AT_ONCE) return ok(`${most} Lambdas at once`);
    return todo(
      `${most} Lambdas at once: the web page may have to wait while letters go out`,
      run(
        'aws service-quotas request-service-quota-increase --service-code lambda ' +
          `--quota-code L-B99A9384 --desired-value 1000 --region ${region}`,
      ),
    );
  },
};

/** In the sandbox nobody but the author has such links; after it, readers keep them for years. */
const NAMELESS = 'links in mails go to a machine-named host, and can never be taken back';

const certificate: Check = {
  id: 'certificate',
  when: 'before',
  async run({ account, dns, region, subject }) {
    const { webDomain, certificateArn } = subject;
    if (webDomain === '') {
      const { production } = await account.sendingAccount();
      return production
        ? wrong(NAMELESS, run('npm run setup'))
        : todo(NAMELESS, run('npm run setup'));
    }
    if (certificateArn === '') {
      return webIsInZone(subject)
        ? ok('the stack makes it')
        : wrong(`${webDomain} has no certificate`, run('npm run setup'));
    }
    const found = await certificateAt(region, certificateArn, account);
    if (!isOfUse(found, webDomain)) {
      return wrong(whyOfNoUse(found, webDomain, region), run('npm run setup'));
    }
    if (found.status === 'ISSUED') return ok(`for ${webDomain}`);
    const missing = await missingIn(dns, found.proof);
    return missing.length > 0
      ? wrong('the certificate waits for its record', records(missing))
      : wrong('the certificate is being issued', say('The record is there; it takes minutes.'));
  },
};

/** A stack takes certificates of its own region only, and ACM knows no other's. */
export const certificateAt = async (
  region: string,
  arn: string,
  account: Pick<Account, 'certificate'>,
): Promise<CertificateState | undefined> =>
  arn.split(':')[3] === region ? account.certificate(arn) : undefined;

/** Whether a certificate serves a host, or will when its record is in DNS. */
export const isOfUse = (
  found: CertificateState | undefined,
  host: string,
): found is CertificateState =>
  found?.names.some((name) => covers(name, host)) === true &&
  ['ISSUED', 'PENDING_VALIDATION'].includes(found.status);

function whyOfNoUse(found: CertificateState | undefined, host: string, region: string): string {
  if (found === undefined) return `there is no such certificate in ${region}`;
  return found.names.some((name) => covers(name, host))
    ? `the certificate is ${found.status}`
    : `the certificate is for ${found.names.join(', ')}`;
}

/** A star stands for one label (RFC 6125 §6.4.3). */
const covers = (name: string, host: string): boolean =>
  name === host || (name.startsWith('*.') && name.slice(1) === host.slice(host.indexOf('.')));

const web: Check = {
  id: 'web',
  when: 'after',
  needs: ['stack'],
  async run({ stack, dns, subject: { webDomain }, health }) {
    const url = stack?.outputs['WebUrl'] ?? '';
    const status = await health(`${url}/health`);
    if (status === 200) return ok(url);
    if (status !== undefined) {
      return wrong(`${url} answers ${status}`, say('docs/runbook.md, "A door fails"'));
    }
    const wanted = stack ? recordsOf(stack).filter(({ name }) => name === webDomain) : [];
    const missing = await missingIn(dns, wanted);
    return missing.length > 0
      ? todo(`${webDomain} is not in DNS yet`, records(missing))
      : wrong(
          `${url} does not answer`,
          say('Its record is there; a name that is new may take an hour to be known everywhere.'),
        );
  },
};

export const ROOM: readonly Check[] = [concurrency, certificate];
export const WEB: readonly Check[] = [web];
