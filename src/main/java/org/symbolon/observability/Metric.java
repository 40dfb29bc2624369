package org.symbolon.observability;

import java.util.List;

/** All numbers, as in the table of {@code docs/observability.md}. */
public enum Metric {
  /** Logins. */
  CREATED("symbolon.session.created", Kind.COUNTER, "{session}", "sessions created"),
  /** Answers with new tokens. */
  REFRESHED("symbolon.session.refreshed", Kind.COUNTER, "{session}", "refreshes with new tokens"),
  /** First uses after a refresh. */
  PROMOTED("symbolon.session.promoted", Kind.COUNTER, "{session}", "first uses after a refresh"),
  /** Sessions that were ended. */
  REVOKED("symbolon.session.revoked", Kind.COUNTER, "{session}", "sessions ended by somebody"),
  /** Sessions that the clean-up deleted. */
  EXPIRED("symbolon.session.expired", Kind.COUNTER, "{session}", "expired sessions cleaned up"),
  /** Copied refresh tokens. */
  THEFT("symbolon.session.theft", Kind.COUNTER, "{session}", "thefts detected"),
  /** Refreshes that came late or twice. */
  REPEAT("symbolon.session.repeat", Kind.COUNTER, "{session}", "late or double refreshes forgiven"),
  /** Requests that were refused. */
  REFUSED("symbolon.request.refused", Kind.COUNTER, "{request}", "refused requests", "reason"),
  /** Checks of access tokens. */
  VERIFY("symbolon.verify.duration", Kind.TIMER, "s", "checks of access tokens", "outcome"),
  /** Refreshes. */
  REFRESH("symbolon.refresh.duration", Kind.TIMER, "s", "refreshes", "outcome"),
  /** Creations of sessions. */
  CREATE("symbolon.create.duration", Kind.TIMER, "s", "creations of sessions", "outcome"),
  /** Revocations, of one session or of all of a user's. */
  REVOKE("symbolon.revoke.duration", Kind.TIMER, "s", "revocations", "outcome"),
  /** Calls of the database. */
  STORE("symbolon.store.duration", Kind.TIMER, "s", "database calls", "operation", "outcome"),
  /** How long the present key has been signing. */
  KEY_AGE("symbolon.key.age", Kind.GAUGE, "s", "age of the key for access tokens"),
  /** How long it will go on. */
  KEY_REMAINING("symbolon.key.remaining", Kind.GAUGE, "s", "time until the next key signs"),
  /** Whether the next key should be there already. */
  KEY_LATE("symbolon.key.late", Kind.GAUGE, "1", "1 if the next key is late, else 0");

  private final String title;
  private final Kind kind;
  private final String unit;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
  private final List<String> attributes;

  /** What is measured. */
  public enum Kind {
    /** How often. */
    COUNTER,
    /** How often and how long. */
    TIMER,
    /** How much at the moment. */
    GAUGE
  }

  Metric(String title, Kind kind, String unit, String description, String... attributes) {
    this.title = title;
    this.kind = kind;
    this.unit = unit;
    this.description = description;
    this.attributes = List.of(attributes);
  }

  /** The name, as OpenTelemetry writes it. */
  public String title() {
    return title;
  }

  /** What is measured. */
  public Kind kind() {
    return kind;
  }

  /** In UCUM, as OpenTelemetry wants it. */
  public String unit() {
    return unit;
  }

  /** For people. */
  public String description() {
    return description;
  }

  /** The names of its attributes. */
  public List<String> attributes() {
    return attributes;
  }
}
