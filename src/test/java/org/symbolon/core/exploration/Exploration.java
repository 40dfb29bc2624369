package org.symbolon.core.exploration;

import java.util.List;

/**
 * What came of it.
 *
 * @param states how many different ones were reached
 * @param transitions how many steps were taken
 * @param violation what is broken, or null if nothing is: then every reachable state was seen
 * @param counterexample a shortest way to the violation
 */
record Exploration(int states, long transitions, String violation, List<String> counterexample) {
  boolean holds() {
    return violation == null;
  }

  String story() {
    return holds() ? "holds" : violation + ":\n  " + String.join("\n  ", counterexample);
  }
}
