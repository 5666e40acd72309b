import type { References } from '#api/references/references.ts';
import type { ReportHistory } from '#api/reports/history.ts';
import type { CategoryName } from './categories.ts';
import type { Note } from './notes.ts';
import type { ChannelName, Draft } from './source.ts';
import { storyOf } from './story.ts';

/** The longest texts that a report can hold, in characters. */
const longest = { title: 200, description: 8000, address: 400 };

/** A history, and what was odd on the way to it. */
export interface Told {
  history: ReportHistory;
  notes: Note[];
}

/** Makes histories of drafts: names become numbers of the municipality, made when they are new and remembered. */
export function historian(references: References) {
  const categories = new Map<CategoryName, number>();
  const channels = new Map<ChannelName, number>();
  const offices = new Map<string, number>();
  const areas = new Map<string, number | null>();

  /** Learns categories: those above first, all of a level at once. */
  async function learnCategories(named: ReadonlySet<CategoryName>): Promise<void> {
    const missing = [...named].filter((category) => !categories.has(category));
    if (!missing.length) return;
    await learnCategories(new Set(missing.flatMap(({ parent }) => parent ?? [])));
    const parentOf = ({ parent }: CategoryName) => parent && categories.get(parent)!;
    const ids = await references.categories(
      missing.map((each) => ({ code: each.code, name: each.name, parent: parentOf(each) })),
    );
    for (const [index, category] of missing.entries()) categories.set(category, ids[index]!);
  }

  async function learn(drafts: readonly Draft[]): Promise<void> {
    await learnCategories(new Set(drafts.map(({ category }) => category)));
    for (const { channel, office, area } of drafts) {
      if (!channels.has(channel)) channels.set(channel, await references.channel(channel));
      if (office && !offices.has(office.code)) offices.set(office.code, await references.office(office));
      if (area && !areas.has(area)) areas.set(area, await references.areaByName(area));
    }
  }

  /** One history for each draft, in the same order. */
  return async function histories(drafts: readonly Draft[]): Promise<Told[]> {
    await learn(drafts);
    return drafts.map((draft) => {
      const { category, channel, office, area } = draft;
      return historyOf(draft, {
        category: categories.get(category)!,
        channel: channels.get(channel)!,
        office: office ? offices.get(office.code)! : null,
        area: area ? areas.get(area)! : null,
      });
    });
  };
}

function historyOf(draft: Draft, ids: { category: number; channel: number; office: number | null; area: number | null }): Told {
  const { events, tracked, dayPrecision, note } = storyOf(draft, ids.office);
  const notes = [note, draft.note ?? null].filter((each) => each !== null);
  const words = (field: keyof typeof longest) => {
    const text = cleaned(draft[field] ?? null);
    if (text === null || text.length <= longest[field]) return text;
    notes.push('shortened');
    return shortened(text, longest[field]);
  };
  const history: ReportHistory = {
    externalId: draft.id,
    type: draft.type ?? 'issue',
    category: ids.category,
    channel: ids.channel,
    area: ids.area,
    title: words('title'),
    description: words('description'),
    address: words('address'),
    language: draft.language,
    point: draft.point,
    extra: null,
    visibility: draft.isPrivate ? 'private' : 'public',
    dayPrecision,
    tracked,
    dueAt: draft.due ? promised(draft, events[0]!.at) : null,
    events,
  };
  return { history, notes };
}

/** The promised moment; a promise for before the arrival is none. */
function promised({ due, zone }: Draft, arrived: Date): Date | null {
  const at = zone.moment(due!, arrived.getTime());
  return at < arrived ? null : at;
}

/** Text that the database can hold; null when nothing is left. */
function cleaned(text: string | null): string | null {
  if (text === null) return null;
  const storable = text.includes('\0') || !text.isWellFormed() ? text.replaceAll('\0', '').toWellFormed() : text;
  return storable.trim() || null;
}

function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
