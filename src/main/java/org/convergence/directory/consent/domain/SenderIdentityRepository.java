package org.convergence.directory.consent.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.consent.CharityStatus;
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
                        SELECT id, version, charity_registered_on, sender_address, sender_contact, privacy_title,
                               privacy_contact
                        FROM directory.consent_setting
                        """).query((row, n) -> mapRow(row)).optional();
    }

    private static SenderIdentityRow mapRow(ResultSet row) throws SQLException {
        return new SenderIdentityRow(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                new SenderIdentity(
                        row.getObject("charity_registered_on", LocalDate.class),
                        row.getString("sender_address"),
                        row.getString("sender_contact"),
                        row.getString("privacy_title"),
                        row.getString("privacy_contact")));
    }
}
