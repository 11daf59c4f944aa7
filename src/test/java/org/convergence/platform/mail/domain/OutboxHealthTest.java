package org.convergence.platform.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.domain.OutboxService.LetterEnvelope;
import org.convergence.platform.mail.domain.OutboxService.OutboxFilter;
import org.convergence.platform.mail.domain.OutboxService.OutboxHealth;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The home page counts what did not arrive within a week, unless a later letter about the same record replaced it. */
@ModuleTest
class OutboxHealthTest {

    @Autowired
    private OutboxService outbox;

    @Autowired
    private TestUsers users;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void noLetter() {
        users.ensureOrganisation();
        db.sql("DELETE FROM platform.mail_message").update();
    }

    @Test
    void countsRefusedAndGivenUpLettersOfAWeek() {
        letter(UUID.randomUUID(), "FAILED", "REFUSED_RECIPIENT", false, "2 days", "1 hour");
        letter(UUID.randomUUID(), "FAILED", "TRY_LATER", false, "2 days", "4 days");
        letter(UUID.randomUUID(), "FAILED", "REFUSED_RECIPIENT", false, "8 days", "1 hour");
        assertThat(health().refused()).isEqualTo(2);
        List<LetterEnvelope> shown = find(OutboxFilter.REFUSED);
        assertThat(shown).as("the home page leads to those it counts").hasSize(2);
        assertThat(find(null)).hasSize(3);
        CurrentActor.runAs(
                users.actor(Role.COORDINATOR),
                () -> outbox.sendAgain(shown.get(0).id()));
        assertThat(health().refused()).as("sent again").isOne();
        assertThat(find(OutboxFilter.REFUSED)).hasSize(1);
    }

    @Test
    void countsLettersThatWaitedUntilTheyWereUntrue() {
        letter(UUID.randomUUID(), "WITHHELD", "mail.lacks.name", false, "2 days", "3 days");
        letter(UUID.randomUUID(), "WITHHELD", "mail.lacks.name", false, "2 days", "1 hour");
        assertThat(health().lapsed()).as("the second was settled at once").isOne();
        assertThat(find(OutboxFilter.LAPSED)).hasSize(1);
    }

    @Test
    void countsNoLetterThatALaterOneReplaced() {
        UUID record = UUID.randomUUID();
        letter(record, "FAILED", "NO_CONNECTION", true, "2 days", "1 hour");
        assertThat(health().doubtful()).isOne();
        letter(record, "SENT", null, false, "1 hour", "1 minute");
        assertThat(health().doubtful()).isZero();
    }

    @Test
    void showsAllLettersPageAfterPage() {
        for (int i = 1; i <= 5; i++) {
            letter(UUID.randomUUID(), i == 3 ? "QUEUED" : "SENT", null, false, "1 minute", i + " hours");
        }
        Set<UUID> seen = new LinkedHashSet<>();
        String after = "";
        for (List<LetterEnvelope> page = find(null, after, 2); !page.isEmpty(); page = find(null, after, 2)) {
            page.forEach(each -> assertThat(seen.add(each.id())).isTrue());
            after = page.get(page.size() - 1).position();
        }
        assertThat(seen).hasSize(5);
        assertThat(find(OutboxFilter.WAITING))
                .singleElement()
                .satisfies(each -> assertThat(seen).element(2).isEqualTo(each.id()));
    }

    private void letter(
            UUID record, String state, @Nullable String problem, boolean cutOff, String ended, String waited) {
        db.sql("""
                        INSERT INTO platform.mail_message
                               (id, recipient, subject, body, purpose, matter, record_id, state, problem, cut_off, sent_at,
                                posted_at, next_at)
                        SELECT gen_random_uuid(), 'ana@exemple.org', '', '', 'test', 'test', :record, :state, :problem, :doubt,
                               CASE WHEN :state = 'SENT' THEN now() END,
                               now() - CAST(:ended AS interval) - CAST(:waited AS interval), now() - CAST(:ended AS interval)""")
                .param("record", record)
                .param("state", state)
                .param("problem", problem)
                .param("doubt", cutOff)
                .param("ended", ended)
                .param("waited", waited)
                .update();
    }

    @Test
    void triesWaitingLettersAtOnceWhenServerTakesLettersAgain() {
        letter(UUID.randomUUID(), "QUEUED", "NO_CONNECTION", false, "-1 hour", "2 hours");
        db.sql("UPDATE platform.mail_message SET failing_since = posted_at").update();
        assertThat(health().failingSince()).isNotNull();
        CurrentActor.runAs(users.actor(Role.COORDINATOR), outbox::retryFailing);
        assertThat(health().failingSince()).isNull();
    }

    private List<LetterEnvelope> find(@Nullable OutboxFilter filter) {
        return find(filter, "", 100);
    }

    private List<LetterEnvelope> find(@Nullable OutboxFilter filter, String after, int limit) {
        return CurrentActor.callAs(users.actor(Role.COORDINATOR), () -> outbox.findLatest(filter, after, limit));
    }

    private OutboxHealth health() {
        return CurrentActor.callAs(users.actor(Role.COORDINATOR), outbox::checkHealth);
    }
}
