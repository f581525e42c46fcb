-- A project is one product app; an environment is one of its stages and owns all data counted there.
create table project (
  id         int generated always as identity primary key,
  key        text        not null constraint project_key_unique unique
                         constraint project_key_pattern check (key ~ '^[a-z0-9][a-z0-9_.-]{0,127}$'),
  name       text        not null,
  created_at timestamptz not null
);

-- `number` is the short number that stands in every record and cell. `version` is the last publication; the row lock of
-- an environment orders starts, stops and publications.
create table environment (
  number     int generated always as identity primary key,
  project_id int         not null references project (id),
  key        text        not null constraint environment_key_pattern check (key ~ '^[a-z0-9][a-z0-9_.-]{0,127}$'),
  name       text        not null,
  zone       text        not null,
  version    bigint      not null default 0 check (version >= 0),
  created_at timestamptz not null,
  constraint environment_key_unique unique (project_id, key),
  -- The target of the composite references below: what belongs to an environment names objects of its own project only.
  constraint environment_in_project unique (number, project_id)
);
