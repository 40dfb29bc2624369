package org.symbolon.demo;

import java.util.function.Function;

/**
 * A row of the table.
 *
 * @param name what is done; a name in brackets is no row, but prepares the next one
 * @param act does it, and returns what was seen
 * @param expected what should be seen with this library
 */
record Scenario(String name, Function<Visitor, String> act, Function<Sdk, String> expected) {

  static Scenario of(String name, Function<Visitor, String> act, String expected) {
    return new Scenario(name, act, sdk -> expected);
  }

  boolean isRow() {
    return !name.startsWith("(");
  }
}
