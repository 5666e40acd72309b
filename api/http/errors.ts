import type { Hook } from '@hono/zod-openapi';
import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { AppEnv, Deps } from '../deps.ts';
import { ProblemError, problemBody, type ProblemKind, problemKinds } from './problem.ts';

const kindOfStatus = new Map<number, ProblemKind>(
  Object.entries(problemKinds).map(([kind, { status }]) => [status, kind as ProblemKind]),
);

/** One place where every error becomes an answer; what is not a known kind is logged and answered as a bare 500. */
export function errorHandler(log: Deps['log']): ErrorHandler<AppEnv> {
  return (error, c) => {
    if (error instanceof ProblemError) return answerProblem(c, error);
    if (error instanceof HTTPException) {
      return answerProblem(c, new ProblemError(kindOfStatus.get(error.status) ?? 'invalid-request', error.message || undefined));
    }
    log('error', {
      requestId: c.get('requestId'),
      path: c.req.path,
      name: error.name,
      message: error.message,
      stack: error.stack,
    });
    return answerProblem(c, new ProblemError('internal'));
  };
}

/** Unknown addresses. */
export const notFoundHandler: NotFoundHandler<AppEnv> = (c) => answerProblem(c, new ProblemError('not-found'));

/** Failed validation of any route: 422 naming the fields. */
export const validationHook: Hook<unknown, AppEnv, string, unknown> = (result, c) => {
  if (result.success) return undefined;
  const errors = result.error.issues.map((issue) => ({ field: fieldName(issue), message: issue.message }));
  return answerProblem(c, new ProblemError('invalid-field', undefined, errors));
};

function fieldName(issue: { path: PropertyKey[]; code?: string; keys?: string[] }): string {
  if (issue.code === 'unrecognized_keys' && issue.keys?.[0]) return issue.keys[0];
  return issue.path.map(String).join('.') || '(body)';
}

/** The answer for a problem, as JSON; pages make their own (dashboard/). */
export function answerProblem(c: Context<AppEnv>, error: ProblemError): Response {
  const body = problemBody(error, c.get('requestId'));
  return c.json(body, body.status as 500, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
}
