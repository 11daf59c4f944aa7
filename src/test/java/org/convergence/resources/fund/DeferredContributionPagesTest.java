package org.convergence.resources.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R-FIN-6: what agreements paid and is not spent yet, by fiscal year. */
@ModuleTest
class DeferredContributionPagesTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate first = LocalDate.EPOCH;

    @BeforeEach
    void noAgreements() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM resources.spending_expense").update();
        db.sql("DELETE FROM resources.spending_budget").update();
        db.sql("DELETE FROM resources.grant_agreement").update();
        first = settings.current().fiscalYearOf(settings.today());
    }

    private String record(String title, LocalDate from, LocalDate to) {
        return Objects.requireNonNull(pages.as(Role.COORDINATOR)
                .post(
                        "/resources/grant/agreement/new",
                        form -> form.field("title", title)
                                .field("currency", "CAD")
                                .field("from", from)
                                .field("to", to)
                                .field("scope", "MISSION")
                                .field("lines", "1;Salaires;10000"))
                .getResponse()
                .getRedirectedUrl());
    }

    private void receive(String agreement, String amount, LocalDate day) {
        pages.as(Role.COORDINATOR)
                .post(agreement + "/due", "kind=INSTALMENT", "what=Versement", "amount=" + amount, "due=" + day);
        db.sql("UPDATE resources.grant_agreement_due SET done_on = ? WHERE done_on IS NULL")
                .param(day)
                .update();
    }

    private void spend(String amount, LocalDate day) {
        UUID line = db.sql("SELECT id FROM resources.spending_line")
                .query(UUID.class)
                .single();
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                "/resources/spending/new",
                                "amount=" + amount,
                                "currency=CAD",
                                "day=" + day,
                                "line1=" + line))
                .hasStatus(303);
    }

    private String year(LocalDate day) {
        return pages.as(Role.COORDINATOR)
                .open("/resources/fund?year=" + day)
                .select("main")
                .text()
                .replace('\u00a0', ' ');
    }

    @Test
    void defersAnAdvanceReceivedBeforeTheAgreementBegins() {
        String next = record("Appui de l’an prochain", first.plusYears(1), first.plusYears(2));
        receive(next, "6000", first);
        assertThat(year(first)).contains("Appui de l’an prochain 0,00 $ 6 000,00 $ 0,00 $ 6 000,00 $");
        assertThat(year(first.minusYears(1))).doesNotContain("Appui de l’an prochain");
    }

    @Test
    void keepsWhatAnEndedAgreementLeftUnspent() {
        LocalDate before = first.minusYears(1);
        receive(record("Appui de l’an dernier", before, first.minusDays(1)), "10000", before.plusDays(9));
        spend("2000", before.plusDays(30));
        assertThat(year(first)).contains("Appui de l’an dernier 8 000,00 $ 0,00 $ 0,00 $ 8 000,00 $");
        assertThat(year(before))
                .as("the statements are made once the year is over")
                .contains("Appui de l’an dernier 0,00 $ 10 000,00 $ 2 000,00 $ 8 000,00 $");
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/resources/fund")
                        .select(".tabs a")
                        .eachAttr("href"))
                .contains("/resources/fund?year=" + first, "/resources/fund?year=" + before);
        spend("8000", before.plusDays(31));
        assertThat(year(first)).doesNotContain("Appui de l’an dernier");
    }
}
