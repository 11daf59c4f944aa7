package org.convergence.resources.subsidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A subsidised position from the programme to the paid claim, through the pages. */
@ModuleTest
class SubsidyPagesTest extends SubsidyFixture {

    @Test
    void claimsApprovedHoursFromTheFileToThePayment() {
        String file = file(programme(true));
        assertThat(main(file)).contains("Nadège Pierre", "35 h par semaine", "24,00", "26,88");
        assertThat(main(file + "/claim?from=" + MONDAY + "&to=" + MONDAY.plusDays(6)))
                .contains("Cette période donne 35 h, soit 567,00");
        String claim = claim(file);
        assertThat(main(claim))
                .contains("À envoyer", "567,00", "16,10", "16,60", "Talons de paie", "Il manque encore 2 pièces");
        assertThat(post(claim + "/proof/1", "provided=true")).hasStatus(303);
        assertThat(main(claim)).contains("Il manque encore 1 pièce");
        assertThat(mainButton(file)).as("it waits").isEqualTo(claim);
        assertThat(main(file))
                .as("nothing is sent yet")
                .contains("567,00 $ à envoyer")
                .doesNotContain("réclamés");
        assertThat(main("/resources/subsidy")).contains("567,00 $ à envoyer").doesNotContain("réclamés");
        assertThat(Pages.text(pages.as(coordinator).get("/resources/subsidy/export.csv")))
                .contains(";567,00;0,00;0,00")
                .doesNotContain("567,0000");
        LocalDate today = settings.today();
        assertThat(post(claim + "/send", "version=1", "day=" + today.plusDays(1)))
                .hasStatus(422)
                .bodyText()
                .contains("pas encore venu");
        assertThat(post(claim + "/send", "version=1", "day=" + MONDAY.plusDays(3)))
                .hasStatus(422)
                .bodyText()
                .contains("compte des heures jusqu’au");
        assertThat(post(claim + "/send", "version=1", "day=" + today, "confirmation=SQ-17"))
                .hasStatus(303);
        assertThat(post(claim + "/send", "version=1", "day=" + today))
                .as("an older version")
                .hasStatus(409);
        assertThat(main(claim)).contains("Envoyée", "SQ-17");
        assertThat(mainButton(file)).as("none waits").isEqualTo(file + "/claim");
        assertThat(post(claim + "/pay", "version=2", "day=" + today, "amount=567,00"))
                .hasStatus(303);
        assertThat(main(claim)).contains("Payée");
        assertThat(main(file)).contains("567,00 $ réclamés, 567,00 $ reçus");
        assertThat(post(claim + "/take-back")).hasStatus(303);
        assertThat(main(claim)).contains("Envoyée");
        assertThat(post(claim + "/take-back")).hasStatus(303);
        assertThat(pages.as(coordinator)
                        .open(claim)
                        .select("[name=confirmation]")
                        .val())
                .isEqualTo("SQ-17");
    }

    private String mainButton(String file) {
        return pages.as(coordinator).open(file).select(".gestures .main").attr("href");
    }

    @Test
    void endsAFileOnlyWithAReasonForWhatIsOpen() {
        LocalDate today = settings.today();
        String programme = programme(true);
        String due = "due-FINAL_REPORT=" + today.plusDays(3);
        String file = file(programme, due);
        claim(file, "dueOn=" + today.plusDays(4));
        MvcTestResult refused = post(file + "/edit", fileFields(programme, due, "version=1", "state=CLOSED"));
        assertThat(refused).hasStatus(422).bodyText().contains("Dites sous", "pourquoi vous laissez le dossier");
        assertThat(due(today)).as("both stay due").hasSize(2);
        assertThat(post(
                        file + "/edit",
                        fileFields(programme, due, "version=1", "state=CLOSED", "closingNote=Le poste n’existe plus.")))
                .hasStatus(303);
        assertThat(main(file)).contains("1 réclamation à envoyer et 1 étape à faire", "Le poste n’existe plus.");
    }

