-- Refresh of the words: only those of the reports in `changed`. New ones come last, as in `report`.

delete from report_words where id in (select id from changed);
insert into report_words
select id, strip_accents(lower(concat_ws(' ', title, description, address))) as words
from report_text
where id in (select id from changed) and coalesce(title, description, address) is not null;
