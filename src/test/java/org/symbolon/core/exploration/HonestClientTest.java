package org.symbolon.core.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** P1: an honest browser is never taken for a thief, and never loses its session. */
class HonestClientTest {
  /** A tick is a slot: the coarsest cut, where a round trip is half a leeway. */
  private static final Setting COARSE = Setting.of("2 tabs", 1, 1);

  private static final Setting FINE = Setting.of("2 tabs, half slots", 2, 2);

  @Test
  void two_tabs() {
    holds(Scheme.ours(), COARSE);
    holds(Scheme.ours(), FINE);
  }

  @Test
  void three_tabs() {
    holds(Scheme.ours(), COARSE.withTabs(3).named("3 tabs"));
  }

  @Test
  void requests_that_the_network_doubles() {
    holds(Scheme.ours(), COARSE.withCopies(1).named("2 tabs, copies"));
  }

  @Test
  void two_nodes_whose_clocks_differ() {
    holds(
        Scheme.ours(),
        Setting.of("2 tabs, half slots, 2 clocks half a leeway apart", 2, 1).withClocks(0, 2));
  }

  @Test
  void nodes_that_race_between_reading_and_writing() {
    holds(Scheme.ours(), COARSE.withSplitStatements().named("2 tabs, split statements"));
    holds(
        Scheme.ours(),
        Setting.of("2 tabs, half slots, 2 clocks, split statements", 2, 1)
            .withClocks(0, 2)
            .withSplitStatements());
  }

  @Test
  void access_tokens_hardly_longer_than_the_leeway() {
    holds(
        Scheme.ours(),
        FINE.withValidity(FINE.leeway() + 1).named("2 tabs, half slots, short access tokens"));
  }

  @Test
  void the_same_child_for_ever_would_do_for_honest_people() {
    holds(Scheme.sameChild(), COARSE);
  }

  private static void holds(Scheme scheme, Setting setting) {
    Exploration found = Explorer.explore(new HonestModel(scheme, setting));
    Report.add("P1", scheme.name(), setting.name(), found);
    assertThat(found.holds()).as(found.story()).isTrue();
  }
}
