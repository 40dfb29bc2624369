package org.symbolon.key;

import java.util.List;
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

  /**
   * The keys for access tokens that others may verify with, each with a key pair: all that {@link
   * #find} knows, and those that will sign soon. In the order of their ids.
   *
   * @return empty with HS256
   * @throws SessionStoreException if they are not known yet and cannot be read at the moment
   */
  List<SigningKey> published();
}
