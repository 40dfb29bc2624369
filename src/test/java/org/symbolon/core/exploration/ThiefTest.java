package org.symbolon.core.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** P2: of an owner and a thief who are not in step, only one goes on, and the other is noticed. */
class ThiefTest {
  private static final Setting ONE_CLOCK = Setting.of("", 1, 1);
  private static final Setting FINE = Setting.of(", half slots", 2, 1);
  private static final Setting TWO_CLOCKS = ONE_CLOCK.withClocks(0, 1).named(", 2 clocks");

  @Test
  void a_stolen_present_token() {
    assertHolds(explore(Scheme.ours(), ONE_CLOCK, true, Loot.PRESENT_TOKEN));
    assertHolds(explore(Scheme.ours(), FINE, true, Loot.PRESENT_TOKEN));
    assertHolds(explore(Scheme.ours(), TWO_CLOCKS, true, Loot.PRESENT_TOKEN));
  }

  @Test
  void a_stolen_unused_child() {
    assertHolds(explore(Scheme.ours(), ONE_CLOCK, true, Loot.UNUSED_CHILD));
    assertHolds(explore(Scheme.ours(), TWO_CLOCKS, true, Loot.UNUSED_CHILD));
  }

  @Test
  void the_reference_and_leeway_0_notice_even_a_thief_in_step() {
    assertHolds(explore(Scheme.reference(), ONE_CLOCK, false, Loot.PRESENT_TOKEN));
    assertHolds(explore(Scheme.withoutLeeway(), ONE_CLOCK, false, Loot.PRESENT_TOKEN));
  }

  @Test
  void the_same_child_for_ever_lets_the_thief_follow() {
    assertBroken(explore(Scheme.sameChild(), ONE_CLOCK, true, Loot.PRESENT_TOKEN));
  }

  /** What the condition is for; announced and counted, not prevented. */
  @Test
  void a_thief_in_step_follows() {
    assertBroken(explore(Scheme.ours(), ONE_CLOCK, false, Loot.PRESENT_TOKEN));
  }

  /** Rule 4 has no time limit: an unused sibling is as good as the token that the row holds. */
  @Test
  void a_stolen_sibling_is_exchanged_for_the_present_token() {
    assertBroken(explore(Scheme.ours(), ONE_CLOCK, true, Loot.UNUSED_SIBLING));
  }

  @Test
  void the_exploration_notices_too_much_forgiveness() {
    Scheme generous = Scheme.variation("near: three apart", 3, true, true);
    assertBroken(explore(generous, FINE, true, Loot.PRESENT_TOKEN));
  }

  private static Exploration explore(Scheme scheme, Setting setting, boolean apart, Loot loot) {
    Exploration found = Explorer.explore(new ThiefModel(scheme, setting, apart, loot));
    String bounds = loot.toString().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    String step = apart ? ", apart" : ", in step";
    Report.add("P2", scheme.name(), bounds + step + setting.name(), found);
    return found;
  }

  private static void assertHolds(Exploration found) {
    assertThat(found.holds()).as(found.story()).isTrue();
  }

  private static void assertBroken(Exploration found) {
    assertThat(found.holds()).isFalse();
  }
}
