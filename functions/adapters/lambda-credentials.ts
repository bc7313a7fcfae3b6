/**
 * What the AWS SDK's clients find in a bundle in place of their default chain of credential
 * providers (`infra/bundle.ts`). Lambda puts the role's credentials into the environment and
 * replaces the whole environment before they expire ("Defined runtime environment variables" in
 * its developer guide); the chain's other links (profiles, single sign-on, instance metadata) can
 * never be right there, and are a fifth of the bundle.
 */
export const defaultProvider = () => async (): Promise<Credentials> => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  if (AWS_ACCESS_KEY_ID === undefined || AWS_SECRET_ACCESS_KEY === undefined) {
    throw new Error('no AWS credentials in the environment');
  }
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN !== undefined && { sessionToken: AWS_SESSION_TOKEN }),
  };
};

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}
