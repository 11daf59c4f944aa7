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
class Standings implements CharityStatus {

    private final JdbcClient db;

    Standings(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<LocalDate> registeredSince() {
        return Optional.ofNullable(now().charitySince());
    }

    /** The stored row. */
    record Kept(UUID id, int version, Standing standing) {}

    Standing now() {
        return find().map(Kept::standing).orElse(Standing.UNSAID);
    }

    Optional<Kept> find() {
        return db.sql("""
                        SELECT id, version, charity_registered_on, sender_address, sender_contact, privacy_title,
                               privacy_contact
                        FROM directory.consent_setting
                        """).query((row, n) -> kept(row)).optional();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                new Standing(
                        row.getObject("charity_registered_on", LocalDate.class),
                        row.getString("sender_address"),
                        row.getString("sender_contact"),
                        row.getString("privacy_title"),
                        row.getString("privacy_contact")));
    }
}
