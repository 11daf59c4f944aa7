package org.convergence.resources.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.resources.ledger.LedgerFixture.cheque;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of the bank and of the accountant, by role. */
@ModuleTest
class BankPagesTest extends BankPagesFixture {

    @Test
    void proposesPayerByShortName() {

        String brief = "S" + name.substring(6).toUpperCase(Locale.ROOT);
        db.sql("UPDATE directory.people_organisation SET short_name = ? WHERE id = ?")
                .params(brief, union.value())
                .update();
        owed("217.43");
        statement("Date;Description;Retrait;Dépôt\n2026-02-03;VIR " + brief + ";;217,43\n2026-02-04;FRAIS;5,00;\n");
        assertThat(pages.as(Role.STAFF).open(BANK).select("main").text())
                .contains("« " + brief + " » : " + name + " doit ce montant");
    }

    @Test
    void importsFileAndSettlesLine() {

        owed("412.37");
        statement("Date;Description;Retrait;Dépôt\n2026-02-03;VIR " + name + ";;412,37\n2026-02-04;FRAIS;5,00;\n");
        Document page = pages.as(Role.STAFF).open(BANK);
        assertThat(page.select("main").text()).contains("1 entrée d’argent à relier", name, "Certain");
        String accept = page.select("form[action$=/accept]").attr("action");
        String key = page.select("form[action$=/accept] input[name=key]").val();
        assertThat(pages.as(Role.BOARD_MEMBER).post(accept, "version=1", "key=" + key))
                .hasStatus(403);
        assertThat(pages.as(Role.STAFF).post(accept, "version=1", "key=rien")).hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(accept, "version=1", "key=" + key)).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(accept, "version=1", "key=" + key)).hasStatus(422);
        assertThat(pages.as(Role.STAFF)
                        .open(BANK + "?which=TIED")
                        .select("main")
                        .text())
                .contains("Paiement de " + name);
        String line = accept.replace("/accept", "");
        assertThat(pages.as(Role.STAFF).post(line + "/open")).hasStatus(303);
        assertThat(pages.as(Role.STAFF)
                        .open(line + "?organisation=" + union.value())
                        .select("input[name^=part-]")
                        .val())
                .isEqualTo("412,37");
        assertThat(pages.as(Role.STAFF).post(line + "/aside", "version=3", "aside=OTHER"))
                .hasStatus(422)
                .bodyText()
                .contains("Dites ce que c’est");
        assertThat(pages.as(Role.STAFF)
                        .post(line + "/settle", "version=3", "payer=Inconnu", "method=TRANSFER", "part-GIFT=412,37"))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(BANK + "/outgoing")).hasStatus(303);
        assertThat(pages.as(Role.STAFF).open(BANK).select("main").text())
                .contains("Toutes les entrées d’argent sont reliées");
    }

    @Test
    void accountantAsksAcceptsAndClosesBatch() {

        owed("77.77");
        Document queue = pages.as(Role.ACCOUNTANT).open("/resources/ledger/queue");
        String seen =
                queue.select("label:contains(" + name + ") input[name=entry]").val();
        String entry = "/resources/ledger/queue/" + seen.substring(0, 36);
        String version = seen.substring(37);
        assertThat(pages.as(Role.STAFF).post(entry + "/ask", "version=" + version, "question=Non"))
                .hasStatus(403);
        assertThat(pages.as(Role.ACCOUNTANT).post(entry + "/ask", "version=" + version, "question="))
                .hasStatus(422);
        assertThat(pages.as(Role.ACCOUNTANT).post(entry + "/ask", "version=" + version, "question=Quel exercice?"))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF).open("/").select("main").text()).contains("Question de la comptabilité");
        assertThat(pages.as(Role.ACCOUNTANT).post("/resources/ledger/queue", "entry=" + seen))
                .hasStatus(422);
        Document asked = pages.as(Role.STAFF).open(entry);
        assertThat(asked.select("main").text()).contains("Quel exercice?", "Camille D’Amours");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                entry + "/answer",
                                "version=" + asked.select("input[name=version]").val(),
                                "answer=2026"))
                .hasStatus(303);
        Document again = pages.as(Role.ACCOUNTANT).open("/resources/ledger/queue");
        String anew =
                again.select("label:contains(" + name + ") input[name=entry]").val();
        assertThat(pages.as(Role.ACCOUNTANT).post("/resources/ledger/queue", "entry=" + anew))
                .hasStatus(303);
        String batch = pages.as(Role.ACCOUNTANT)
                .open("/resources/ledger/batches")
                .select("main .rows a")
                .attr("href");
        assertThat(pages.as(Role.ACCOUNTANT)
                        .open(batch + "/close")
                        .select("main")
                        .text())
                .contains("ne se rouvre jamais");
        assertThat(pages.as(Role.STAFF).post(batch + "/close")).hasStatus(403);
        assertThat(pages.as(Role.ACCOUNTANT).post(batch + "/close")).hasStatus(303);
        assertThat(pages.as(Role.ACCOUNTANT).post(batch + "/close")).hasStatus(422);
        MvcTestResult csv = mvc.get()
                .uri(batch + "/journal.csv")
                .with(visitors.as(Role.ACCOUNTANT))
                .exchange();
        assertThat(Pages.text(csv)).contains("Date;Référence;Compte;", name, "77,77");
        assertThat(mvc.get()
                        .uri(batch + "/journal.xlsx")
                        .with(visitors.as(Role.ACCOUNTANT))
                        .exchange())
                .hasStatusOk();
        assertThat(pages.as(Role.ACCOUNTANT).open(batch).select("main").text())
                .contains("Fermé le")
                .doesNotContain("Remettre dans la file");
    }

    @Test
    void makesPrintsAndUndoesSlip() {

        PaymentId cheque = as(() -> receiving.receive(cheque(union, "45.60"), List.of()));
        Document page = pages.as(Role.STAFF).open("/resources/ledger/deposits");
        assertThat(page.select("main").text()).contains(name, "45,60");
        String bank = page.select("select[name=bank] option[selected]").val();
        assertThat(pages.as(Role.STAFF).post("/resources/ledger/deposits", "bank=" + bank, "day=2026-02-05"))
                .hasStatus(422);
        String slip = location(pages.as(Role.STAFF)
                .post(
                        "/resources/ledger/deposits",
                        "bank=" + bank,
                        "day=2026-02-05",
                        "payment=" + cheque.value().toString()));
        assertThat(pages.as(Role.STAFF).open(slip).select("main").text()).contains("Bordereau de dépôt D-2026-", name);
        MvcTestResult pdf =
                mvc.get().uri(slip + ".pdf").with(visitors.as(Role.STAFF)).exchange();
        assertThat(pdf).hasStatusOk().hasContentType("application/pdf");
        assertThat(pages.as(Role.STAFF).post(slip + "/undo")).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(slip + "/undo")).hasStatus(303);
    }

    @Test
    void acknowledgesPaymentButNeverAsOfficialReceipt() {

        PaymentId gift = as(() -> receiving.receive(cheque(union, "50"), List.of()));
        String url = "/resources/ledger/payments/" + gift.value() + "/acknowledgement";
        assertThat(pages.as(Role.STAFF).open(url).select("main").text()).contains("non valide aux fins de l’impôt");
        assertThat(pages.as(Role.STAFF).post(url, "note=Voici votre reçu officiel"))
                .hasStatus(422)
                .bodyText()
                .contains("Voici votre reçu officiel", "accusé de réception");
        assertThat(pages.as(Role.STAFF).post(url, "note=Merci")).hasStatusOk().hasContentType("application/pdf");
    }

    @Test
    void editsAccountNumbers() {

        String code = "10" + UUID.randomUUID().toString().substring(0, 6);
        assertThat(pages.as(Role.STAFF).post("/resources/ledger/accounts/new", "code=" + code, "name=Épargne"))
                .hasStatus(403);
        assertThat(pages.as(Role.ACCOUNTANT).post("/resources/ledger/accounts/new", "code=?", "name=Épargne"))
                .hasStatus(422);
        assertThat(pages.as(Role.ACCOUNTANT).post("/resources/ledger/accounts/new", "code=" + code, "name=Épargne"))
                .hasStatus(303);
        Document accounts = pages.as(Role.ACCOUNTANT).open("/resources/ledger/accounts");
        String url = accounts.select("a:contains(" + code + ")").attr("href");
        assertThat(pages.as(Role.ACCOUNTANT).post(url, "version=1", "code=" + code, "name=Épargne solidaire"))
                .hasStatus(303);
        assertThat(pages.as(Role.ACCOUNTANT).post(url, "version=1", "code=" + code, "name=Trop tard"))
                .hasStatus(409);
    }
}
