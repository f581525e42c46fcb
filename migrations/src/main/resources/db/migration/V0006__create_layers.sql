-- A namespace of one million slots.
create table layer (
  id          bigint generated always as identity primary key,
  environment int         not null references environment (number),
  key         text        not null constraint layer_key_pattern check (key ~ '^[a-z0-9][a-z0-9_.-]{0,127}$'),
  salt        text        not null,
  created_at  timestamptz not null,
  constraint layer_key_unique unique (environment, key),
  constraint layer_in_environment unique (id, environment)
);
