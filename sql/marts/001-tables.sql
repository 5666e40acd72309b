-- Grain: the tables of a snapshot as they are loaded from the database (one row per public report; one per category, area, …).
-- Owner: etl/snapshot loads them; api/stats and api/open-data read them. Private reports are never in a snapshot.
-- All times are UTC timestamps; "local" means the municipality's zone. Durations are whole seconds, null = has not happened yet.

create table meta (
  version varchar not null,            -- name of the snapshot, sortable: 20260101T030000Z-1a2b3c4d
  municipality varchar not null, name varchar not null, timezone varchar not null, language varchar not null, is_demo boolean not null,
  as_of timestamp not null,            -- the moment the snapshot shows; ages of open reports are counted to it
  reports bigint not null,             -- rows of `report`, checked against the source
  checksum varchar not null,           -- of the source rows, checked after loading
  changed_xid ubigint not null,        -- where the next incremental refresh begins
  settings json not null               -- public settings (colour, known_measures, attribution …)
);

create table category (id integer, parent_id integer, code varchar, name_it varchar, name_en varchar, service_days integer,
  duplicate_radius_m integer, position integer);
create table area (id integer, code varchar, name varchar, area_km2 double, lon double, lat double, boundary json); -- lon/lat: a point inside, for the label
create table office (id integer, code varchar, name varchar, kind varchar);
create table channel (id integer, code varchar, name_it varchar, name_en varchar);
create table street (id integer, name varchar, kind varchar, shape json);  -- GeoJSON geometry: the plain base map

create type report_type as enum ('issue', 'suggestion', 'complaint');
create type report_state as enum ('received', 'taken', 'assigned', 'waiting', 'fixed', 'closed', 'reopened');
create type report_status as enum ('received', 'taken', 'waiting', 'closed');
create type report_outcome as enum ('resolved', 'answered', 'not_competent', 'not_actionable', 'duplicate', 'withdrawn');

create table report (                  -- sorted by cell, received_at
  id bigint not null,
  type report_type not null, category_id integer not null, top_category_id integer not null,
  area_id integer, office_id integer, channel_id integer not null,
  state report_state not null, status report_status not null, outcome report_outcome,
  tracked boolean not null,            -- false: only the arrival is known; never open, closed or slow
  published boolean not null,          -- false: counted, but without point and words until it is public
  received_at timestamp not null, day date not null, hour utinyint not null, weekday utinyint not null,  -- local; ISO weekday 1 = Monday
  closed_at timestamp, closed_day date, due_at timestamp,
  day_precision boolean not null,
  cell ubigint, lon double, lat double,  -- H3 resolution 12
  taken_s integer, reply_s integer, close_s integer, age_s integer not null,  -- age_s: received_at to as_of
  waiting_s integer not null, reopened utinyint not null,
  cluster_id bigint                    -- the problem it belongs to (lowest report id of the duplicate cluster); null = alone
);

create table report_text (id bigint not null, external_id varchar, title varchar, description varchar, address varchar);  -- same order as report

create table duplicate_pair (report_id bigint, original_id bigint, score float, reasons json);  -- likely duplicates, score >= threshold
