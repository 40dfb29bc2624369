package org.symbolon.core.exploration;

import java.util.List;

/**
 * The bounds of an exploration. Times are in ticks; a leeway is two slots.
 *
 * @param name for the table
 * @param ticksPerSlot how finely time is cut
 * @param roundTrip the longest time from a request's sending to its answer's coming; what takes
 *     longer is lost
 * @param clocks by how much the clock of each node is ahead of true time
 * @param tabs how many requests the browser has under way at once
 * @param copies how many copies of requests the network has under way at once
 * @param split whether a node's statements are steps of their own, so that nodes race between them
 * @param patient whether the browser keeps P1's last condition; otherwise it refreshes whenever it
 *     likes
 * @param validity the access tokens' shortest; one may live longer
 * @param marker what the browser goes by to tell whether tokens have changed
 */
record Setting(
    String name,
    int ticksPerSlot,
    int roundTrip,
    List<Integer> clocks,
    int tabs,
    int copies,
    boolean split,
    boolean patient,
    int validity,
    Marker marker) {

  int leeway() {
    return 2 * ticksPerSlot;
  }

  /** One and a half leeways plus the difference of the clocks. */
  int apart() {
    return 3 * ticksPerSlot + clocks.stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  /** One node, two tabs, no copies, each operation of a node in one step. */
  static Setting of(String name, int ticksPerSlot, int roundTrip) {
    return new Setting(
        name,
        ticksPerSlot,
        roundTrip,
        List.of(0),
        2,
        0,
        false,
        true,
        4 * ticksPerSlot,
        Marker.ID_REFRESH_TOKEN);
  }

  Setting withClocks(Integer... ahead) {
    return new Setting(
        name,
        ticksPerSlot,
        roundTrip,
        List.of(ahead),
        tabs,
        copies,
        split,
        patient,
        validity,
        marker);
  }

  Setting withTabs(int number) {
    return new Setting(
        name, ticksPerSlot, roundTrip, clocks, number, copies, split, patient, validity, marker);
  }

  Setting withCopies(int number) {
    return new Setting(
        name, ticksPerSlot, roundTrip, clocks, tabs, number, split, patient, validity, marker);
  }

  Setting withSplitStatements() {
    return new Setting(
        name, ticksPerSlot, roundTrip, clocks, tabs, copies, true, patient, validity, marker);
  }

  Setting impatient() {
    return new Setting(
        name, ticksPerSlot, roundTrip, clocks, tabs, copies, split, false, validity, marker);
  }

  Setting withValidity(int ticks) {
    return new Setting(
        name, ticksPerSlot, roundTrip, clocks, tabs, copies, split, patient, ticks, marker);
  }

  Setting withMarker(Marker other) {
    return new Setting(
        name, ticksPerSlot, roundTrip, clocks, tabs, copies, split, patient, validity, other);
  }

  Setting named(String other) {
    return new Setting(
        other, ticksPerSlot, roundTrip, clocks, tabs, copies, split, patient, validity, marker);
  }
}
