-- The tables of Symbolon on H2; the library creates them where they are missing.
-- H2 counts UTF-16 units where MySQL counts characters, hence the wider user_id.

create table if not exists signing_key (
  key_name varchar(128) not null,
  key_value varchar(255),
  created_at_time bigint,
  primary key (key_name)
);

create table if not exists refresh_tokens (
  session_handle varchar(255) not null,
  user_id varchar(256) not null,
  refresh_token_hash_2 varchar(128) not null,
  session_info varchar(65535),
  expires_at bigint not null,
  jwt_user_payload varchar(65535),
  primary key (session_handle)
);

create index if not exists refresh_tokens_user_id on refresh_tokens (user_id);

create index if not exists refresh_tokens_expires_at on refresh_tokens (expires_at);
