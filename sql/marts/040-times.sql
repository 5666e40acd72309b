-- Grain: one row per tracked report: how long each time has taken (whole seconds), or has lasted so far, and whether it has happened.
-- Owner: api/stats/times.ts reads it for the Kaplan–Meier estimates. Sorted by day of arrival. Days only where the source tells days only:
-- what has happened is rounded to whole days (a local day may have 23 or 25 hours), what is awaited counts the days that are full.

create or replace table report_time as
select
  id, day, hour, weekday, category_id, top_category_id, area_id, office_id, channel_id, type, status, outcome, tracked,
  cell, lon, lat,
  taken_s is not null as taken_done,
  reply_s is not null as reply_done,
  close_s is not null as close_done,
  if(taken_s is null, so_far, if(day_precision, (taken_s + 43200) // 86400 * 86400, greatest(taken_s, 0))) as taken_t,
  if(reply_s is null, so_far, if(day_precision, (reply_s + 43200) // 86400 * 86400, greatest(reply_s, 0))) as reply_t,
  if(close_s is null, so_far, if(day_precision, (close_s + 43200) // 86400 * 86400, greatest(close_s, 0))) as close_t,
  greatest(0, close_t - if(day_precision, (waiting_s + 43200) // 86400 * 86400, waiting_s)) as close_net_t,
  (due_at is not null and (closed_at is not null or due_at < (select as_of from meta)))::tinyint as decided,
  coalesce(closed_at <= due_at, false)::tinyint as met
from (
  select *, least(if(day_precision, greatest(age_s, 0) // 86400 * 86400, greatest(age_s, 0)), 1073741823) as so_far
  from report
  where tracked
)
order by day;
