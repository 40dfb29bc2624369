package org.symbolon.reference;

import java.util.List;

/** Where the keys of access tokens come from. Safe for all threads. */
interface AccessKeys {

  /**
   * The key that signs now.
   *
   * @throws org.symbolon.SessionStoreException if there is none to be had
   */
  AccessKey current();

  /**
   * The keys that verify, the likeliest first.
   *
   * @throws org.symbolon.SessionStoreException if they cannot be told
   */
  List<AccessKey> verifying();

  /**
   * Looks for keys once more, since nothing that is known fits; bounded, however often it is asked
   * for.
   *
   * @throws org.symbolon.SessionStoreException if that is not possible at the moment
   */
  void lookForUnknownKey();
}
