package org.symbolon.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.symbolon.UserId;
import org.symbolon.key.SigningKeys;
import org.symbolon.testing.TestKeys;

/**
 * What a token costs that a node sees for the first time, by algorithm: a program, no test, since a
 * loaded machine has no stable answer. Run its {@code main} with the test class path.
 */
final class AlgorithmTimings {
  private static final int TOKENS = 300;
  private static final int ROUNDS = 40;

  private final JwsAccessTokenCodec codec;
  private final List<String> genuine = new ArrayList<>();
  private final List<String> forged = new ArrayList<>();

  private final String algorithm;
  private double bestGenuine = Double.MAX_VALUE;
  private double bestForged = Double.MAX_VALUE;

  private AlgorithmTimings(String algorithm) {
    this.algorithm = algorithm;
    SigningKeys keys =
        TestKeys.fresh(
            () -> SampleClaims.NOW, Map.of("symbolon.access-token.algorithm", algorithm));
    codec =
        new JwsAccessTokenCodec(
            keys, "JWT", new ClaimsJson("symbolon", List.of(), List.of("groups")));
    for (int i = 0; i < TOKENS; i++) {
      genuine.add(codec.encode(SampleClaims.confirmed(UserId.of("user " + i))));
    }
    for (int i = 0; i < TOKENS; i++) {
      String[] one = genuine.get(i).split("\\.", -1);
      String[] next = genuine.get((i + 1) % TOKENS).split("\\.", -1);
      forged.add(one[0] + "." + next[1] + "." + one[2]);
    }
  }

  public static void main(String[] arguments) {
    List<AlgorithmTimings> all =
        Stream.of("HS256", "ES256", "EdDSA").map(AlgorithmTimings::new).toList();
    for (int round = 0; round < ROUNDS; round++) {
      all.forEach(AlgorithmTimings::measure);
    }
    double unit = all.get(0).bestGenuine;
    for (AlgorithmTimings one : all) {
      one.print("new", one.bestGenuine, unit);
    }
    for (AlgorithmTimings one : all) {
      one.print("forged", one.bestForged, unit);
    }
  }

  private void measure() {
    bestGenuine = Math.min(bestGenuine, micros(genuine, true));
    bestForged = Math.min(bestForged, micros(forged, false));
  }

  private void print(String what, double micros, double unit) {
    System.out.printf(
        Locale.ROOT,
        "%-6s %s token %6.1f µs, ratio %.2f%n",
        what,
        algorithm,
        micros,
        micros / unit);
  }

  private double micros(List<String> tokens, boolean accepted) {
    long begin = System.nanoTime();
    for (String token : tokens) {
      if (codec.decode(token).isPresent() != accepted) {
        throw new IllegalStateException("accepted or refused wrongly");
      }
    }
    return (System.nanoTime() - begin) / 1000.0 / tokens.size();
  }
}
