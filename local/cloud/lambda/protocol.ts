/** What an execution environment is started with. */
export interface EnvironmentData {
  readonly clock: SharedArrayBuffer;
  readonly file: string;
  readonly exportName: string;
  /** The parts of Lambda's context that stay the same. */
  readonly context: Readonly<Record<string, unknown>>;
}

export interface InvocationRequest {
  readonly requestId: string;
  /** JSON. */
  readonly event: string;
  /** The machine's time, in milliseconds, at which the function's time is up. */
  readonly deadline: number;
}

/** An error as Lambda tells it to whoever invoked the function. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

export type InvocationResult =
  | { readonly is: 'done'; readonly payload: string }
  | {
      readonly is: 'failed';
      readonly error: FunctionError;
      /** What the runtime writes into the log, if it still can. */
      readonly printed?: string;
      readonly init?: boolean;
    };

/** How an invocation ended, or that it did not begin: nothing more may run at once. */
export type InvocationOutcome = InvocationResult | { readonly is: 'throttled' };

/** What an execution environment tells: what it prints, in order, and how an event ended. */
export type EnvironmentMessage = InvocationResult | { readonly is: 'log'; readonly text: string };
