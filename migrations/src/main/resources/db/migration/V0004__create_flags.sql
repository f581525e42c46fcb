-- A flag belongs to the project, its rules to an environment. Values and rules are JSON in the shape of the datafile;
-- rules hold their salts.
create table flag (
  project_id    int         not null references project (id),
  key           text        not null constraint flag_key_pattern check (key ~ '^[a-z0-9][a-z0-9_.-]{0,127}$'),
  name          text        not null,
  type          text        not null constraint flag_type check (type in ('boolean', 'string', 'integer', 'float', 'object')),
  default_value text        not null,
  created_at    timestamptz not null,
  primary key (project_id, key)
);

create table flag_rules (
  environment   int         not null,
  project_id    int         not null,
  flag          text        not null,
  enabled       boolean     not null,
  rules         text        not null,
  forced        text        not null,
  prerequisites text        not null,
  revision      bigint      not null check (revision > 0),
  updated_at    timestamptz not null,
  primary key (environment, flag),
  foreign key (environment, project_id) references environment (number, project_id),
  foreign key (project_id, flag) references flag (project_id, key)
);
