package org.symbolon.reference;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionHandle;
import org.symbolon.UserId;
import org.symbolon.token.Mint;

/**
 * Refresh tokens of the reference and their text: the {@linkplain Encryption encrypted} JSON, a
 * dot, and the nonce that the JSON repeats.
 *
 * <p>Unlike the reference, one text for one token: anything re-encoded is refused.
 */
final class ReferenceRefreshTokenCodec {
  private static final int MOST_CHARACTERS = 4096;
  private static final int SALT_AND_IV = Encryption.SALT_BYTES + Encryption.IV_BYTES;

  private ReferenceRefreshTokenCodec() {}

  /**
   * The first token of a new session. Random, since from what a table holds nobody must be able to
   * make it.
   */
  static ReferenceRefreshToken login(
      RefreshSecrets key, UserId userId, Instant now, Lifetime lifetime, SecureRandom random) {
    String nonce = HexFormat.of().formatHex(Chance.random(SlotNonce.BYTES, random));
    SessionHandle handle = HandleTime.newHandle(now, random);
    ReferenceRefreshToken.Claims claims =
        new ReferenceRefreshToken.Claims(
            handle, NodeUserId.write(userId), null, SlotNonce.mint(nonce, key, handle, ""));
    return encode(key, claims, nonce, Chance.random(SALT_AND_IV, random), lifetime);
  }

  /** The one child (or sibling) with these claims. */
  static ReferenceRefreshToken child(
      RefreshSecrets key, ReferenceRefreshToken.Claims claims, Lifetime lifetime) {
    String nonce = SlotNonce.of(claims.mint(), key, claims.handle(), claims.parentOrNone());
    byte[] saltAndIv =
        Chance.from(key.randomness(), SALT_AND_IV, List.of(plaintext(claims, nonce)));
    return encode(key, claims, nonce, saltAndIv, lifetime);
  }

  private static ReferenceRefreshToken encode(
      RefreshSecrets key,
      ReferenceRefreshToken.Claims claims,
      String nonce,
      byte[] saltAndIv,
      Lifetime lifetime) {
    String encrypted = Encryption.encrypt(plaintext(claims, nonce), key.text(), saltAndIv);
    return new ReferenceRefreshToken(key, claims, lifetime, encrypted + "." + nonce);
  }

  private static String plaintext(ReferenceRefreshToken.Claims claims, String nonce) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("sessionHandle", claims.handle().value())
            .add("userId", claims.userId());
    if (claims.parent() != null) {
      json.add("prt", claims.parent());
    }
    return json.add("nonce", nonce).build().toString();
  }

  /** Whether it could be one, so that it is worth a look at the key. */
  static boolean isPlausible(String text) {
    int dot = text.indexOf('.');
    return dot > 0 && dot == text.lastIndexOf('.') && text.length() <= MOST_CHARACTERS;
  }

  /**
   * Reads what a client presented.
   *
   * @param text untrusted
   */
  static Optional<ReferenceRefreshToken> decode(
      String text, RefreshSecrets key, Lifetime lifetime) {
    if (!isPlausible(text)) {
      return Optional.empty();
    }
    int dot = text.indexOf('.');
    String nonce = text.substring(dot + 1);
    return Encryption.decrypt(text.substring(0, dot), key.text())
        .map(plaintext -> claims(plaintext, nonce, key))
        .map(claims -> new ReferenceRefreshToken(key, claims, lifetime, text));
  }

  private static ReferenceRefreshToken.@Nullable Claims claims(
      String plaintext, String nonce, RefreshSecrets key) {
    try (JsonReader reader = Json.createReader(new StringReader(plaintext))) {
      JsonObject json = reader.readObject();
      String handle = NodeText.member(json, "sessionHandle");
      JsonValue userId = json.get("userId");
      if (handle == null
          || userId == null
          || NodeUserId.read(userId) == null
          || !nonce.equals(NodeText.member(json, "nonce"))) {
        return null;
      }
      String parent = NodeText.member(json, "prt");
      SessionHandle session = new SessionHandle(handle);
      Mint mint = SlotNonce.mint(nonce, key, session, parent == null ? "" : parent);
      return new ReferenceRefreshToken.Claims(session, userId, parent, mint);
    } catch (RuntimeException e) {
      // it is genuine, but other processes make tokens as well
      return null;
    }
  }
}
