package org.symbolon.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code signing_key}, with the reference's columns. */
@Entity(name = "SigningKey")
@Table(name = SigningKeyEntity.TABLE)
public class SigningKeyEntity {
  /** The table's name before the configuration is asked. */
  public static final String TABLE = "signing_key";

  @Id
  @Column(name = "key_name")
  private String name = "";

  @Column(name = "key_value")
  private @Nullable String value;

  @Column(name = "created_at_time")
  private @Nullable Long createdAt;

  /** For Hibernate. */
  protected SigningKeyEntity() {}

  SigningKeyStore.Row toRow() {
    return new SigningKeyStore.Row(
        name, value == null ? "" : value, Instant.ofEpochMilli(createdAt == null ? 0 : createdAt));
  }
}
