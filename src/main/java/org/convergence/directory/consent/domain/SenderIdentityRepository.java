package org.convergence.directory.consent.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.consent.CharityStatus;
import org.convergence.platform.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the organisation's identity under the laws on messages. */
@Component
class SenderIdentityRepository implements CharityStatus {

    private final JdbcClient db;

    SenderIdentityRepository(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<LocalDate> registeredSince() {
        return Optional.ofNullable(current().charitySince());
    }

    /** The stored row. */
    record SenderIdentityRow(UUID id, int version, SenderIdentity standing) {}

    SenderIdentity current() {
        return find().map(SenderIdentityRow::standing).orElse(SenderIdentity.UNSAID);
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
