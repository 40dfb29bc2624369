package org.symbolon;

import java.util.regex.Pattern;

/**
 * The unchanging unique id of a session, from login to its end. It is no secret that opens
 * anything: it may be logged, listed and used to revoke.
 *
 * <p>Handles made here are 32 lower-case hexadecimal digits (128 random bits), in the reference's
 * format 44 (the time before the bits); the reference's are UUIDs. None holds an upper-case letter,
 * so that a database's case-blind collation cannot confuse two handles.
 *
 * @param value 1 to 255 characters out of {@code 0-9 a-z -}
 */
public record SessionHandle(String value) {
  private static final Pattern ALLOWED = Pattern.compile("[0-9a-z-]{1,255}");

  /**
   * Checks the form, not whether such a session exists.
   *
   * @throws SessionRejectedException if the text cannot be a handle; the caller answers 400
   */
  public SessionHandle {
    if (!ALLOWED.matcher(value).matches()) {
      throw new SessionRejectedException(
          "a session handle has 1 to 255 characters out of 0-9, a-z and -");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
