package org.symbolon.it;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.List;
import org.symbolon.AccessTokenKey;
import org.symbolon.AccessTokenKeys;

/** An application's own RSA key. */
@ApplicationScoped
public class KeyPairBean implements AccessTokenKeys {
  private final List<AccessTokenKey> keys = List.of(fresh());

  @Override
  public List<AccessTokenKey> keys() {
    return keys;
  }

  private static AccessTokenKey fresh() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(3072);
      return AccessTokenKey.rs256(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
