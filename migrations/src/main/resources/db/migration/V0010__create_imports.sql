-- A file of past data on its way in. `next_row` is the number its first row gets; `rows` is known at the seal.
create table import (
  id            text        primary key,
  environment   int         not null,
  experiment    text        not null,
  phase         int         not null check (phase > 0),
  file_sha256   text        not null constraint import_file_sha256 check (file_sha256 ~ '^[0-9a-f]{64}$'),
  state         text        not null constraint import_state check (state in ('open', 'sealed', 'incomplete')),
  next_row      bigint      not null check (next_row > 0),
  expected_rows bigint      check (expected_rows >= 0),
  rows          bigint      check (rows >= 0),
  opened_at     timestamptz not null,
  until         timestamptz not null,
  sealed_at     timestamptz,
  foreign key (environment, experiment, phase) references phase (environment, experiment, number),
  constraint import_file_unique unique (environment, experiment, file_sha256),
  constraint import_open_at_most_six_days check (until > opened_at and until <= opened_at + interval '144 hours'),
  constraint import_sealed_says_when check ((state = 'open') = (sealed_at is null)),
  constraint import_sealed_says_rows check (state <> 'sealed' or rows is not null)
);
-- One file at a time an experiment: row numbers go on from the file before.
create unique index import_open_unique on import (environment, experiment) where state = 'open';
create index import_open_until on import (until) where state = 'open';
