import { Duration } from 'aws-cdk-lib';

/**
 * How long a queue hides what a function has taken: six times the function's time-out, and the
 * batching window before it (Lambda developer guide, "Configuring a queue to use with Lambda"). So no
 * batch is seen twice while it waits, or is tried again because the function was throttled.
 */
export const visibilityFor = (timeout: Duration, batchingWindow: Duration): Duration =>
  Duration.seconds(timeout.toSeconds() * 6 + batchingWindow.toSeconds());
