/** A call to `/_local` that cannot be carried out as it stands; answered as problem+json. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;

  constructor(status: number, title: string, detail: string) {
    super(detail);
    this.status = status;
    this.title = title;
  }

  /** RFC 9457. */
  toResponse(): Response {
    const body = {
      type: 'about:blank',
      title: this.title,
      status: this.status,
      detail: this.message,
    };
    return new Response(JSON.stringify(body), {
      status: this.status,
      headers: { 'content-type': 'application/problem+json' },
    });
  }
}

export class MalformedRequest extends Problem {
  constructor(detail: string) {
    super(422, 'Cannot be understood', detail);
  }
}

export class NotFound extends Problem {
  constructor(detail: string) {
    super(404, 'Not found', detail);
  }
}

/** The template, or the machine, does not let the cloud start. Shown as one line, without a stack. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
