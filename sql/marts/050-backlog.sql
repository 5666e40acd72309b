-- Grain: one row per open report, the oldest first: the backlog and its age.
-- Owner: api/stats/backlog.ts reads it.

create or replace table backlog as
select
  id, greatest(age_s, 0) as age_s, greatest(age_s, 0) // 86400 as age_days, day,
  category_id, top_category_id, area_id, office_id, channel_id, type, status, tracked, cell, lon, lat
from report
where tracked and status <> 'closed'
order by age_s desc;
