package org.convergence.resources.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
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
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Deliverables and instalments: when they were done, what arrived, who says so, and how they are corrected. */
@ModuleTest
class AgreementDuePagesTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient db;

    private String agreement = "";
    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void anAgreement() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM resources.spending_expense").update();
        db.sql("DELETE FROM resources.spending_budget").update();
        db.sql("DELETE FROM resources.grant_agreement").update();
        today = settings.today();
        agreement = Objects.requireNonNull(pages.as(Role.COORDINATOR)
                .post(
                        "/resources/grant/agreement/new",
                        form -> form.field("title", "Appui fictif")
                                .field("currency", "CAD")
                                .field("from", today.minusYears(3))
                                .field("to", today.plusDays(20))
                                .field("scope", "MISSION")
                                .field("lines", "1;Salaires;10000"))
                .getResponse()
                .getRedirectedUrl());
    }

    private String add(String kind, String what, String... more) {
        assertThat(pages.as(Role.COORDINATOR).post(agreement + "/due", form -> {
                    form.field("kind", kind).field("what", what).field("due", today.minusDays(1));
                    for (String each : more) {
                        form.field(each.split("=", 2)[0], each.split("=", 2)[1]);
                    }
                }))
                .hasStatus(303);
        UUID id = db.sql("SELECT id FROM resources.grant_agreement_due WHERE what = ?")
                .param(what)
                .query(UUID.class)
                .single();
        return agreement + "/due/" + id;
    }

    private String text(Role role, String url) {
        return pages.as(role).open(url).select("main").text().replace('\u00a0', ' ');
    }

    @Test
    void notesTheDayAndTheAmountThatArrived() {
        String url = add("INSTALMENT", "Première tranche", "amount=10000");
        var coordinator = pages.as(Role.COORDINATOR);
        var form = coordinator.open(url).select("form[action$=/done]");
        assertThat(form.select("[name=on]").val()).isEqualTo(today.toString());
        assertThat(form.select("[name=amount]").val()).isEqualTo("10000");
        assertThat(coordinator.post(url + "/done", "version=1", "on=" + today.plusDays(1), "amount=10000"))
                .hasStatus(422);
        assertThat(coordinator.post(url + "/done", "version=1", "on=" + today, "amount=0"))
                .hasStatus(422);
        LocalDate day = settings.current().fiscalYearOf(today).minusDays(12);
        var received = coordinator.post(url + "/done", "version=1", "on=" + day, "amount=9000");
        assertThat(received).hasStatus(303);
        assertThat(Pages.notice(received)).contains("due-part");
        assertThat(text(Role.COORDINATOR, agreement))
                .contains("9 000,00 $ reçus sur 10 000,00 $", "Reçu et pas dépensé : 9 000,00 $");
        assertThat(text(Role.COORDINATOR, "/resources/fund?year=" + day))
                .as("the fiscal year in which it arrived")
                .contains("Appui fictif 0,00 $ 9 000,00 $ 0,00 $ 9 000,00 $");
        assertThat(text(Role.COORDINATOR, url)).contains("Noté comme fait", "Ce n’est pas fait");
        assertThat(coordinator.post(url + "/open", "version=2")).hasStatus(303);
        assertThat(text(Role.COORDINATOR, agreement))
                .contains("Versement · 10 000,00 $")
                .doesNotContain("Reçu et pas dépensé");
    }

    @Test
    void refusesThatASecondPersonNotesWhatIsNoted() {
        String url = add("INSTALMENT", "Première tranche", "amount=10000");
        var coordinator = pages.as(Role.COORDINATOR);
        assertThat(coordinator
                        .open(url)
                        .select("form[action$=/done] [name=version]")
                        .val())
                .isEqualTo("1");
        assertThat(coordinator.post(url + "/done", "version=1", "on=" + today, "amount=9000"))
                .hasStatus(303);
        assertThat(pages.as(Role.ACCOUNTANT).post(url + "/done", "version=1", "on=" + today, "amount=8000"))
                .hasStatus(409);
        assertThat(text(Role.COORDINATOR, agreement)).contains("9 000,00 $ reçus sur 10 000,00 $");
        assertThat(coordinator.post(url + "/open", "version=1"))
                .as("the page from before it was noted")
                .hasStatus(409);
        assertThat(text(Role.COORDINATOR, agreement)).contains("9 000,00 $ reçus sur 10 000,00 $");
    }

    @Test
    void correctsAndDeletesWhatIsOpen() {
        String url = add("DELIVERABLE", "Raport", "clause=4.2");
        var coordinator = pages.as(Role.COORDINATOR);
        assertThat(coordinator.post(url, "version=1", "what=Rapport d’étape", "due=" + today.plusDays(3)))
                .hasStatus(303);
        assertThat(text(Role.COORDINATOR, agreement))
                .contains("Rapport d’étape")
                .doesNotContain("Raport");
        assertThat(text(Role.COORDINATOR, url)).contains("Corrigé", "Raport", "4.2");
        assertThat(coordinator.post(url, "version=1", "what=Autre", "due=" + today))
                .hasStatus(409);
        coordinator.post(url + "/done", "version=2", "on=" + today);
        assertThat(coordinator.post(url, "version=3", "what=Autre", "due=" + today))
                .hasStatus(422);
        assertThat(coordinator.post(url + "/remove", "version=3")).hasStatus(422);
        coordinator.post(url + "/open", "version=3");
        assertThat(coordinator.post(url + "/remove", "version=4")).hasStatus(303);
        assertThat(text(Role.COORDINATOR, agreement)).doesNotContain("Rapport d’étape");
        assertThat(coordinator.get(url)).hasStatus(404);
    }

    @Test
    void letsTheAccountantNotePaymentsAndAccountsOnly() {
        String instalment = add("INSTALMENT", "Première tranche", "amount=10000");
        String deliverable = add("DELIVERABLE", "Rapport final");
        var accountant = pages.as(Role.ACCOUNTANT);
        assertThat(accountant.open(agreement).select("a[href=" + instalment + "]"))
                .isNotEmpty();
        assertThat(accountant.open(agreement).select("a[href=" + deliverable + "]"))
                .isEmpty();
        assertThat(accountant.post(instalment + "/done", "version=1", "on=" + today, "amount=10000"))
                .hasStatus(303);
        assertThat(accountant.post(deliverable + "/done", "version=1", "on=" + today))
                .hasStatus(403);
        assertThat(accountant.post(instalment, "version=2", "what=x", "due=" + today))
                .hasStatus(403);
        assertThat(pages.as(Role.BOARD_MEMBER).post(instalment + "/open", "version=2"))
                .hasStatus(403);
        UUID line = db.sql("SELECT id FROM resources.spending_line")
                .query(UUID.class)
                .single();
        String url = agreement + "/line/" + line;
        assertThat(accountant.open(url).select("main [name=amount], main [name=amendment]"))
                .isEmpty();
        assertThat(accountant.post(url + "/account", "version=1", "account=5310"))
                .hasStatus(303);
        assertThat(accountant.post(url + "/account", "version=1", "account=5320"))
                .hasStatus(409);
        assertThat(accountant.post(url, "version=2", "amount=1")).hasStatus(403);
        assertThat(pages.as(Role.COORDINATOR).open(url).select("[name=account]").val())
                .isEqualTo("5310");
    }

    @Test
    void returnsTheBalanceToTheFunderWithItsProof() {
        var coordinator = pages.as(Role.COORDINATOR);
        coordinator.post(add("INSTALMENT", "Première tranche", "amount=10000") + "/done", "version=1", "on=" + today);
        var plan = coordinator.open(agreement).select("#closing form:has([name=kind])");
        assertThat(plan.text().replace('\u00a0', ' ')).isEqualTo("Prévoir le retour de 10 000,00 $ au bailleur");
        String[] fields = plan.select("input[type=hidden]").stream()
                .map(input -> input.attr("name") + "=" + input.val())
                .toArray(String[]::new);
        assertThat(coordinator.post(agreement + "/due", fields)).hasStatus(303);
        assertThat(text(Role.COORDINATOR, agreement))
                .contains("1 solde à retourner au bailleur")
                .doesNotContain("Prévoir le retour");
        UUID refund = db.sql("SELECT id FROM resources.grant_agreement_due WHERE kind = 'REFUND'")
                .query(UUID.class)
                .single();
        String url = agreement + "/due/" + refund;
        assertThat(text(Role.ACCOUNTANT, url)).contains("C’est retourné", "Preuve du retour");
        assertThat(mvc.post()
                        .uri(url + "/done")
                        .multipart()
                        .file(new MockMultipartFile(
                                "proof", "virement.txt", "text/plain", "Virement 42".getBytes(StandardCharsets.UTF_8)))
                        .param("version", "1")
                        .param("on", today.toString())
                        .param("amount", "9990")
                        .with(visitors.as(Role.ACCOUNTANT))
                        .with(csrf())
                        .exchange())
                .hasStatus(303);
        assertThat(text(Role.COORDINATOR, agreement))
                .contains("9 990,00 $ retournés sur 10 000,00 $", "Reçu et pas dépensé : 10,00 $");
        assertThat(text(Role.COORDINATOR, "/resources/fund?year=" + today))
                .as("what went back is not deferred")
                .contains("Appui fictif 0,00 $ 10,00 $ 0,00 $ 10,00 $");
        String proof = coordinator
                .open(agreement)
                .select("a[href^=/platform/document/]")
                .attr("href");
        assertThat(coordinator.get(proof)).hasStatusOk();
        assertThat(pages.as(Role.ACCOUNTANT).post(url + "/open", "version=2")).hasStatus(303);
        assertThat(coordinator.open(agreement).select("a[href^=/platform/document/]"))
                .isEmpty();
        assertThat(coordinator.get(proof)).hasStatus(404);
    }
}
