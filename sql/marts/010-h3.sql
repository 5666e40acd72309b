-- H3 in plain SQL: the extension would be downloaded at run time. An H3 number holds the resolution in bits 52 to 55 and one digit of three
-- bits for each level, the coarsest first; digits finer than the resolution are all ones. Owner: api/stats; checked against h3-js.

-- The cell of a coarser resolution (a whole number) around a cell.
create or replace macro h3_parent(cell, resolution) as (
  (cell & ~(15::ubigint << 52))
  | (resolution::ubigint << 52)
  | ((1::ubigint << (45 - 3 * resolution)::ubigint) - 1)
);
