package org.convergence.resources.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.cheque;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What pages show before money is accepted: what is missing, what becomes an advance, what is posted. */
@ModuleTest
class AcceptancePreviewTest extends BankPagesFixture {

    @Test
    void keepsUnallocatedAmountAsAdvance() {

        owed("300.21");
        statement("Date;Description;Retrait;Dépôt\n2026-02-03;DEPOT " + name.substring(6) + ";;300,21\n");
        String line = pages.as(Role.STAFF)
                .open(BANK)
                .select("form[action$=/accept]")
                .attr("action")
                .replace("/accept", "");
        String part = pages.as(Role.STAFF)
                .open(line + "?organisation=" + union.value())
                .select("input[name^=part-]")
                .attr("name");
        String[] said = {"version=1", "organisation=" + union.value(), "method=TRANSFER"};
        assertThat(pages.as(Role.STAFF).post(line + "/settle", said))
                .as("the payer's debt was not shown")
                .hasStatus(422)
                .bodyText()
                .contains("Voici ce que doit ce payeur", "300,21");
        assertThat(pages.as(Role.STAFF).post(line + "/settle", with(said, part + "=")))
                .hasStatus(303);
        assertThat(db.sql("""
                        SELECT c.purpose || ' ' || a.amount FROM resources.ledger_allocation a
                        JOIN resources.ledger_payment p ON p.id = a.payment
                        LEFT JOIN resources.ledger_account c ON c.id = a.account WHERE p.organisation = ?
                        """).param(union.value()).query(String.class).list()).containsExactly("ADVANCE 300.2100");
    }

    @Test
    void showsMissingAmountAndAdvanceOfProposal() {

        owed("1701.50");
        statement("Date;Description;Retrait;Dépôt\n2026-02-03;VIR " + name + ";;1700,00\n");
        assertThat(pages.as(Role.STAFF).open(BANK).select("main").text())
                .contains("Probable", "Le texte contient les mots « " + name + " »", "Il manque 1,50 $.")
                .doesNotContain("Certain");
    }

    @Test
    void showsAccountsAndTotalsBeforeTheAccountantAccepts() {

        // A day before all others, so that these entries are among those shown.
        as(() -> receiving.receive(cheque(union, "77.78", DAY.minusYears(15)), List.of()));
        as(() -> receiving.receive(cheque(union, "12.34", DAY.minusYears(15)), List.of()));
        Document queue = pages.as(Role.ACCOUNTANT).open("/resources/ledger/queue");
        assertThat(queue.select("main").text())
                .contains("vous attendent", "Totaux par compte des")
                .doesNotContain("attendent la comptabilité");
        assertThat(queue.select("label:contains(" + name + ")").text())
                .contains("Débit ", "Crédit ", "Sommes reçues d’avance : 77,78 $");
        List<String> seen = queue.select("label:contains(" + name + ") input[name=entry]").stream()
                .map(it -> it.val())
                .toList();
        MvcTestResult totals = pages.as(Role.ACCOUNTANT)
                .post("/resources/ledger/queue/totals", "entry=" + seen.get(0), "entry=" + seen.get(1));
        assertThat(Jsoup.parse(Pages.text(totals)).select("#postings").text())
                .contains("Totaux par compte des 2 écritures cochées", "2410 – Sommes reçues d’avance 90,12 $");
        assertThat(Jsoup.parse(Pages.text(totals)).select("tfoot").text())
                .as("debits are credits")
                .contains("Total 90,12 $ 90,12 $");
        assertThat(pages.as(Role.ACCOUNTANT).open("/").select("main").text())
                .contains("vous attendent")
                .doesNotContain("attendent la comptabilité");
        assertThat(pages.as(Role.STAFF)
                        .open("/resources/ledger/queue")
                        .select("main")
                        .text())
                .contains("attendent la comptabilité");
        assertThat(pages.as(Role.STAFF).post("/resources/ledger/queue/totals", "entry=" + seen.get(0)))
                .hasStatus(403);
    }

    @Test
    void asksForDirectionOfUnsignedAmounts() {

        String mark = UUID.randomUUID().toString().substring(0, 8);
        String url = uploaded("Date;Libellé;Montant;Nature " + mark + "\n2026-02-03;VIR " + name
                + ";412,37;Reçu de membre\n2026-02-04;FRAIS;5,00;Frais\n");
        Document page = pages.as(Role.STAFF).open(url);
        assertThat(page.select("main").text())
                .contains("Montants sans signe", "Rien ne dit si cette somme est entrée ou sortie");
        String[] columns = {"column0=DAY", "column1=TEXT", "column2=AMOUNT", "column3=DIRECTION", "dates=DAY_FIRST"};
        assertThat(pages.as(Role.STAFF).post(url + "/columns", with(columns, "version=1", "unsigned=UNKNOWN")))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF).open(url).select("main").text())
                .contains("Mots qui disent une entrée", "« Frais » ne dit pas si l’argent est entré ou sorti");
        assertThat(pages.as(Role.STAFF)
                        .post(url + "/columns", with(columns, "version=2", "incoming=Frais", "outgoing=Frais")))
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF)
                        .post(
                                url + "/columns",
                                with(columns, "version=2", "incoming=Reçu de membre", "outgoing=Frais")))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF).open(url).select("#lines").text()).contains("412,37 $", "−5,00 $");
    }

    private static String[] with(String[] fields, String... more) {

        return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
    }
}
