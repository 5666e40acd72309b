import { type DuckDBDataChunk, type DuckDBType, DuckDBTypeId, type DuckDBValue } from '@duckdb/node-api';

/** Turns a value of DuckDB into a plain JSON value. */
type Converter = (value: DuckDBValue) => unknown;

/**
 * Rows of a chunk as plain objects of JSON values: whole numbers of any width as number, timestamps as ISO text in UTC,
 * dates as 'YYYY-MM-DD', JSON as its text. Errors: RangeError for a whole number beyond 2^53.
 */
export function rowsOf<Row>(chunk: DuckDBDataChunk, names: readonly string[], types: readonly DuckDBType[]): Row[] {
  const rows: Record<string, unknown>[] = Array.from({ length: chunk.rowCount }, () => ({}));
  for (const [column, name] of names.entries()) {
    const convert = converterOf(types[column]!);
    const vector = chunk.getColumnVector(column);
    for (const [index, row] of rows.entries()) {
      const value = vector.getItem(index);
      row[name] = value === null ? null : convert(value);
    }
  }
  return rows as Row[];
}

const keep: Converter = (value) => value;
const day = 86_400_000;

function converterOf(type: DuckDBType): Converter {
  switch (type.typeId) {
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.UBIGINT:
    case DuckDBTypeId.HUGEINT:
    case DuckDBTypeId.UHUGEINT:
      return (value) => safeNumber(value as bigint);
    case DuckDBTypeId.DECIMAL:
      return (value) => (value as { toDouble(): number }).toDouble();
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_TZ:
      return (value) => isoTime(Number((value as { micros: bigint }).micros) / 1000);
    case DuckDBTypeId.DATE:
      return (value) => isoTime((value as { days: number }).days * day).slice(0, 10);
    case DuckDBTypeId.LIST:
      return listConverter((type as DuckDBType & { valueType: DuckDBType }).valueType);
    case DuckDBTypeId.STRUCT:
      return structConverter(type);
    default:
      return keep;
  }
}

function listConverter(item: DuckDBType): Converter {
  const convert = converterOf(item);
  return (value) => (value as { items: DuckDBValue[] }).items.map((one) => (one === null ? null : convert(one)));
}

function structConverter(type: { entryNames: readonly string[]; entryTypes: readonly DuckDBType[] }): Converter {
  const converters = type.entryTypes.map(converterOf);
  return (value) => {
    const { entries } = value as { entries: Record<string, DuckDBValue> };
    const pairs = type.entryNames.map((name, index) => {
      const one = entries[name] ?? null;
      return [name, one === null ? null : converters[index]!(one)];
    });
    return Object.fromEntries(pairs);
  };
}

function safeNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`integer beyond 2^53: ${value}`);
  return number;
}

function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
