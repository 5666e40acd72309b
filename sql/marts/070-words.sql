-- Grain: one row per public report with words: what a search compares (title, description and address in small letters, without accents).
-- Owner: api/stats/where.ts reads it. Same order as report.

create or replace table report_words as
select id, strip_accents(lower(concat_ws(' ', title, description, address))) as words
from report_text
where coalesce(title, description, address) is not null;
