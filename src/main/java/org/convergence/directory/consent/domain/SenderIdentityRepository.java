package org.convergence.directory.consent.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.consent.CharityStatus;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationIdentity;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the organisation's identity under the laws on messages. */
@Component
record SenderIdentityRepository(OrganisationSettings settings, JdbcClient db) implements CharityStatus {

    @Override
    public Optional<LocalDate> registeredSince() {
        return Optional.ofNullable(current().charitySince());
    }

    /** The stored row. */
    record SenderIdentityRow(UUID id, int version, SenderIdentity standing) {}

    /** As it is stated; the address and the contact are the organisation's own unless others are stated. */
    SenderIdentity current() {
        SenderIdentity stated = find().map(SenderIdentityRow::standing).orElse(SenderIdentity.UNSAID);
        OrganisationIdentity own = settings.current().identity();
        return new SenderIdentity(
                stated.charitySince(),
                stated.address() == null ? filled(own.address()) : stated.address(),
                stated.contact() == null ? filled(own.contact()) : stated.contact(),
                stated.privacyTitle(),
                stated.privacyContact());
    }

    private static @Nullable String filled(String text) {
        return text.isBlank() ? null : text;
    }

    Optional<SenderIdentityRow> find() {
        return db.sql("""
                        SELECT id, version, charity_registered_on AS standing_charity_since, sender_address AS standing_address,
                               sender_contact AS standing_contact, privacy_title AS standing_privacy_title,
                               privacy_contact AS standing_privacy_contact
                        FROM directory.consent_setting
                        """).query(RecordMapper.of(SenderIdentityRow.class)).optional();
    }
}
