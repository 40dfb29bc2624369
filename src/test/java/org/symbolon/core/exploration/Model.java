package org.symbolon.core.exploration;

import java.util.List;

/** Something to explore. States are values in canonical form. */
interface Model<S> {
  S start();

  /** Everything that can happen next. */
  List<Step<S>> steps(S state);
}