    @Test
    void showsStepsAndTheClaimOnTheirDays() {
        LocalDate today = settings.today();
        String file = file(programme(true), "due-POSTING=" + today.plusDays(3));
        claim(file, "dueOn=" + today.plusDays(4));
        assertThat(due(today)).hasSize(2).allMatch(what -> what.contains("Expérience") && !what.contains("Nadège"));
        assertThat(post(file + "/step/POSTING")).hasStatus(303);
        assertThat(due(today)).singleElement().asString().contains("Envoyer la réclamation");
        assertThat(main(file)).contains("Fait le");
        assertThat(post(file + "/step/POSTING/reopen")).hasStatus(303);
        assertThat(due(today)).hasSize(2);
    }

    @Autowired
    private RecipientWords words;

    @Test
    void countsWeeksAfterTheContractAsEmpty() {
        LocalDate today = settings.today();
        file(programme(true), "startsOn=" + MONDAY, "endsOn=" + today.plusWeeks(12));
        assertThat(main("/resources/subsidy")).doesNotContain("Plus personne à partir du " + day(today.plusDays(1)));
        db.sql("UPDATE plan.time_contract SET ends_on = ? WHERE id = ?")
                .params(today, contract)
                .update();
        assertThat(main("/resources/subsidy")).contains("Semaines sans personne subventionnée");
        LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        assertThat(main("/resources/subsidy")).contains("Plus personne à partir du " + day(monday));
        db.sql("UPDATE plan.time_contract SET ends_on = ? WHERE id = ?")
                .params(today.minusDays(27), contract)
                .update();
        assertThat(main("/resources/subsidy"))
                .contains("Plus personne depuis le " + day(today.minusDays(26)))
                .doesNotContain("à partir du");
    }

    @Test
    void capacityShowsEmptyWeeksWithTheCallsThatCloseBeforeTheirEnd() {
        LocalDate today = settings.today();
        db.sql("DELETE FROM resources.grant_application").update();
        db.sql("DELETE FROM resources.grant_call").update();
        assertThat(main("/plan/time/capacity"))
                .as("nobody was ever subsidised")
                .doesNotContain("sans poste subventionné");
        file(programme(true), "startsOn=" + MONDAY, "endsOn=" + today.plusYears(2));
        assertThat(main("/plan/time/capacity")).doesNotContain("sans poste subventionné");
        db.sql("UPDATE plan.time_contract SET ends_on = ? WHERE id = ?")
                .params(today.plusWeeks(2), contract)
                .update();
        assertThat(main("/plan/time/capacity"))
                .contains("Semaines sans poste subventionné", "Aucun appel de votre liste ne ferme");
        for (String[] call : new String[][] {
            {"Appel de Noël", today.plusWeeks(4).toString()},
            {"Appel échu", today.minusDays(9).toString()}
        }) {
            pages.as(Role.COORDINATOR)
                    .post(
                            "/resources/grant/calls/new",
                            "title=" + call[0],
                            "funder-new=Fonds d’essai",
                            "door=WINDOW",
                            "closes=" + call[1],
                            "currency=CAD",
                            "zone=America/Toronto");
        }
        assertThat(main("/plan/time/capacity")).contains("Appel de Noël").doesNotContain("Appel échu");
        assertThat(pages.as(Role.COORDINATOR).open("/plan/time/capacity").select("#empty svg"))
                .hasSize(1);
    }

