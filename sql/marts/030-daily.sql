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
  sum(reports)::integer as reports, sum(open)::integer as open, sum(open_over_90)::integer as open_over_90,
  sum(closed)::integer as closed, sum(decided)::integer as decided, sum(met)::integer as met,
  sum(reopened_reports)::integer as reopened_reports, sum(ever_closed)::integer as ever_closed
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
