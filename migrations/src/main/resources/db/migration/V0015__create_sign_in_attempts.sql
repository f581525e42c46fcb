-- Failed sign-ins by the hash of the name that was tried, so that a name nobody has is held off like one that exists.
-- Rows go when the name signs in, or some hours after its last failure.
create table sign_in_attempt (
  name_sha256   bytea       primary key check (octet_length(name_sha256) = 32),
  failures      int         not null check (failures > 0),
  blocked_until timestamptz,
  last_at       timestamptz not null
);
create index sign_in_attempt_last_at on sign_in_attempt (last_at);

alter table account
  drop column failed_sign_ins,
  drop column blocked_until;
