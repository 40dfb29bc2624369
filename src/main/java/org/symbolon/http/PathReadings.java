package org.symbolon.http;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Everything that the path of one request may mean. A server reads it to find a servlet, JAX-RS
 * once more to find a resource, a servlet to find a file; they differ in how often they decode, and
 * in what they make of parameters, backslashes and doubled slashes. None of the readings resolves
 * dot segments: such a path {@link #isUnsafe}.
 */
public final class PathReadings {
  /** An honest path has three or four at most. */
  private static final int MOST = 64;

  private final List<String> spellings;
  private final Set<String> whole = new LinkedHashSet<>();
  private final Set<String> below = new LinkedHashSet<>();
  private final String context;
  private boolean withSessionId;
  private boolean unsafe;
  private boolean elsewhere;

  private PathReadings(List<String> spellings, String context) {
    this.spellings = spellings;
    this.context = context;
  }

  /**
   * The readings of one path.
   *
   * @param spellings as it came, with the context path, in whatever forms the container tells it
   * @param decoded as the container has read it, below the context path
   * @param contextPath encoded or not; empty for the root
   */
  public static PathReadings of(List<String> spellings, String decoded, String contextPath) {
    List<String> plain = spellings.stream().map(PathSteps::withoutSessionId).distinct().toList();
    String context = PathSteps.decoded(contextPath);
    PathReadings readings = new PathReadings(plain, context);
    // JAX-RS has it in its path
    readings.withSessionId = !plain.containsAll(spellings);
    Deque<String> open = new ArrayDeque<>();
    open.add(context + PathSteps.withoutSessionId(decoded));
    for (String spelling : plain) {
      open.add(PathSteps.decoded(spelling));
      open.add(PathSteps.decoded(PathSteps.withoutParameters(spelling)));
    }
    readings.readAll(open);
    readings.whole.forEach(readings::place);
    // RESTEasy goes by the encoded text where it cannot decode a path
    plain.forEach(spelling -> readings.placeAsItCame(spelling, contextPath));
    return readings;
  }

  private void readAll(Deque<String> open) {
    while (!open.isEmpty() && !unsafe) {
      String reading = open.remove();
      if (whole.add(reading)) {
        unsafe = whole.size() > MOST || reading.indexOf('\0') >= 0 || hasDotSegment(reading);
        for (UnaryOperator<String> step : PathSteps.ALL) {
          open.add(step.apply(reading));
        }
      }
    }
  }

  private static boolean hasDotSegment(String path) {
    if (path.indexOf('.') >= 0) {
      for (String segment : path.split("/", -1)) {
        String name = segment.strip();
        // three dots are a segment like any other, but not to Payara, which then sees no constraint
        if (name.equals(".") || name.equals("..") || name.startsWith("...")) {
          return true;
        }
      }
    }
    return false;
  }

  private void placeAsItCame(String spelling, String contextPath) {
    if (spelling.startsWith(contextPath + "/")) {
      below.add(spelling.substring(contextPath.length()));
    }
  }

  private void place(String reading) {
    if (reading.equals(context)) {
      below.add("/");
    } else if (reading.startsWith(context + "/")) {
      below.add(reading.substring(context.length()));
    } else {
      elsewhere = true;
    }
  }

  /**
   * Whether nobody can say where it leads: it has a dot segment in any spelling, a NUL, or readings
   * without end. Browsers resolve dot segments before they send a path (URL standard, "path
   * state").
   */
  public boolean isUnsafe() {
    return unsafe;
  }

  /** All readings below the context path, each with a slash at its beginning. */
  public Collection<String> below() {
    return below;
  }

  /** Whether by one reading it is not below the context path at all. */
  public boolean mayBeElsewhere() {
    return elsewhere;
  }

  /** Whether everybody reads {@code path}, the context path included, and no session id either. */
  boolean areAll(String path) {
    return !unsafe && !withSessionId && whole.size() == 1 && whole.contains(path);
  }

  /** Whether it came spelt like this, but for the container's session id. */
  boolean areSpelt(String path) {
    return !unsafe && !elsewhere && spellings.stream().allMatch(path::equals);
  }
}
