package org.symbolon.core;

import jakarta.json.JsonValue;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionRejectedException;
import org.symbolon.Token;
import org.symbolon.UserId;
import org.symbolon.config.AccessTokenConfig;
import org.symbolon.store.JsonColumn;
import org.symbolon.store.UserIdColumn;
import org.symbolon.token.AccessTokenCodec;

/** Refuses, before anything is stored, what would not come back out of the database unharmed. */
final class Admission {
  private static final int MOST_CHARACTERS = 128;
  private static final int MOST_JSON_BYTES = 65_535;

  private Admission() {}

  static void check(UserId userId) {
    if (userId instanceof UserId.Text text) {
      check(text.value());
    }
  }

  private static void check(String text) {
    require(!text.isEmpty(), "a user id must not be empty");
    int length = text.codePointCount(0, text.length());
    require(
        length <= MOST_CHARACTERS,
        "a user id has at most " + MOST_CHARACTERS + " characters, this one has " + length);
    require(
        !isSpace(text.codePointAt(0)) && !isSpace(text.codePointBefore(text.length())),
        "a user id must not begin or end with white space");
    require(
        text.codePoints().noneMatch(Character::isISOControl),
        "a user id must not contain control characters");
    require(
        utf8Length(text) >= 0, "a user id must not contain half a character (unpaired surrogate)");
    require(
        !UserIdColumn.isAmbiguous(text),
        "a text user id must not be a JSON object with the one key i, which marks numbers in the"
            + " table");
  }

  static void checkJson(String name, @Nullable JsonValue json) {
    String text = JsonColumn.write(json);
    int bytes = utf8Length(text);
    require(bytes >= 0, "the " + name + " contains half a character (unpaired surrogate)");
    require(
        bytes <= MOST_JSON_BYTES,
        "the " + name + " has " + bytes + " bytes as JSON, the table holds " + MOST_JSON_BYTES);
    require(
        JsonColumn.isReadable(text),
        "the " + name + " is nested too deeply, or has a number too long, to be read again");
  }

  /** With room for the longest form that the session's tokens take later. */
  static void check(Token accessToken, AccessTokenCodec codec, AccessTokenConfig config) {
    int most = config.maxLength();
    int length = codec.longestLength(accessToken.value());
    require(
        length <= most,
        "with this user id and payload the access token has up to "
            + length
            + " characters, but browsers keep no cookie with more than "
            + most
            + " for it (4096 bytes with name and attributes). Keep large data in the session info");
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || codePoint == 0xFEFF;
  }

  /** In UTF-8, or -1 if the text cannot be encoded. */
  private static int utf8Length(String text) {
    try {
      return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text)).remaining();
    } catch (CharacterCodingException e) {
      return -1;
    }
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new SessionRejectedException(rule);
    }
  }
}
