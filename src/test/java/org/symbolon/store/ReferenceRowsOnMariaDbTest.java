package org.symbolon.store;

import org.symbolon.testing.TestServer;

class ReferenceRowsOnMariaDbTest extends ReferenceRowsContract {
  @Override
  TestServer server() {
    return TestServer.MARIADB;
  }

  /** As the reference's installation page has them; without an index, with a loose collation. */
  @Override
  String[] tablesOfTheReference() {
    String loose = " default character set utf8mb4 collate utf8mb4_general_ci";
    return new String[] {
      "create table signing_key (key_name varchar(128), key_value varchar(255),"
          + " created_at_time bigint unsigned, primary key(key_name))"
          + loose,
      "create table refresh_tokens (session_info text, session_handle varchar(255) not null,"
          + " user_id varchar(128) not null, refresh_token_hash_2 varchar(128) not null,"
          + " expires_at bigint unsigned not null, jwt_user_payload text,"
          + " primary key(session_handle))"
          + loose,
    };
  }
}
