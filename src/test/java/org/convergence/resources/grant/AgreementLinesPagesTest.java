package org.convergence.resources.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
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

/** The lines of an agreement after it was recorded: added, renamed, and removed while nothing is on them. */
@ModuleTest
class AgreementLinesPagesTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private String agreement = "";

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
                                .field("from", today.minusDays(90))
                                .field("to", today.plusDays(99))
                                .field("scope", "MISSION")
                                .field("tolerance", "10")
                                .field("lines", "1;Salaires;8000\n2;Administration;1000"))
                .getResponse()
                .getRedirectedUrl());
    }

    private String line(String code) {
        return agreement + "/line/" + lineId(code);
    }

    private UUID lineId(String code) {
        return db.sql("SELECT id FROM resources.spending_line WHERE code = ?")
                .param(code)
                .query(UUID.class)
                .single();
    }

    private List<String> lines() {
        return db.sql("SELECT code || ' ' || label || ' ' || trim_scale(original) || ' ' || trim_scale(amended)"
                        + " FROM resources.spending_line ORDER BY position")
                .query(String.class)
                .list();
    }

    @Test
    void theEnterKeySavesAndDoesNotPreview() {
        for (String form : List.of("/resources/grant/agreement/new", agreement + "/lines")) {
            var first = Objects.requireNonNull(
                    pages.as(Role.COORDINATOR).open(form).selectFirst("main form.form button[type=submit]"));
            assertThat(first.attr("name")).as(form).isEmpty();
            assertThat(first.hasAttr("hidden")).as(form).isTrue();
        }
    }

    @Test
    void addsLinesAndCountsThoseAddedLaterAsTransfers() {
        var coordinator = pages.as(Role.COORDINATOR);
        assertThat(coordinator.post(agreement + "/lines", "lines=2;Encore;10")).hasStatus(422);
        assertThat(coordinator.post(agreement + "/lines", "lines=oups")).hasStatus(422);
        assertThat(coordinator.post(agreement + "/lines", "lines=3;Transport;500\n4;Salle;200"))
                .hasStatus(303);
        assertThat(lines())
                .containsExactly(
                        "1 Salaires 8000 8000", "2 Administration 1000 1000", "3 Transport 500 500", "4 Salle 200 200");
        assertThat(coordinator.open(agreement).text()).doesNotContain("avenant");
        assertThat(coordinator.post(
                        "/resources/spending/new", "amount=10", "currency=CAD", "day=" + today, "line1=" + lineId("1")))
                .hasStatus(303);
        assertThat(coordinator.post(agreement + "/lines", "lines=5;Traduction;300"))
                .hasStatus(303);
        assertThat(lines()).contains("5 Traduction 0 300");
        assertThat(coordinator.open(agreement).text()).contains("il faut un avenant");
        assertThat(pages.as(Role.ACCOUNTANT).post(agreement + "/lines", "lines=6;Autre;1"))
                .hasStatus(403);
    }

    @Test
    void givesALineTheCodeOfTheFunderAndItsCapsFollow() {
        var coordinator = pages.as(Role.COORDINATOR);
        assertThat(coordinator.post(line("2") + "/limits", "version=1", "capPercent=10", "capBase=1"))
                .hasStatus(303);
        String salaries = line("1");
        assertThat(coordinator.post(salaries + "/name", "version=1", "code=2", "label=Salaires"))
                .as("the code of another line")
                .hasStatus(422);
        assertThat(coordinator.post(salaries + "/name", "version=1", "code=A.1", "label=Masse salariale"))
                .hasStatus(303);
        assertThat(lines().get(0)).isEqualTo("A.1 Masse salariale 8000 8000");
        assertThat(coordinator.open(line("2")).select("[name=capBase]").val()).isEqualTo("A.1");
        assertThat(coordinator.post(salaries + "/name", "version=1", "code=B", "label=x"))
                .hasStatus(409);
    }

    @Test
    void removesALineOnWhichNothingIs() {
        var coordinator = pages.as(Role.COORDINATOR);
        coordinator.post(
                "/resources/spending/new", "amount=10", "currency=CAD", "day=" + today, "line1=" + lineId("1"));
        var refused = coordinator.post(line("1") + "/remove", "version=1");
        assertThat(refused).hasStatus(422);
        assertThat(Pages.text(refused)).contains("La ligne 1 sert déjà");
        assertThat(lines()).hasSize(2);
        assertThat(coordinator.post(line("2") + "/remove", "version=1")).hasStatus(303);
        assertThat(lines()).containsExactly("1 Salaires 8000 8000");
        db.sql("DELETE FROM resources.spending_expense").update();
        assertThat(coordinator.post(line("1") + "/remove", "version=1"))
                .as("the only one")
                .hasStatus(422);
    }

    @Test
    void showsWhatIsReadOfPastedLinesBeforeAnythingIsRecorded() {
        var coordinator = pages.as(Role.COORDINATOR);
        String[] pasted = {
            "lines=Code\tPoste\tMontant\n3\tTransport\t1 500,50 $\t\n4\tSalle et matériel\t200\nTotal\t\t1 700,50 $"
        };
        String read = Pages.text(coordinator.post(agreement + "/lines", pasted[0], "look=true"))
                .replace('\u00a0', ' ');
        assertThat(read)
                .contains("2 lignes lues, 1 700,50 $ en tout", "Salle et matériel", "Rien n’est encore inscrit");
        assertThat(lines()).hasSize(2);
        String wrong = Pages.text(
                        coordinator.post(agreement + "/lines", "lines=3\tTransport\t1500\nTotal\t\t1700", "look=true"))
                .replace('\u00a0', ' ');
        assertThat(wrong).contains("la somme des lignes est 1 500");
        assertThat(coordinator.post(agreement + "/lines", pasted[0])).hasStatus(303);
        assertThat(lines()).contains("3 Transport 1500.5 1500.5", "4 Salle et matériel 200 200");
    }

    @Test
    void showsTheLinesOfANewAgreementToo() {
        var look = pages.as(Role.COORDINATOR)
                .post(
                        "/resources/grant/agreement/new",
                        "look=true",
                        "currency=MXN",
                        "title=",
                        "lines=\tSalaires et charges\t8000");
        assertThat(look).hasStatusOk();
        assertThat(Pages.text(look).replace('\u00a0', ' ')).contains("1 ligne lue, 8 000,00", "Salaires et charges");
    }
}
