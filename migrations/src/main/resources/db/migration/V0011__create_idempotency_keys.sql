-- Answers of creations by `Idempotency-Key`; the same key with another request is refused.
create table idempotency_key (
  principal      text        not null,
  key            text        not null constraint idempotency_key_length check (length(key) between 1 and 255),
  request_sha256 bytea       not null check (octet_length(request_sha256) = 32),
  status         int         not null check (status between 200 and 299),
  answer         text        not null,
  etag           text,
  location       text        not null,
  created_at     timestamptz not null,
  primary key (principal, key)
);
create index idempotency_key_created_at on idempotency_key (created_at);
