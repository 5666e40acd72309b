-- What municipalities share: the registry and the record of jobs. Everything else lives in a schema of its own.
create extension if not exists postgis with schema public;

create table platform.municipality (
  slug text primary key check (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
  name text not null check (length(name) between 1 and 120),
  hosts text[] not null default '{}',
  is_default boolean not null default false,
  is_demo boolean not null default false,
  timezone text not null default 'Europe/Rome',
  language text not null default 'it',
  created_at timestamptz not null default now()
);
create unique index municipality_one_default on platform.municipality (is_default) where is_default;
comment on table platform.municipality is 'Registry of municipalities; the slug is also the name of the schema that holds everything of it.';
comment on column platform.municipality.slug is 'Short name: schema, first label of the host name, folder of the snapshots.';
comment on column platform.municipality.name is 'Name as people read it.';
comment on column platform.municipality.hosts is 'Host names that answer for it, besides <slug>.<anything>.';
comment on column platform.municipality.is_default is 'Answers when the host names no municipality; at most one.';
comment on column platform.municipality.is_demo is 'Invented data: every page says so.';
comment on column platform.municipality.timezone is 'IANA zone in which its days begin and its local times are read.';
comment on column platform.municipality.language is 'Language of its own texts (BCP 47).';
comment on column platform.municipality.created_at is 'When it was registered.';

create table platform.job_run (
  id bigint generated always as identity primary key,
  job text not null,
  municipality text references platform.municipality (slug) on delete cascade,
  state text not null check (state in ('running', 'done', 'failed', 'abandoned')),
  due_at timestamptz,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  detail jsonb not null default '{}',
  error text
);
create index job_run_latest on platform.job_run (job, municipality, started_at desc);
comment on table platform.job_run is 'One row per run of an ETL job: what ran, when, and how it ended.';
comment on column platform.job_run.id is 'Number of the run.';
comment on column platform.job_run.job is 'Name of the job (snapshot, import, event-root …).';
comment on column platform.job_run.municipality is 'Municipality it ran for; null for jobs of the platform.';
comment on column platform.job_run.state is 'running, done, failed, or abandoned (its process died).';
comment on column platform.job_run.due_at is 'The scheduled time it answers for; null when started by hand.';
comment on column platform.job_run.started_at is 'When it began.';
comment on column platform.job_run.finished_at is 'When it ended; null while running.';
comment on column platform.job_run.detail is 'Figures of the run: rows, seconds, version made.';
comment on column platform.job_run.error is 'Why it failed, without personal data.';
