package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.RateShape;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.convergence.resources.membership.HeadcountId;
import org.convergence.testing.PageVisitor;
import org.convergence.testing.Pages;
import org.joda.money.Money;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A headcount revised several times, withdrawn and restored: each time the member is invoiced for exactly what it owes.
 */
class HeadcountRevisionServiceTest extends DuesYearFixture {

    @Autowired
    private Pages pages;

    @Autowired
    private RecipientWords words;

    @Test
    void creditsExcessAfterAnotherRevision() {
        CallId call = called();
        declared(big, 1_600);
        assertThat(settle(call)).isEqualTo("-200.00");
        HeadcountId mistaken = declared(big, 3_000);
        assertThat(settle(call)).isEqualTo("700.00");
        withdraw(mistaken, true);
        assertThat(settle(call)).isEqualTo("-700.00");
        assertThat(asked(big)).isEqualByComparingTo("800");
        assertThat(as(() -> revisions.findByCall(call))).isEmpty();
    }

    @Test
    void invoicesAgainWhenHeadcountChangesBack() {
        CallId call = called();
        HeadcountId later = declared(small, 300);
        settle(call);
        withdraw(later, true);
        assertThat(settle(call)).isEqualTo("-75.00");
        withdraw(later, false);
        assertThat(settle(call)).isEqualTo("75.00");
        assertThat(asked(small)).isEqualByComparingTo("150");
    }

    @Test
    void creditsLatestInvoicesFirst() {
        CallId call = called();
        HeadcountId mistaken = declared(small, 3_000);
        assertThat(settle(call)).isEqualTo("1425.00");
        withdraw(mistaken, true);
        assertThat(settle(call)).isEqualTo("-1425.00");
        assertThat(asked(small)).isEqualByComparingTo("75");
        assertThat(line(call, "Syndicat du Lac").invoice())
                .satisfies(first -> assertThat(first.reduced().isZero()).isTrue());
        declared(small, 200);
        assertThat(settle(call)).isEqualTo("25.00");
        declared(small, 150);
        settle(call);
        assertThat(asked(small)).isEqualByComparingTo("75");
    }

    @Test
    void doesNotCreditTwiceAfterCreditByHand() {
        CallId call = called();
        HeadcountId mistaken = declared(small, 3_000);
        settle(call);
        UUID added = db.sql(
                        "SELECT id FROM resources.ledger_invoice WHERE organisation = ? ORDER BY total DESC LIMIT 1")
                .param(small.value())
                .query(UUID.class)
                .single();
        as(() -> invoicing.credit(new InvoiceId(added), Money.of(CAD, 1_425), "Erreur", null));
        withdraw(mistaken, true);
        assertThat(settle(call)).isEqualTo("0.00");
        assertThat(asked(small)).isEqualByComparingTo("75");
        assertThat(as(() -> revisions.findByCall(call))).isEmpty();
    }

    @Test
    void countsCreditByHandForSameHeadcountOnce() {
        CallId call = called();
        credited(line(call, "Syndicat de la Baie").invoice(), 150);
        declared(big, 1_600);
        assertThat(as(() -> revisions.findByCall(call).get(0).byHand())).isEqualTo(Money.of(CAD, 150));
        assertThat(settle(call, true)).isEqualTo("-50.00");
        assertThat(asked(big)).isEqualByComparingTo("800");
        declared(big, 1_400);
        assertThat(as(() -> revisions.findByCall(call).get(0).byHand())).isEqualTo(Money.zero(CAD));
        assertThat(settle(call, true)).isEqualTo("-100.00");
        assertThat(asked(big)).isEqualByComparingTo("700");
    }

    @Test
    void doesNotCountCreditByHandForOtherReason() {
        CallId call = called();
        credited(line(call, "Syndicat de la Baie").invoice(), 150);
        declared(big, 1_600);
        assertThat(settle(call)).isEqualTo("-200.00");
        assertThat(asked(big)).isEqualByComparingTo("650");
    }