    @Test
    void keepsTheFileOfAProofForReadersOfTheClaim() {
        String claim = claim(file(programme(true)));
        assertThat(post(claim + "/proof/1/file")).hasStatus(422).bodyText().contains("Choisissez d’abord un fichier");
        attach(claim, "Talon du 4 mai");
        assertThat(main(claim)).contains("Il manque encore 1 pièce", "Voir le fichier");
        String first = proof(claim);
        assertThat(pages.as(coordinator).get(first)).hasStatusOk();
        assertThat(pages.as(Role.ACCOUNTANT).get(first)).hasStatusOk();
        assertThat(pages.as(Role.STAFF).get(first)).as("a colleague").hasStatus(404);
        assertThat(pages.as(Role.BOARD_MEMBER).get(first)).hasStatus(404);
        attach(claim, "Talon du 11 mai");
        assertThat(pages.as(coordinator).get(first)).as("it was replaced").hasStatus(404);
        String second = proof(claim);
        assertThat(post(claim + "/proof/1")).hasStatus(303);
        assertThat(pages.as(coordinator).get(second)).hasStatus(404);
        attach(claim, "Talon du 18 mai");
        String third = proof(claim);
        assertThat(post(claim + "/delete")).hasStatus(303);
        assertThat(pages.as(coordinator).get(third)).hasStatus(404);
    }

    private String proof(String claim) {
        return pages.as(coordinator)
                .open(claim)
                .select("a[href^=/platform/document/]")
                .attr("href");
    }

    private void attach(String claim, String content) {
        assertThat(mvc.post()
                        .uri(claim + "/proof/1/file")
                        .multipart()
                        .file(new MockMultipartFile(
                                "file", "talon.txt", "text/plain", content.getBytes(StandardCharsets.UTF_8)))
                        .with(visitors.as(Role.ACCOUNTANT))
                        .with(csrf())
                        .exchange())
                .hasStatus(303);
    }

    @Autowired
    private MockMvcTester mvc;

    private String day(LocalDate day) {
        return words.forOrganisation().date(day).replace('\u00a0', ' ');
    }

    @Test
    void keepsTheTermsOfTheDayOfOpening() {
        String programme = programme(true);
        String file = file(programme);
        assertThat(post("/resources/subsidy/programmes/" + programme, programmeFields("40", true, "version=1")))
                .hasStatus(303);
        assertThat(main(file)).contains("100 % du salaire");
        assertThat(main("/resources/subsidy/programmes")).contains("40 % du salaire");
    }

    @Test
    void anAmendedAgreementLeavesItsPaidClaims() {
        String programme = programme(true);
        String file = file(programme);
        String claim = claim(file);
        String today = settings.today().toString();
        post(claim + "/send", "version=1", "day=" + today);
        assertThat(post(claim + "/pay", "version=2", "day=" + today, "amount=567,00"))
                .hasStatus(303);
        assertThat(post(file + "/edit", fileFields(programme, "version=1", "percent=50", "most=500")))
                .hasStatus(303);
        assertThat(main(claim)).contains("Payée", "567,00 $").doesNotContain("283,50");
        assertThat(main(file)).contains("567,00 $ réclamés, 567,00 $ reçus");
        assertThat(post(file + "/claim", "from=" + MONDAY, "to=" + MONDAY.plusDays(6)))
                .as("its hours are claimed")
                .hasStatus(422);
    }

    @Test
    void refusesWrongInput() {
        String programme = programme(true);
        assertThat(post("/resources/subsidy/new", fileFields(programme, "wage=24,005")))
                .hasStatus(422)
                .bodyText()
                .contains("Au plus deux décimales");
        assertThat(post("/resources/subsidy/new", fileFields(programme, "endsOn=2020-01-01")))
                .hasStatus(422);
        Actor other = crew.hire(visitors, "Idriss", "Bah", Role.STAFF);
        assertThat(post("/resources/subsidy/new", fileFields(programme, "person=" + other.personId())))
                .hasStatus(422)
                .bodyText()
                .contains("pas celui de cette personne");
        assertThat(post(
                        "/resources/subsidy/minimum-wage",
                        "startsOn=2026-05-01",
                        "amount=17",
                        "source=x",
                        "checkedOn=2026-05-01"))
                .hasStatus(422)
                .bodyText()
                .contains("Un taux commence déjà");
        String early = file(programme, "startsOn=2024-01-01");
        assertThat(pages.as(coordinator).get(early + "/claim?from=2026-13-01&to=x"))
                .hasStatusOk();
        assertThat(post(early + "/claim", "from=2024-01-01", "to=2024-02-01")).hasStatus(422);
    }
}
