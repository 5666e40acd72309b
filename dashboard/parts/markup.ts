import type { html } from 'hono/html';

/** What `html` makes: escaped markup, perhaps awaiting something. */
export type Markup = ReturnType<typeof html>;
