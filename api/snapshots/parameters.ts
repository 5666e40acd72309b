import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBPreparedStatement,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from '@duckdb/node-api';
import type { Bindable } from './snapshot.ts';

/** A statement without lists, and the single values it is bound to. */
export interface Flat {
  sql: string;
  values: Record<string, string | number | boolean | null>;
}

/**
 * Spreads lists into single parameters: `in $name` becomes `in ($name_0, $name_1, …)`, which DuckDB plans far better than a
 * bound list; an empty list becomes a list that holds nothing.
 */
export function flatten(sql: string, parameters: Record<string, Bindable>): Flat {
  const values: Flat['values'] = {};
  let text = sql;
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null || typeof value !== 'object') {
      values[name] = value;
      continue;
    }
    const names = value.map((one, index) => {
      values[`${name}_${index}`] = one;
      return `$${name}_${index}`;
    });
    text = text.replaceAll(
      new RegExp(`\\$${name}\\b`, 'g'),
      names.length > 0 ? `(${names.join(', ')})` : '(select null where false)',
    );
  }
  return { sql: text, values };
}

/** Binds the values the statement names; those it does not name are left out. */
export function bind(statement: DuckDBPreparedStatement, values: Flat['values']): void {
  for (let index = 1; index <= statement.parameterCount; index += 1) {
    const name = statement.parameterName(index);
    const value = values[name];
    if (value === undefined) throw new TypeError(`the statement names $${name}, which was not given`);
    if (value === null) statement.bindNull(index);
    else statement.bindValue(index, asBound(value), typeOf(value));
  }
}

function typeOf(value: string | number | boolean): DuckDBType {
  if (typeof value === 'string') return VARCHAR;
  if (typeof value === 'boolean') return BOOLEAN;
  return Number.isSafeInteger(value) ? BIGINT : DOUBLE;
}

function asBound(value: string | number | boolean): DuckDBValue {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
}
