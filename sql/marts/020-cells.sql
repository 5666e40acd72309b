-- Grain: reports by day of arrival × H3 cell of resolution 9 × category × area × office × channel × type × status × tracked.
-- Owner: api/stats/hexes.ts reads it for resolution 9 and coarser. Sorted by day, so that a period reads only its part;
-- `report` is sorted by cell instead. Reports without a point are there with a null cell.

create or replace table cell_day as
select
  day,
  h3_parent(cell, 9) as cell,
  category_id, top_category_id, area_id, office_id, channel_id, type, status, tracked,
  count(*)::integer as reports,
  count(*) filter (tracked and status <> 'closed')::integer as open
from report
group by all
order by day, cell;
