package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which events are to come and which are past, and what is left to do for a past one. */
@ModuleTest
class EventListTest {

    private static final String AHEAD = "/outreach/event";
    private static final String PAST = "/outreach/event?over=true";

    @Autowired
    private EventFixture fixture;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void prepare() {
        fixture.prepare();
    }

    @Test
    void listsEventAsPastAfterItsDayAndAsksForTheHeadCount() {
        EventId event = fixture.announce(10);
        assertThat(fixture.main(AHEAD, Role.STAFF)).contains("Soirée des 50 ans", "Inscriptions ouvertes");
        assertThat(fixture.main(PAST, Role.STAFF)).doesNotContain("Soirée des 50 ans");
        db.sql("UPDATE outreach.event SET day = day - 1").update();
        assertThat(fixture.main(AHEAD, Role.STAFF)).doesNotContain("Soirée des 50 ans");
        assertThat(fixture.main(PAST, Role.STAFF)).contains("Soirée des 50 ans", "Présences à noter");
        assertThat(fixture.main(EventFixture.url(event), Role.STAFF)).contains("Présences à noter");
        assertThat(fixture.main("/", Role.STAFF)).contains("Noter les présences : Soirée des 50 ans");
        assertThat(fixture.main("/outreach/event/tickets", Role.STAFF))
                .as("its tickets sold elsewhere can still come in")
                .contains("Soirée des 50 ans");
    }
}
