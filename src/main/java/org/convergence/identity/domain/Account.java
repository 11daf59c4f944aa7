package org.convergence.identity.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An account that may sign in.
 *
 * @param mail where sign-in links are sent; unique among open accounts, ignoring case
 * @param language the language of the user's pages, {@code null} until chosen
 * @param personId the linked person of the directory
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

    Account withNameAndLanguage(String newName, @Nullable String newLanguage) {
        return new Account(id, version, mail, newName, newLanguage, personId, createdAt, closedAt);
    }

    Account closed(Instant at) {
        return new Account(id, version, mail, name, language, personId, createdAt, at);
    }
}
