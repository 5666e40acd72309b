import { z } from '@hono/zod-openapi';

/** Every kind of error the API answers with (RFC 9457); anything else is a bug and a bare 500. */
export const problemKinds = {
  'invalid-request': { status: 400, title: 'The request cannot be read' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'not-acceptable': { status: 406, title: 'No such format' },
  'too-large': { status: 413, title: 'Too large' },
  'unsupported-media-type': { status: 415, title: 'Media type not supported' },
  'invalid-field': { status: 422, title: 'A field is not valid' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Internal error' },
  unavailable: { status: 503, title: 'Not available at the moment' },
} as const;
export type ProblemKind = keyof typeof problemKinds;

/** One wrong field. */
export interface FieldError {
  field: string;
  message: string;
}

/** Thrown anywhere below a route to answer with a problem. */
export class ProblemError extends Error {
  readonly kind: ProblemKind;
  readonly errors: readonly FieldError[] | undefined;
  constructor(kind: ProblemKind, detail?: string, errors?: readonly FieldError[]) {
    super(detail ?? problemKinds[kind].title);
    this.name = 'ProblemError';
    this.kind = kind;
    this.errors = errors;
  }
}

/** Body of every error answer, `application/problem+json`. */
export const problemSchema = z
  .object({
    type: z.string().openapi({ example: '/problems/invalid-field' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    instance: z.string().optional().openapi({ description: 'Number of the request, as in the log.' }),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');
export type Problem = z.infer<typeof problemSchema>;

/** The body for a problem. */
export function problemBody(error: ProblemError, requestId: string | undefined): Problem {
  const { status, title } = problemKinds[error.kind];
  return {
    type: `/problems/${error.kind}`,
    title,
    status,
    ...(error.message !== title ? { detail: error.message } : {}),
    ...(requestId ? { instance: requestId } : {}),
    ...(error.errors ? { errors: [...error.errors] } : {}),
  };
}
