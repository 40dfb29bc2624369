package org.symbolon.core.exploration;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The owner or the thief.
 *
 * @param held all tokens he can use, sorted
 * @param refreshed how long ago he last refreshed which token, while that is not long ago
 * @param accepted whether a token of his own branch was ever accepted
 */
record Party(List<Held> held, TreeMap<Integer, Integer> refreshed, boolean accepted) {

  static Party with(Held... tokens) {
    return new Party(List.of(tokens), new TreeMap<>(), false);
  }

  /** Only refreshes of tokens that were stolen, not of a party's own, can meet the other's. */
  Party hasRefreshed(Held used) {
    if (used.own()) {
      return new Party(held, refreshed, true);
    }
    TreeMap<Integer, Integer> more = new TreeMap<>(refreshed);
    more.put(used.token(), 0);
    return new Party(held, more, accepted);
  }

  /** After the first use of an access token. */
  Party hasConfirmed(Held used) {
    List<Held> other = new ArrayList<>(held);
    other.remove(used);
    other.add(new Held(used.token(), used.own(), true));
    return new Party(other, refreshed, accepted || used.own());
  }

  /** Every way to keep a new token, if there is room for so many of his own. */
  List<Party> keep(Held token, int room) {
    if (held.stream().anyMatch(other -> other.token() == token.token() && !other.own())) {
      return List.of(this);
    }
    List<Party> ways = new ArrayList<>();
    List<Held> more = new ArrayList<>(held);
    more.add(token);
    if (held.contains(token) || more.stream().filter(Held::own).count() <= room) {
      ways.add(new Party(more, refreshed, accepted));
      return ways;
    }
    for (Held dropped : held) {
      if (dropped.own()) {
        List<Held> kept = new ArrayList<>(more);
        kept.remove(dropped);
        ways.add(new Party(kept, refreshed, accepted));
      }
    }
    return ways;
  }

  /** Whether he refreshed the token at most {@code ticks} ago. */
  boolean refreshedWithin(int ticks, int token) {
    Integer age = refreshed.get(token);
    return age != null && age <= ticks;
  }

  Party later(int most) {
    TreeMap<Integer, Integer> older = new TreeMap<>();
    refreshed.forEach(
        (token, age) -> {
          if (age < most) {
            older.put(token, age + 1);
          }
        });
    return new Party(held, older, accepted);
  }

  Party renamed(Renaming renaming) {
    TreeSet<Held> names = new TreeSet<>();
    held.forEach(h -> names.add(new Held(renaming.token(h.token()), h.own(), h.confirmed())));
    TreeMap<Integer, Integer> times = new TreeMap<>();
    refreshed.forEach((token, age) -> times.put(renaming.token(token), age));
    return new Party(List.copyOf(names), times, accepted);
  }
}
