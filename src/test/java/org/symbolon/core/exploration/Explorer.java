package org.symbolon.core.exploration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Breadth-first search through all states of a model, each visited once. */
final class Explorer<S> {
  private static final int MOST_STATES = 1_500_000;

  private final Model<S> model;
  private final Map<S, Integer> seen = new HashMap<>();
  private final List<S> states = new ArrayList<>();
  private final List<Integer> from = new ArrayList<>();
  private long transitions;

  private Explorer(Model<S> model) {
    this.model = model;
  }

  /** To the end, or to the first violation, which is then one of the shortest. */
  static <S> Exploration explore(Model<S> model) {
    return new Explorer<>(model).run();
  }

  private Exploration run() {
    add(model.start(), -1);
    for (int i = 0; i < states.size(); i++) {
      for (Step<S> step : model.steps(states.get(i))) {
        transitions++;
        if (step.violation() != null) {
          List<String> way = wayTo(i);
          way.add(step.what().get());
          return new Exploration(states.size(), transitions, step.violation(), way);
        }
        if (step.next() != null) {
          add(step.next(), i);
        }
      }
    }
    return new Exploration(states.size(), transitions, null, List.of());
  }

  private void add(S state, int origin) {
    if (seen.putIfAbsent(state, states.size()) == null) {
      states.add(state);
      from.add(origin);
      if (states.size() > MOST_STATES) {
        throw new IllegalStateException("more states than expected: the bounds are too wide");
      }
    }
  }

  /** What happened on the way; the steps themselves were not kept. */
  private List<String> wayTo(int last) {
    List<String> way = new ArrayList<>();
    for (int i = last; from.get(i) >= 0; i = from.get(i)) {
      S target = states.get(i);
      way.add(
          model.steps(states.get(from.get(i))).stream()
              .filter(step -> target.equals(step.next()))
              .findFirst()
              .orElseThrow()
              .what()
              .get());
    }
    Collections.reverse(way);
    return way;
  }
}
