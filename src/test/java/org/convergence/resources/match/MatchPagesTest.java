package org.convergence.resources.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The match of an agreement: what is asked, and each thing counts once. */
@ModuleTest
class MatchPagesTest extends MatchFixture {

    @Test
    void showsPromisedConfirmedAndLeftAndPrintsTheStatement() throws Exception {
        String source = gift(mission, "Prêt d’une salle", "900");
        assertThat(text(url(mission)))
                .contains("Demandé : 25 000,00 $ (article 7.2), dont au plus 12 500,00 $ en nature")
                .contains("Reste à trouver : 24 100,00 $, si les 900,00 $ promis se confirment", "Promis");
        assertThat(paper(source + "/statement.pdf"))
                .contains("Syndicat fictif du match", "Concierge fictif", "Tarif affiché", "Signatures");
        assertThat(staff.post(source + "/confirm", "version=1", "signed=2999-01-01", "signedBy=Concierge"))
                .hasStatus(422);
        staff.post(source + "/confirm", "version=1", "signed=2025-04-14", "signedBy=Concierge fictif");
        assertThat(text("/resources/grant/agreement/" + mission))
                .contains("Contrepartie", "En nature 0,00 $ 900,00 $ 0,00 $", "Reste à trouver : 24 100,00 $.");
        gift(mission, "Matériel", "20000");
        assertThat(text(url(mission)))
                .contains("8 400,00 $ en nature ne comptent pas", "Reste à trouver : 12 500,00 $");
    }

    @Test
    void refusesTheSameGiftHourOrDollarTwiceWithItsFirstUse() {
        gift(mission, "Prêt d’une salle", "900");
        assertThat(gift(project, "La même salle", "900"))
                .contains("Cela compte déjà dans « Entente d’essai A » (le 12 avril 2025, Prêt d’une salle)");

        String item = "items=realisation/" + realisation;
        assertThat(staff.post(url(mission) + "/free", item)).hasStatus(422);
        db.sql("""
                        INSERT INTO resources.subsidy_minimum_wage (id, starts_on, amount, source, checked_on)
                        VALUES (?, '2025-01-01', 15.75, 'Essai', '2025-01-01')
                        """).param(UUID.randomUUID()).update();
        assertThat(Pages.text(staff.post(url(mission) + "/free", item, "rate=15", "rateSource=Annexe B")))
                .contains("moins que le salaire minimum");
        assertThat(staff.post(url(mission) + "/free", item, "rate=22", "rateSource=Annexe B"))
                .hasStatus(303);
        assertThat(text(url(mission))).contains("40 h à 22,00 $", "880,00 $");
        assertThat(text(url(project))).contains("Aucune heure bénévole");
        assertThat(Pages.text(staff.post(url(project) + "/free", item, "rate=22", "rateSource=Annexe B")))
                .contains("Atelier du match", "Entente d’essai A");

        assertThat(money(mission, "", "500", "Résolution CA-12")).isEqualTo(303);
        assertThat(money(project, "", "500", "résolution ca 12")).isEqualTo(422);
        assertThat(money(mission, project.toString(), "6000", "B-1")).isEqualTo(303);
        assertThat(money(mission, project.toString(), "4000,01", "B-2")).isEqualTo(422);
        assertThat(money(mission, project.toString(), "4000", "B-2")).isEqualTo(303);
        assertThat(money(mission, "", "5", "hors durée", "2026-01-01")).isEqualTo(422);
    }

    @Test
    void countsMoneyAsPublicUnlessItsFunderIsSaidToBePrivate() {
        assertThat(money(mission, project.toString(), "6000", "B-1")).isEqualTo(303);
        db.sql("UPDATE resources.match_source SET confirmed_on = '2025-12-31', confirmed_by = 'Trésorière'")
                .update();
        assertThat(text(url(mission))).contains("81 000,00 $ vient de bailleurs");
        db.sql("UPDATE resources.grant_agreement SET public_money = (id <> ?)")
                .param(project)
                .update();
        assertThat(text(url(mission)))
                .contains("Cumul sur toute l’entente : 75 000,00 $ d’argent public")
                .contains("Argent de bailleurs privés, compté dans le coût seulement : 6 000,00 $")
                .doesNotContain("vient de bailleurs");
    }

    @Test
    void keepsReferencesCurrenciesDaysAndCentsApart() {
        assertThat(money(mission, "", "500", "1-23")).isEqualTo(303);
        assertThat(money(mission, "", "500", "12-3")).isEqualTo(303);
        assertThat(money(mission, "", "500", " 1/23")).isEqualTo(422);
        UUID source = db.sql("SELECT id FROM resources.match_source LIMIT 1")
                .query(UUID.class)
                .single();
        assertThat(staff.post(
                        url(mission) + "/source/" + source + "/confirm",
                        "version=1",
                        "signed=2025-04-30",
                        "signedBy=Trésorière"))
                .as("before its day")
                .hasStatus(422);
        String item = "items=realisation/" + realisation;
        assertThat(Pages.text(staff.post(url(mission) + "/free", item, "rate=22,005", "rateSource=Annexe B")))
                .contains("Au plus deux décimales");
        db.sql("UPDATE resources.spending_budget SET currency = 'USD' WHERE title = 'Entente d’essai B'")
                .update();
        assertThat(staff.post(url(project) + "/free", item, "rate=22", "rateSource=Annexe B"))
                .hasStatus(422);
        assertThat(money(mission, project.toString(), "100", "B-1")).isEqualTo(422);
    }

    @Test
    void programsReadTheMatchAndOthersSeeTotalsOnly() throws Exception {
        gift(mission, "Prêt d’une salle", "900");
        var answer = mvc.get()
                .uri("/api/v1/matches/" + mission)
                .header("Authorization", "Bearer " + visitors.createToken(Role.COORDINATOR))
                .exchange()
                .getResponse();
        JsonNode match = Json.parse(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                .node();
        assertThat(match.path("required").asString()).isEqualTo("25000.00");
        assertThat(match.path("inKind").path("promised").asString()).isEqualTo("900.00");
        assertThat(pages.as(Role.BOARD_MEMBER).get(url(mission))).hasStatus(403);
        assertThat(pages.as(Role.BOARD_MEMBER)
                        .open("/resources/grant/agreement/" + mission)
                        .text())
                .contains("Contrepartie")
                .doesNotContain("Syndicat fictif du match");
    }
}
