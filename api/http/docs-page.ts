import { html } from 'hono/html';

/** The part of an OpenAPI document that the page shows. */
interface Shown {
  info: { title: string; version: string; description?: string };
  tags?: { name: string; description?: string }[];
  paths?: Record<string, Record<string, unknown>>;
}
interface Operation {
  tags?: string[];
  summary?: string;
  description?: string;
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema }[];
  responses?: Record<string, { description?: string; content?: Record<string, unknown> }>;
}
interface Schema {
  type?: string | string[];
  enum?: unknown[];
  items?: Schema;
  default?: unknown;
  example?: unknown;
}

/** The API as a page to read: every operation, its parameters and answers; no scripts, nothing from elsewhere. */
export function docsPage(document: object) {
  const { info, tags = [], paths = {} } = document as Shown;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation as Operation })),
  );
  const sections = tags.map((tag) => ({ tag, own: operations.filter(({ operation }) => operation.tags?.includes(tag.name)) }));
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title}: API</title>
        <link rel="stylesheet" href="/api/docs.css" />
      </head>
      <body>
        <main>
          <h1>${info.title} <small>API ${info.version}</small></h1>
          <p>${info.description}</p>
          <p>For programs: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
          ${sections.map(
            ({ tag, own }) =>
              html`<section>
                <h2 id="${slug(tag.name)}">${tag.name}</h2>
                <p>${tag.description}</p>
                ${own.map(({ path, method, operation }) => operationPart(path, method, operation))}
              </section>`,
          )}
        </main>
      </body>
    </html>`;
}

function operationPart(path: string, method: string, { summary, description, parameters = [], responses = {} }: Operation) {
  const canTry = method === 'get' && !path.includes('{');
  return html`<article id="${slug(`${method} ${path}`)}">
    <h3><code>${method.toUpperCase()} ${path}</code></h3>
    <p>${summary} ${description ?? ''} ${canTry ? html`<a href="${path}">Open</a>` : ''}</p>
    ${
      parameters.length > 0
        ? html`<details>
            <summary>${parameters.length} ${parameters.length === 1 ? 'parameter' : 'parameters'}</summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Value</th>
                  <th scope="col">Meaning</th>
                </tr>
              </thead>
              <tbody>
                ${parameters.map(
                  (parameter) =>
                    html`<tr>
                      <th scope="row"><code>${parameter.name}</code>${parameter.required ? ' (required)' : ''}</th>
                      <td>${kindOf(parameter.schema ?? {})}</td>
                      <td>${parameter.description ?? ''}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </details>`
        : ''
    }
    <ul>
      ${Object.entries(responses).map(
        ([status, { description: meaning, content }]) =>
          html`<li>
            <code>${status}</code> ${meaning ?? ''} ${content ? html`<small>${Object.keys(content).join(', ')}</small>` : ''}
          </li>`,
      )}
    </ul>
  </article>`;
}

function kindOf(schema: Schema): string {
  if (schema.items) return `list of ${kindOf(schema.items)}`;
  const kind = schema.enum ? schema.enum.join(' | ') : [schema.type ?? 'any'].flat().join(' or ');
  return schema.default === undefined ? kind : `${kind} (${JSON.stringify(schema.default)} if not given)`;
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** Style of the page, served beside it. */
export const docsStyle = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h2 { margin-top: 3rem; text-transform: capitalize; border-bottom: 2px solid; }
article { border-bottom: 1px solid #8886; padding: 0.5rem 0 1rem; }
code { font-size: 0.95em; overflow-wrap: anywhere; }
small { opacity: 0.8; }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid #8884; }
th { font-weight: 600; }
a:focus-visible, summary:focus-visible { outline: 3px solid; outline-offset: 2px; }
`;
