import { afterAll, beforeAll, inject } from 'vitest';
import { type Cloud, type CloudOptions, startCloud } from '../../local/cloud/cloud.ts';
import { type World, world } from './visitor.ts';

/**
 * The stack that ships, in a cloud that starts before the tests of a file or group and stops after them.
 *
 * @param now where its clock begins, an ISO 8601 moment
 * @returns the world outside it, and the cloud itself; either is there from the first hook or test on
 */
export function shippedCloud(now: string, options: Partial<CloudOptions> = {}) {
  let cloud: Cloud | undefined;
  const running = (): Cloud => {
    if (cloud === undefined) throw new Error('the cloud has not started yet');
    return cloud;
  };
  beforeAll(async () => {
    cloud = await startCloud({ assemblyDir: inject('assembly'), port: 0, now, ...options });
  });
  afterAll(() => cloud?.stop());
  const outside: World = world(() => running().url);
  return { cloud: running, outside };
}
