import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import type { Wishes } from './arguments.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Whose account, and where: found once, and then used for all that a command does. */
export interface Place {
  readonly account: string;
  readonly region: string;
  readonly profile: string | undefined;
  readonly credentials: Credentials;
  /** Of an account that a local cloud plays; AWS's own otherwise. */
  readonly endpoint?: string;
}

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** What keeps us from knowing the place; its message says what to do. */
export class PlaceError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PlaceError';
  }
}

const NO_REGION =
  'No region is set. Say --region eu-west-1, or set AWS_REGION, or give your profile a region. ' +
  'It has to be one where SES receives mail, such as us-east-1, us-west-2 or eu-west-1.';

/**
 * Finds account, region and credentials.
 *
 * @throws PlaceError without a region
 * @throws what the SDK throws, when there are no credentials or they are refused
 */
export async function findPlace(
  wishes: Pick<Wishes, 'profile' | 'region'>,
  env: Environment,
): Promise<Place> {
  const profile = wishes.profile ?? named(env['AWS_PROFILE']);
  const region = regionIn(wishes, env) ?? (await regionOfProfile(profile));
  if (region === undefined) throw new PlaceError(NO_REGION);
  // Who names a profile means it, also where the shell has keys: the SDK then passes those over.
  const given = await defaultProvider(profile === undefined ? {} : { profile })();
  const { accessKeyId, secretAccessKey, sessionToken } = given;
  const keys = { accessKeyId, secretAccessKey };
  const credentials = sessionToken === undefined ? keys : { ...keys, sessionToken };
  const sts = new STSClient({ region, credentials });
  const { Account } = await sts.send(new GetCallerIdentityCommand({}));
  return { account: Account ?? '', region, profile, credentials };
}

/** The AWS CLI's order, with the name that CDK alone knows between (`AMAZON_REGION`). */
export function regionIn(wishes: Pick<Wishes, 'region'>, env: Environment): string | undefined {
  const names = ['AWS_REGION', 'AMAZON_REGION', 'AWS_DEFAULT_REGION'];
  return wishes.region ?? names.map((name) => named(env[name])).find((one) => one !== undefined);
}

/** No variable names one by now, so the SDK looks into the profile. */
async function regionOfProfile(profile: string | undefined): Promise<string | undefined> {
  try {
    return await new STSClient(profile === undefined ? {} : { profile }).config.region();
  } catch {
    return undefined;
  }
}

const named = (value: string | undefined) => (value === '' ? undefined : value);

/** The same place for a program that we start: it can't find another. */
export function environmentOf(
  { region, credentials }: Place,
  env: Environment,
): Record<string, string> {
  const ours = /^(AWS_(DEFAULT_)?(REGION|PROFILE)|AMAZON_REGION|AWS_SESSION_TOKEN)$/;
  const others = Object.entries(env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && !ours.test(pair[0]),
  );
  const token = credentials.sessionToken;
  return {
    ...Object.fromEntries(others),
    ...(token !== undefined && { AWS_SESSION_TOKEN: token }),
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
}

/** `account 123456789012 in eu-west-1 (profile ann)` */
export const placeInWords = ({ account, region, profile }: Place): string =>
  `account ${account} in ${region}${profile === undefined ? '' : ` (profile ${profile})`}`;
