package org.convergence.plan.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Set;
import org.convergence.identity.Role;
import org.convergence.plan.realisation.Participations;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The number of queries of a note does not depend on the number of realisations, texts or promises. */
@ModuleTest
class NoteQueryCountTest extends NotePagesFixture {

    @Test
    void queryCountDoesNotGrowWithTheData() {
        NotePagesCase made = aNote();
        season.workshop(
                "Le premier", today, Participations.of(4), Set.of(made.lines().create()), "Syndicat 0");
        queries(made.url());
        int note = queries(made.url());
        int write = queries(made.url() + "/write");
        for (int i = 0; i < 60; i++) {
            season.workshop(
                    "Atelier " + i,
                    today.minusDays(i % 28),
                    Participations.of(10 + i),
                    Set.of(made.lines().create(), made.lines().comic()),
                    "Syndicat " + i % 9);
        }
        assertThat(queries(made.url())).isEqualTo(note);
        assertThat(queries(made.url() + "/write")).isEqualTo(write);
        System.out.printf("A note: %d queries; the page on which it is written: %d%n", note, write);
        assertThat(note).isLessThan(45);
    }

    private int queries(String url) {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level before = logger.getLevel();
        ListAppender<ILoggingEvent> asked = new ListAppender<>();
        asked.start();
        logger.addAppender(asked);
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        try {
            assertThat(get(url, Role.COORDINATOR)).hasStatusOk();
        } finally {
            logger.setAdditive(true);
            logger.setLevel(before);
            logger.detachAppender(asked);
        }
        return (int) asked.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith("Executing prepared SQL statement"))
                // The page frame sometimes looks up running jobs, on any page.
                .filter(message -> !message.contains("platform.jobs_run"))
                .count();
    }
}
