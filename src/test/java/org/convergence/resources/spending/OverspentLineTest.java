package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An expense beyond what its line has left is recorded, since it is true, and told at once. */
@ModuleTest
class OverspentLineTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private SpendingFixture fixture;

    private final String subject = "resources.grant/agreement/" + UUID.randomUUID();
    private String line = "";

    @BeforeEach
    void aLineOfOneHundredDollars() throws Exception {
        visitors.ensureOrganisation();
        fixture.clear();
        line = fixture.createBudget(
                        subject,
                        LocalDate.of(2025, 1, 1),
                        LocalDate.of(2030, 12, 31),
                        SpendingFixture.line("2.1", "Impression", "100"))
                .get(0)
                .id()
                .value()
                .toString();
    }

    private String record(Role who, String amount) {
        MvcTestResult recorded = pages.as(who)
                .post(
                        "/resources/spending/new",
                        "amount=" + amount,
                        "currency=CAD",
                        "day=2026-03-11",
                        "supplier=Papeterie de " + who,
                        "line1=" + line);
        assertThat(recorded).hasStatus(303);
        return Pages.notice(recorded);
    }

    @Test
    void tellsThatTheLineIsOverspent() {
        assertThat(record(Role.COORDINATOR, "100")).doesNotContain("over");
        assertThat(record(Role.COORDINATOR, "0,01")).contains("spending.recorded.over", "2.1");
    }

    @Test
    void tellsOneOfTwoPeopleWhoTakeTheLastHundredDollarsAtOnce() throws Exception {
        List<Callable<String>> both = List.of(() -> record(Role.COORDINATOR, "100"), () -> record(Role.STAFF, "100"));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<String> told = new ArrayList<>();
            for (Future<String> each : threads.invokeAll(both)) {
                told.add(each.get());
            }
            assertThat(told).anyMatch(notice -> notice.contains("spending.recorded.over"));
        } finally {
            threads.shutdownNow();
        }
        assertThat(fixture.findLines(subject).get(0).left()).isEqualTo(Money.parse("CAD -100.00"));
    }
}
