package org.convergence.identity.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Someone who may sign in.
 *
 * @param mail where the sign-in link goes; unique among open accounts, whatever its case
 * @param language the language of her pages, {@code null} until she chooses
 * @param personId the person in the directory, where she is known there
 */
@Table(schema = "identity", value = "account")
record Account(
        @Id UUID id,
        @Version int version,
        String mail,
        String name,
        @Nullable String language,
        @Nullable UUID personId,
        Instant createdAt,
        @Nullable Instant closedAt) {

    static Account open(UUID id, String mail, String name, @Nullable String language, Instant at) {
        return new Account(id, 0, mail, name, language, null, at, null);
    }

    Account named(String newName, @Nullable String newLanguage) {
        return new Account(id, version, mail, newName, newLanguage, personId, createdAt, closedAt);
    }

    Account closed(Instant at) {
        return new Account(id, version, mail, name, language, personId, createdAt, at);
    }
}
