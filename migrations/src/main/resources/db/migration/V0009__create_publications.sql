-- The three published documents, canonical JSON, all versions kept.
create table publication (
  environment   int         not null references environment (number),
  version       bigint      not null check (version > 0),
  datafile      text        not null,
  datafile_etag text        not null,
  catalog       text        not null,
  access_list   text        not null,
  published_at  timestamptz not null,
  primary key (environment, version)
);
