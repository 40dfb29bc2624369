package org.symbolon;

/**
 * Whose session it is: a text or a whole number. The kind is kept through database and tokens, so
 * {@code UserId.of("5")} and {@code UserId.of(5)} are two different users.
 *
 * <p>Any value can be constructed, since databases hold ids that other libraries wrote. What {@link
 * SessionManager#create} accepts is narrower: 1 to 128 characters (Unicode code points), no white
 * space at either end, no control characters, no unpaired surrogates, and not itself the JSON
 * object {@code {"i":…}} by which the table marks a number (reference behaviour, "Tables").
 */
public sealed interface UserId {

  /**
   * A text user id.
   *
   * @param value compared exactly, code unit by code unit, whatever the table's collation says
   */
  record Text(String value) implements UserId {
    @Override
    public String toString() {
      return value;
    }
  }

  /**
   * A whole-number user id.
   *
   * @param value any {@code long}; JavaScript reads numbers beyond ±(2<sup>53</sup> − 1) inexactly
   */
  record WholeNumber(long value) implements UserId {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /** The text user id with this value. */
  static UserId of(String value) {
    return new Text(value);
  }

  /** The number user id with this value. */
  static UserId of(long value) {
    return new WholeNumber(value);
  }

  /** The id as text, without its kind: the JWT claims {@code sub} and {@code upn}. */
  @Override
  String toString();
}
