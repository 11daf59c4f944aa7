package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.outreach.event.domain.EventTakingService;
import org.convergence.outreach.event.domain.EventTakingService.TakingFacts;
import org.convergence.outreach.event.domain.EventTakingService.TakingKind;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Takings of the night: a form is used once, and the total counts them all (R-EVT-15). */
@ModuleTest
class EventTakingTest {

    @Autowired
    private EventFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private EventTakingService takings;

    private EventId event = new EventId(UUID.randomUUID());
    private String url = "";

    @BeforeEach
    void anEvening() {
        fixture.prepare();
        event = fixture.announce(100);
        url = EventFixture.url(event);
    }

    private MvcTestResult send(UUID key, String amount, String kind, String method) {
        return pages.as(Role.STAFF)
                .post(url + "/takings/new", "key=" + key, "amount=" + amount, "kind=" + kind, "method=" + method);
    }

    private String result() {
        return fixture.main(url, Role.COORDINATOR).replace('\u202f', ' ');
    }

    private static void assertUsed(MvcTestResult answer, String how) {
        assertThat(answer).as(how).hasStatus(422).bodyText().contains("Ouvrez un nouveau formulaire");
    }

    @Test
    void aUsedFormEntersNothingElse() {
        UUID key = Ids.next();
        assertThat(send(key, "400,50", "BAR", "CASH")).hasStatus(303);
        assertThat(send(key, "400,50", "BAR", "CASH")).as("pressed twice").hasStatus(303);
        assertUsed(send(key, "40,05", "BAR", "CASH"), "another amount");
        assertUsed(send(key, "400,50", "DOOR", "CASH"), "for something else");
        assertUsed(send(key, "400,50", "BAR", "CARD"), "by card");
        assertThat(result()).contains("Recettes de la soirée 400,50 $");
        assertThat(pages.as(Role.STAFF).post(url + "/takings/" + key + "/undo")).hasStatus(303);
        assertUsed(send(key, "400,50", "BAR", "CASH"), "taken back");
        assertThat(result()).doesNotContain("400,50");
    }

    @Test
    void theTotalCountsWhatTheListLeavesOut() {
        CurrentActor.runAs(users.actor(Role.STAFF), () -> {
            for (int i = 0; i < 201; i++) {
                takings.record(
                        event, new TakingFacts(Ids.next(), TakingKind.BAR, PaymentMethod.CASH, new BigDecimal("2")));
            }
        });
        assertThat(result()).contains("Recettes de la soirée 402,00 $", "Résultat net 402,00 $");
    }
}
