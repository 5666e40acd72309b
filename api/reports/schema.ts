import { z } from '@hono/zod-openapi';
import { checkPeriod, filterFields } from '../http/filters.ts';
import { choiceField, envelopeFields, integerField, nameField } from '../stats/envelope.ts';
import { actors } from './history.ts';
import { eventKinds, outcomes, publicStates } from './lifecycle.ts';

/** The common filters, and where to go on. */
export const listQuery = z
  .strictObject({
    ...filterFields,
    order: choiceField(['newest', 'oldest', 'closed'], 'Order of arrival; `closed`: the last closed first, closed ones only.'),
    limit: integerField(1, 100, 20, 'Reports in one answer.'),
    cursor: z.string().max(200).optional().openapi({ description: '`next` of the answer before.' }),
  })
  .superRefine(checkPeriod);

const place = { lon: z.number().nullable(), lat: z.number().nullable() };
const named = z.object({ code: z.string(), name: z.string() }).nullable();
const ofKind = z.object({ code: z.string(), name: nameField.unwrap() });

export const reportItem = z
  .object({
    id: z.number().int(),
    number: z.string().openapi({ example: '2026-01234' }),
    title: z.string().nullable(),
    description: z.string().nullable(),
    category: ofKind,
    area: named,
    address: z.string().nullable(),
    status: z.enum(publicStates).nullable().openapi({ description: 'null: nothing is known after the arrival.' }),
    outcome: z.enum(outcomes).nullable(),
    receivedAt: z.string(),
    closedAt: z.string().nullable(),
    ...place,
  })
  .openapi('ReportItem');

export const listAnswer = z
  .object({
    ...envelopeFields,
    total: z.number().int().openapi({ description: 'Public reports that match: the rows of a download under the same filters.' }),
    items: z.array(reportItem),
    next: z.string().nullable().openapi({ description: 'Cursor of the following reports; null at the end.' }),
  })
  .openapi('ReportList');

export const reportAnswer = reportItem
  .extend({
    channel: ofKind,
    office: named,
    type: z.enum(['issue', 'suggestion', 'complaint']),
    takenAt: z.string().nullable(),
    firstReplyAt: z.string().nullable(),
    dueAt: z.string().nullable(),
    publishedAt: z.string(),
    reopened: z.number().int(),
    dayPrecision: z.boolean().openapi({ description: 'The source tells days, not hours.' }),
    events: z.array(
      z.object({
        seq: z.number().int(),
        at: z.string(),
        kind: z.enum(eventKinds),
        actor: z.enum(actors),
        office: z.string().nullable(),
        signedAs: z.string().nullable(),
        outcome: z.enum(outcomes).nullable(),
        body: z.string().nullable(),
        hash: z.string(),
      }),
    ),
  })
  .openapi('Report');

export const nearbyAnswer = z
  .object({
    radius: z.number().openapi({ description: 'Metres.' }),
    items: z.array(reportItem.extend({ metres: z.number().int(), sameCategory: z.boolean() })),
  })
  .openapi('NearbyReports');

export type Nearby = z.infer<typeof nearbyAnswer>;
export type ReportItem = z.infer<typeof reportItem>;
export type Report = z.infer<typeof reportAnswer>;
