package org.symbolon.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionHandle;

/** A row of {@code refresh_tokens}, with the reference's columns. */
@Entity(name = "Session")
@Table(name = SessionEntity.TABLE)
public class SessionEntity {
  /** The table's name before the configuration is asked. */
  public static final String TABLE = "refresh_tokens";

  @Id
  @Column(name = "session_handle")
  private String handle = "";

  @Column(name = "user_id")
  private String userId = "";

  @Column(name = "refresh_token_hash_2")
  private String hash2 = "";

  @Column(name = "session_info")
  private @Nullable String info;

  @Column(name = "expires_at")
  private long expiresAt;

  @Column(name = "jwt_user_payload")
  private @Nullable String payload;

  /** For Hibernate. */
  protected SessionEntity() {}

  /** With the payload's text sealed. */
  SessionEntity(StoredSession session, RowSeal seal) {
    this.handle = session.handle().value();
    this.userId = UserIdColumn.write(session.userId());
    this.hash2 = session.hash2();
    this.info = JsonColumn.write(session.info());
    this.expiresAt = session.expiresAt().toEpochMilli();
    this.payload = seal.seal(handle, userId, JsonColumn.write(session.payload()));
  }

  /** The column, whose seal is to be opened; null is as good as empty. */
  @Nullable String payload() {
    return payload;
  }

  String userId() {
    return userId;
  }

  /** With the payload's text, its seal opened. */
  StoredSession toSession(String payloadText) {
    return new StoredSession(
        new SessionHandle(handle),
        UserIdColumn.read(userId),
        hash2,
        JsonColumn.read(info, "session_info of " + handle),
        JsonColumn.read(payloadText, "jwt_user_payload of " + handle),
        Instant.ofEpochMilli(expiresAt));
  }
}
