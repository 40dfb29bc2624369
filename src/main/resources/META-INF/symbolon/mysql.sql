-- The tables of Symbolon on MySQL and MariaDB; the library creates them where they are missing.
-- Columns and types are those of supertokens-node-mysql-ref-jwt, so that both can share a database.

create table if not exists signing_key (
  key_name varchar(128) not null,
  key_value varchar(255),
  created_at_time bigint unsigned,
  primary key (key_name)
) default character set utf8mb4 collate utf8mb4_bin;

create table if not exists refresh_tokens (
  session_handle varchar(255) not null,
  user_id varchar(128) not null,
  refresh_token_hash_2 varchar(128) not null,
  session_info text,
  expires_at bigint unsigned not null,
  jwt_user_payload text,
  primary key (session_handle),
  key refresh_tokens_user_id (user_id),
  key refresh_tokens_expires_at (expires_at)
) default character set utf8mb4 collate utf8mb4_bin;
