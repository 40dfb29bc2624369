package org.symbolon;

import java.util.List;

/**
 * The application's own keys for access tokens. A CDI bean of this type, of any scope, takes the
 * place of the keys in the table and of their rotation; refresh tokens keep theirs in the table.
 * Two such beans stop the deployment.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class VaultKeys implements AccessTokenKeys {
 *   private volatile List<AccessTokenKey> keys; // renewed in the background
 *
 *   public List<AccessTokenKey> keys() {
 *     return keys;
 *   }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface AccessTokenKeys {

  /**
   * The keys of this moment: the first one signs, each of them verifies. All nodes must agree on
   * them. To change the signing key without anyone noticing, put the new one behind the old one on
   * all nodes, then before it, and take the old one away once the last token signed with it has
   * ended ({@code symbolon.access-token.validity}). Where other services verify tokens, let {@code
   * symbolon.access-token.key-announcement} pass between the first two steps.
   *
   * <p>Called once for each token that is signed, for each that is verified, and for each request
   * for the {@link PublicKeys}, by many threads at once, never at deployment: it must answer out of
   * memory, within microseconds. What it returns counts for that one token only. A key that is
   * missing from the list is refused from then on, also for tokens that were verified before; their
   * clients refresh.
   *
   * <p>No answer is as bad as a wrong one: an exception, {@code null}, an empty list, a key that
   * cannot be used, or a first key whose algorithm is not {@code symbolon.access-token.algorithm}
   * fails the call with {@link SessionStoreException} (503, the client keeps its tokens) and is
   * logged once with the name of the bean's class. No other key takes the place.
   *
   * @return at least one key; a new list each time, or the same immutable one
   */
  List<AccessTokenKey> keys();
}
