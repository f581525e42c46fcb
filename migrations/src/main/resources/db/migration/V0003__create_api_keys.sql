-- Keys of the data plane. The text `tsk_<kind>_<id>_<secret>` is shown once; its SHA-256 stays.
create table api_key (
  id                text        primary key constraint api_key_id_pattern check (id ~ '^[A-Za-z0-9]{8}$'),
  environment       int         not null references environment (number),
  name              text        not null,
  kind              text        not null constraint api_key_kind check (kind in ('client', 'server', 'import')),
  sha256            bytea       not null constraint api_key_sha256_unique unique check (octet_length(sha256) = 32),
  exposure          text        not null constraint api_key_exposure check (exposure in ('on-evaluate', 'manual')),
  origins           text[]      not null default '{}',
  events_per_second int         not null check (events_per_second > 0),
  created_at        timestamptz not null,
  revoked_at        timestamptz,
  constraint api_key_exposure_of_kind check (kind = 'server' or exposure = 'manual'),
  constraint api_key_origins_of_kind check (kind = 'client' or origins = '{}')
);
create index api_key_environment on api_key (environment, id);
