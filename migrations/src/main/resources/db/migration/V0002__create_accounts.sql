-- People who sign in with a password. A back-off after failures is kept here, so that a restart does not forget it.
create table account (
  username             text        primary key constraint account_username_pattern check (username ~ '^[a-z0-9][a-z0-9_.@-]{0,127}$'),
  password_hash        text        not null,
  must_change_password boolean     not null,
  failed_sign_ins      int         not null default 0 check (failed_sign_ins >= 0),
  blocked_until        timestamptz,
  password_changed_at  timestamptz not null,
  created_at           timestamptz not null
);

-- Browser sessions; the cookie holds the secret, the table its SHA-256.
create table account_session (
  sha256     bytea       primary key check (octet_length(sha256) = 32),
  username   text        not null references account (username) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index account_session_username on account_session (username);

-- Bearer tokens of operators: the launcher's and those of scripts.
create table operator_token (
  id         int generated always as identity primary key,
  name       text        not null constraint operator_token_name_unique unique,
  sha256     bytea       not null constraint operator_token_sha256_unique unique check (octet_length(sha256) = 32),
  created_at timestamptz not null,
  revoked_at timestamptz
);
