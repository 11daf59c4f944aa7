package org.convergence.resources.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.identity.Role;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** A bequest fund, from the will to what was used of it. */
@ModuleTest
class FundPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    private String url = "";

    @BeforeEach
    void aBequest() {
        visitors.ensureOrganisation();
        var recorded = pages.as(Role.COORDINATOR)
                .post(
                        "/resources/fund/new",
                        "name=Fonds de solidarité ouvrière",
                        "nature=EXTERNAL",
                        "opened=2024-02-01",
                        "origin=Testament notarié fictif",
                        "purpose=Projets de solidarité ouvrière en Amérique latine");
        url = Objects.requireNonNull(recorded.getResponse().getRedirectedUrl());
        assertThat(move("RECEIVED", "60000", "2024-02-15", "Legs", "")).isEqualTo(303);
    }

    private int move(String kind, String amount, String day, String what, String decision) {
        return pages.as(Role.COORDINATOR)
                .post(url, "kind=" + kind, "amount=" + amount, "day=" + day, "what=" + what, "decision=" + decision)
                .getResponse()
                .getStatus();
    }

    private String text(String address) {
        return pages.as(Role.COORDINATOR).open(address).text().replace('\u00a0', ' ');
    }

    @Test
    void usesNoMoreThanThereIsAndCitesResolutions() {
        assertThat(move("RECOGNISED", "60000,01", "2024-06-01", "Ateliers", "")).isEqualTo(422);
        assertThat(move("RECOGNISED", "100", "2024-02-14", "Trop tôt", "")).isEqualTo(422);
        assertThat(move("TRANSFER_OUT", "100", "2024-06-01", "Réserve", "")).isEqualTo(422);
        assertThat(move("CAPITAL", "100", "2024-06-01", "Capital", "")).isEqualTo(422);
        assertThat(move("RECOGNISED", "8000", "2024-06-01", "Ateliers", "CA-2024-05-02"))
                .isEqualTo(303);
        assertThat(text(url)).contains("52 000,00 $ utilisables", "CA-2024-05-02", "−8 000,00 $");
        assertThat(pages.as(Role.COORDINATOR).open(url).select(".gestures .main[href=#move]"))
                .hasSize(1);
        assertThat(pages.as(Role.COORDINATOR).open(url).select("#move ~ section"))
                .as("before the sums and the movements")
                .hasSize(2);
        assertThat(text(url + "?year=2024-06-01")).contains("Au début", "À la fin 52 000,00 $");
    }

    /** The sums of a fund are of all its movements, however many; its page shows the latest. */
    @Test
    void sumsEachMovementOfALargeFund() {
        db.sql("""
                        INSERT INTO resources.fund_movement (id, fund, day, kind, amount, what, decision, recorded_by, recorded_at)
                        SELECT gen_random_uuid(), :fund, DATE '2024-03-01' + n % 700, 'RECEIVED', 0.01, 'Don', '', f.recorded_by, now()
                        FROM generate_series(1, 20100) AS n,
                             (SELECT recorded_by FROM resources.fund_movement WHERE fund = :fund LIMIT 1) AS f
                        """)
                .param("fund", UUID.fromString(url.substring(url.lastIndexOf('/') + 1)))
                .update();
        assertThat(text(url)).contains("60 201,00 $ utilisables", "19 901");
        assertThat(move("RECOGNISED", "60201,01", "2026-06-01", "Trop", "")).isEqualTo(422);
        assertThat(move("RECOGNISED", "60201,00", "2026-06-01", "Ateliers", "")).isEqualTo(303);
    }

    /** A year that has not begun shows what there is now, and what may be used is still what is left today or later. */
    @Test
    void opensAYearThatHasNotBegun() {
        move("RECOGNISED", "8000", "2024-06-01", "Ateliers", "");
        assertThat(text(url + "?year=2099-06-01"))
                .contains("52 000,00 $ utilisables", "Au début 52 000,00 $", "À la fin 52 000,00 $");
    }

    @Test
    void promisesNoOfficialReceiptBeforeTheRegistrationAsACharity() {
        String[] fund = {
            "name=Fonds des semences", "nature=EXTERNAL", "opened=2024-02-01", "origin=Don fictif", "version=1"
        };
        for (String promise :
                new String[] {"purpose=Semences, avec reçu officiel", "purpose=Seeds, with an official receipt"}) {
            for (String form : new String[] {"/resources/fund/new", url + "/edit"}) {
                var answer = pages.as(Role.COORDINATOR)
                        .post(
                                form,
                                Stream.concat(Stream.of(fund), Stream.of(promise))
                                        .toArray(String[]::new));
                assertThat(answer).as("%s, %s", form, promise).hasStatus(422);
                assertThat(Pages.parse(answer).text().replace('\u00a0', ' ')).contains("« accusé de réception »");
            }
        }
        assertThat(text(url)).contains("Projets de solidarité ouvrière").doesNotContain("officiel");
    }

    @Test
    void movementsAreTakenBackAndNeverChanged() {
        move("RECOGNISED", "8000", "2024-06-01", "Ateliers", "");
        UUID used = db.sql("SELECT id FROM resources.fund_movement WHERE fund = ? AND kind = 'RECOGNISED'")
                .param(UUID.fromString(url.substring(url.lastIndexOf('/') + 1)))
                .query(UUID.class)
                .single();
        assertThatThrownBy(() -> db.sql("UPDATE resources.fund_movement SET amount = 1 WHERE id = ?")
                        .param(used)
                        .update())
                .hasMessageContaining("fund_movement_stays");
        String takeBack = url + "/movement/" + used + "/take-back";
        var coordinator = pages.as(Role.COORDINATOR);
        assertThat(coordinator.post(takeBack, "sure=true").getResponse().getStatus())
                .isEqualTo(303);
        assertThat(text(url)).contains("60 000,00 $ utilisables", "repris");
        assertThat(coordinator.post(takeBack, "sure=true").getResponse().getStatus())
                .isEqualTo(422);
    }

    @Test
    void programsListFunds() {
        assertThat(mvc.get()
                        .uri("/api/v1/funds")
                        .header("Authorization", "Bearer " + visitors.createToken(Role.COORDINATOR)))
                .hasStatusOk()
                .bodyText()
                .contains(url.substring(url.lastIndexOf('/') + 1));
    }

    @Test
    void programsReadTheRollForward() throws Exception {
        var answer = mvc.get()
                .uri("/api/v1/funds/" + url.substring(url.lastIndexOf('/') + 1))
                .header("Authorization", "Bearer " + visitors.createToken(Role.COORDINATOR))
                .exchange()
                .getResponse();
        JsonNode fund = Json.parse(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                .node();
        assertThat(fund.path("balance").asString()).isEqualTo("60000.00");
        assertThat(fund.path("year").path("closing").asString()).isEqualTo("60000.00");
        assertThat(pages.as(Role.VOLUNTEER).get(url).getResponse().getStatus()).isEqualTo(403);
        assertThat(text("/resources/fund")).contains("Fonds de solidarité ouvrière");
    }
}
