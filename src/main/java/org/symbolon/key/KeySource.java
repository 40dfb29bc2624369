package org.symbolon.key;

import java.util.Optional;
import org.symbolon.SessionStoreException;

/** Where keys come from: the table, or the application for access tokens. Safe for all threads. */
public interface KeySource {

  /**
   * The key that signs now.
   *
   * @throws SessionStoreException if there is none to be had
   */
  SigningKey current(KeyPurpose purpose);

  /**
   * The key with this id, also one that signs no longer.
   *
   * @param id untrusted text
   * @return empty if nothing is to be verified with such a key
   * @throws SessionStoreException if that cannot be told at the moment
   */
  Optional<SigningKey> find(String id);
}