    @Test
    void fullyCreditedMemberIsRevisedByLaterCallOnly() {
        CallId first = called();
        credited(line(first, "Syndicat de la Baie").invoice(), 1_000);
        renameCalls();
        CallId again = called();
        declared(big, 3_000);
        assertThat(as(() -> revisions.findByCall(first))).isEmpty();
        assertThat(settle(again)).isEqualTo("500.00");
        assertThat(asked(big)).isEqualByComparingTo("1500");
    }

    @Test
    void zeroedMemberIsInvoicedAgainBySameCallOnly() {
        as(() -> rates.adopt(
                unions,
                LocalDate.of(2020, 1, 2),
                new Rate(RateShape.PER_CAPITA, CAD, new BigDecimal("0.50"), List.of(), null, null),
                new Decision("AGA", LocalDate.of(2019, 12, 1), null, null)));
        CallId call = called();
        declared(big, 0);
        assertThat(settle(call)).isEqualTo("-1000.00");
        renameCalls();
        CallId again = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        declared(big, 100);
        assertThat(line(again, "Syndicat de la Baie").notAsked()).isEqualTo(NotInvoicedReason.ASKED_BEFORE);
        assertThat(settle(call)).isEqualTo("50.00");
    }

    @Test
    void showsTheLetterBeforeMoreIsInvoiced() {
        CallId call = called();
        declared(big, 3_000);
        PageVisitor coordinator = pages.as(Role.COORDINATOR);
        String action = "a[href*=/revisions/]";
        String url = coordinator
                .open("/resources/dues/calls/" + call.value())
                .select(action)
                .attr("href");
        Document shown = coordinator.open(url);
        assertThat(shown.select("main").text())
                .contains("Un courriel à", "facturation@baie.example 500,00 $", "500,00 $ à payer pour le")
                .contains("son numéro, donné à l’émission");
        assertThat(asked(big)).as("nothing is invoiced yet").isEqualByComparingTo("1000");
        assertThat(letters()).containsExactly("facturation@baie.example dues_invoice");

        assertThat(coordinator.post(shown.select("main form").attr("action"))).hasStatus(303);
        assertThat(asked(big)).isEqualByComparingTo("1500");
        assertThat(letters()).hasSize(2);
        LocalDate due = db.sql("SELECT due_on FROM resources.ledger_invoice WHERE organisation = ? AND total = 500")
                .param(big.value())
                .query(LocalDate.class)
                .single();
        assertThat(shown.select(".letter").text())
                .contains("à payer pour le " + words.forLanguage("fr").date(due));
        assertThat(coordinator.get(url)).as("nothing is missing any longer").hasStatus(404);
        declared(big, 1_000);
        assertThat(coordinator.get(url)).as("a credit needs no letter").hasStatus(404);
    }

    private void credited(InvoiceQueries.@Nullable InvoiceSummary invoice, int amount) {
        InvoiceId id = Objects.requireNonNull(invoice).id();
        as(() -> invoicing.credit(id, Money.of(CAD, amount), "à la main", null));
    }

    private CallId called() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueAndSend(call);
        return call;
    }

    private HeadcountId declared(OrganisationId member, int number) {
        return as(() -> {
            declare(member, number);
            return headcounts.findByOrganisation(member).get(0).id();
        });
    }

    private void withdraw(HeadcountId id, boolean withdrawn) {
        as(() -> {
            headcounts.withdraw(id, withdrawn);
            return true;
        });
    }

    /** Settles the only difference. */
    private String settle(CallId call) {
        return settle(call, false);
    }

    private String settle(CallId call, boolean counting) {
        return as(() -> revisions
                .settle(call, revisions.findByCall(call).get(0).membership(), counting)
                .made()
                .getAmount()
                .toPlainString());
    }

    /** The sum of a member's invoices, less their credits. */
    private BigDecimal asked(OrganisationId member) {
        return db.sql("""
                        SELECT sum(i.total - coalesce((SELECT sum(amount) FROM resources.ledger_reduction r
                                                       WHERE r.invoice = i.id), 0))
                        FROM resources.ledger_invoice i WHERE i.organisation = ?
                        """).param(member.value()).query(BigDecimal.class).single();
    }
}
