package org.convergence.outreach.website;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The day until which what visitors asked is to be answered. */
@ModuleTest
class WebsiteDueDayTest {

    @Autowired
    private Map<String, DueWorkSource> sources;

    @Autowired
    private TestUsers users;

    @Autowired
    private JdbcClient db;

    @Test
    void countsFromTheDayOfTheOrganisationNotOfTheServer() {
        users.ensureOrganisation();
        UUID id = UUID.randomUUID();
        Instant evening = Instant.parse("2026-03-11T02:30:00Z");
        db.sql("""
                        INSERT INTO outreach.website_request (id, kind, state, name, language, asked_at, confirmed_at)
                        VALUES (:id, 'JOIN', 'CONFIRMED', 'Lou', 'fr', :at, :at)
                        """)
                .param("id", id)
                .param("at", evening.atOffset(ZoneOffset.UTC))
                .update();
        List<LocalDate> due = db.sql("SELECT due_on FROM ("
                        + Objects.requireNonNull(sources.get("websiteDueWork")).sql() + ") d WHERE id = ?")
                .param(id)
                .query(LocalDate.class)
                .list();
        db.sql("DELETE FROM outreach.website_request WHERE id = ?").param(id).update();
        assertThat(due).as("ten in the evening of the tenth in Montréal").containsExactly(LocalDate.of(2026, 3, 17));
    }
}
