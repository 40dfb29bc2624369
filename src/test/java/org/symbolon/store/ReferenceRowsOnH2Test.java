package org.symbolon.store;

import org.symbolon.testing.TestServer;

class ReferenceRowsOnH2Test extends ReferenceRowsContract {
  @Override
  TestServer server() {
    return TestServer.H2;
  }

  @Override
  String[] tablesOfTheReference() {
    return new String[] {
      "create table signing_key (key_name varchar(128) primary key, key_value varchar(255),"
          + " created_at_time bigint)",
      "create table refresh_tokens (session_info text, session_handle varchar(255) primary key,"
          + " user_id varchar(128) not null, refresh_token_hash_2 varchar(128) not null,"
          + " expires_at bigint not null, jwt_user_payload text)",
    };
  }
}
