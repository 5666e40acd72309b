import { type ClientResponse, hc } from 'hono/client';
import type { AppType } from '#api/app.ts';
import type { FieldError, Problem } from '#api/http/problem.ts';

/** The API as an app in this process. */
export interface Api {
  fetch: (request: Request, bindings?: unknown) => Response | Promise<Response>;
}

/** The typed client of the API that a page asks. */
export type ApiClient = ReturnType<typeof clientOf>;

/** A client that asks the API in this process, as the same host as the page was asked of. */
export function clientOf(api: Api, page: Request) {
  const address = new URL(page.url);
  const host = page.headers.get('host') ?? address.host;
  return hc<AppType>(address.origin, {
    fetch: async (input: string | URL | Request, init?: RequestInit) => {
      const headers = new Headers(init?.headers);
      headers.set('host', host);
      return api.fetch(new Request(input, { ...init, headers }));
    },
  });
}

/** An answer of the API that a page cannot be drawn with: its status, and the fields that were wrong. */
export class RefusedError extends Error {
  readonly status: number;
  readonly errors: readonly FieldError[];
  constructor({ status, title, detail, errors = [] }: Problem) {
    super(detail ?? title);
    this.name = 'RefusedError';
    this.status = status;
    this.errors = errors;
  }
}

/** What a successful answer holds. */
type Good<Answer> = Answer extends ClientResponse<infer Data, 200, 'json'> ? Data : never;

/** What is in an answer. Errors: `RefusedError` for anything but success. */
export async function dataOf<Answer extends { ok: boolean; json: () => Promise<unknown> }>(
  answer: Promise<Answer>,
): Promise<Good<Answer>> {
  const response = await answer;
  if (response.ok) return (await response.json()) as Good<Answer>;
  throw new RefusedError((await response.json()) as Problem);
}
