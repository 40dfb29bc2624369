package org.symbolon.core.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** P1 needs each of its conditions, and each of the rules; and the exploration notices. */
class HonestClientLimitsTest {
  private static final Setting COARSE = Setting.of("2 tabs", 1, 1);
  private static final Setting FINE = Setting.of("2 tabs, half slots", 2, 2);

  @Test
  void the_reference_fails() {
    Exploration reference = broken(Scheme.reference(), COARSE);
    Exploration withoutLeeway = broken(Scheme.withoutLeeway(), COARSE);
    assertThat(withoutLeeway).isEqualTo(reference);
  }

  @Test
  void a_browser_that_refreshes_when_it_likes_fails() {
    broken(Scheme.ours(), COARSE.impatient().named("2 tabs, impatient"));
  }

  /** Children of one token once shared their id refresh token; a browser saw no change. */
  @Test
  void a_browser_that_cannot_tell_siblings_apart_fails() {
    broken(
        Scheme.ours(),
        COARSE.withTabs(3).withMarker(Marker.GENERATION).named("3 tabs, siblings look the same"));
  }

  @Test
  void access_tokens_as_short_as_the_leeway_fail() {
    broken(
        Scheme.ours(),
        FINE.withValidity(FINE.leeway()).named("2 tabs, half slots, shortest access tokens"));
  }

  @Test
  void a_network_slower_than_promised_fails() {
    broken(Scheme.ours(), Setting.of("2 tabs, half slots, slow network", 2, 3));
  }

  @Test
  void the_rules_written_twice_are_explored_alike() {
    Exploration ours = Explorer.explore(new HonestModel(Scheme.ours(), COARSE));
    Scheme again = Scheme.variation("ours, written again", 2, true, true);
    assertThat(Explorer.explore(new HonestModel(again, COARSE))).isEqualTo(ours);
  }

  @Test
  void nothing_hangs_on_how_much_of_the_past_is_kept() {
    for (int far : new int[] {4, 6}) {
      Scheme ours = Scheme.ours().remembering(far);
      assertThat(Explorer.explore(new HonestModel(ours, COARSE)).holds()).isTrue();
    }
  }

  @Test
  void the_exploration_notices_spoilt_rules() {
    broken(Scheme.variation("near: the same slot", 0, true, true), COARSE);
    broken(Scheme.variation("near: one apart", 1, true, true), COARSE);
    broken(Scheme.variation("without rule 3", 2, false, true), COARSE);
    broken(Scheme.variation("without rule 4", 2, true, false), COARSE);
  }

  private static Exploration broken(Scheme scheme, Setting setting) {
    Exploration found = Explorer.explore(new HonestModel(scheme, setting));
    Report.add("P1", scheme.name(), setting.name(), found);
    assertThat(found.holds()).isFalse();
    return found;
  }
}
