-- Grain: one row per report that is likely not alone, by the problem it belongs to.
-- Owner: api/stats/duplicates.ts and summary.ts read it: problems = reports - its rows + its different clusters.

create or replace table clustered as
select
  cluster_id, id, day, category_id, top_category_id, area_id, office_id, channel_id, type, status, tracked, cell, lon, lat
from report
where cluster_id is not null
order by cluster_id, id;
