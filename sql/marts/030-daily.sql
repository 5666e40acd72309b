-- What each report adds to the counts, one row per report; and the same added up, which answers when a filter needs no place and no words.

-- Grain: one row per report.
create or replace view arrival as
select
  *,
  1 as reports,
  (tracked and status <> 'closed')::integer as open,
  (tracked and status <> 'closed' and age_s // 86400 > 90)::integer as open_over_90,
  (tracked and status = 'closed')::integer as closed,
  (tracked and due_at is not null and (closed_at is not null or due_at < (select as_of from meta)))::integer as decided,
  (tracked and coalesce(closed_at <= due_at, false))::integer as met,
  (tracked and reopened > 0)::integer as reopened_reports,
  (tracked and (status = 'closed' or reopened > 0))::integer as ever_closed
from report;

-- Grain: reports by day of arrival × category × area × office × channel × type × status × tracked, sorted by day.
create or replace table daily as
select
  day, category_id, top_category_id, area_id, office_id, channel_id, type, status, tracked,
  count(*)::integer as reports,
  count(*) filter (open = 1)::integer as open,
  count(*) filter (open_over_90 = 1)::integer as open_over_90,
  count(*) filter (closed = 1)::integer as closed,
  count(*) filter (decided = 1)::integer as decided,
  count(*) filter (met = 1)::integer as met,
  count(*) filter (reopened_reports = 1)::integer as reopened_reports,
  count(*) filter (ever_closed = 1)::integer as ever_closed
from arrival
group by all
order by day;

-- Grain: one row per closed report, by the local day it was closed on.
create or replace view closing as
select *, 1 as reports from report where tracked and closed_day is not null;

-- Grain: closed reports by day of closing × category × area × office × channel × type × status × tracked, sorted by that day.
create or replace table daily_closed as
select
  closed_day, category_id, top_category_id, area_id, office_id, channel_id, type, status, tracked,
  count(*)::integer as reports
from closing
group by all
order by closed_day;
