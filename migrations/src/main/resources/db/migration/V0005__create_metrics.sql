-- A version of a metric never changes: what changes a number is immutable.
create table metric (
  project_id int         not null references project (id),
  key        text        not null constraint metric_key_pattern check (key ~ '^[a-z0-9][a-z0-9_.-]{0,127}$'),
  name       text        not null,
  created_at timestamptz not null,
  primary key (project_id, key)
);

create table metric_version (
  project_id int         not null,
  metric     text        not null,
  version    int         not null check (version > 0),
  definition text        not null,
  created_at timestamptz not null,
  primary key (project_id, metric, version),
  foreign key (project_id, metric) references metric (project_id, key)
);
