package org.symbolon.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The thieves of all scenes, in memory; the oldest are forgotten. */
@ApplicationScoped
public class Thieves {
  private static final int MOST = 1000;

  private final Map<String, Loot> loot = new LinkedHashMap<>();

  /** The id of a new thief. */
  synchronized String add(Loot stolen) {
    String thief = UUID.randomUUID().toString();
    loot.put(thief, stolen);
    if (loot.size() > MOST) {
      loot.remove(loot.keySet().iterator().next());
    }
    return thief;
  }

  synchronized Loot of(String thief) {
    Loot found = loot.get(thief);
    if (found == null) {
      throw Refusal.because("there is no such thief: copy a refresh token first");
    }
    return found;
  }

  synchronized void keep(String thief, Loot newest) {
    loot.replace(thief, newest);
  }
}
