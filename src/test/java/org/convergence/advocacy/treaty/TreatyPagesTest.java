package org.convergence.advocacy.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.convergence.advocacy.AdvocacyFixture;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueDayKind;
import org.convergence.platform.shell.DueWorkSource.DueWorkPlace;
import org.convergence.platform.shell.DueWorkSource.DueWorkRow;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A treaty with its facts by country, the next check, our asks, and what moved. */
@ModuleTest
class TreatyPagesTest {

    @Autowired
    private AdvocacyFixture fixture;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private List<DueWorkSource> sources;

    @Autowired
    private RecipientWords words;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void noTreaties() {
        fixture.clear();
        today = settings.today();
    }

    private String c189() {
        return fixture.post(
                "/advocacy/treaty/new",
                "kind=TREATY",
                "code=C189",
                "title=Travailleuses et travailleurs domestiques",
                "aim=RATIFICATION");
    }

    @Test
    void tellsWhatIsSoByCountryAndAsksToCheckAgain() {
        String url = c189();
        fixture.post(
                url + "/facts",
                "country=Mexique",
                "fact=RATIFIED",
                "day=2020-07-03",
                "source=Liste de l’OIT",
                "checkedOn=" + today.minusDays(1),
                "nextCheckOn=");
        fixture.post(
                url + "/facts",
                "country=canada",
                "fact=NOT_RATIFIED",
                "source=Absent de la liste",
                "checkedOn=" + today.minusMonths(7),
                "nextCheckOn=" + today.minusMonths(1));
        assertThat(fixture.main(url))
                .contains("Mexique", "Ratifié, le 3 juillet 2020", "Canada", "Pas ratifié", "en retard");
        assertThat(fixture.main("/")).contains("Ratification ou état à revérifier : C189, Canada");
        assertThat(timeline(url)).as("one day is no line").isEmpty();
        String fact = fixture.find("SELECT id FROM advocacy.treaty_fact WHERE country = 'CA'");
        fixture.post(url + "/facts/" + fact + "/confirm");
        assertThat(fixture.main(url)).doesNotContain("en retard");
        assertThat(fixture.main("/")).as("due in six months").contains("Rien ne presse");
        assertThat(fixture.main("/advocacy/treaty")).contains("C189", "Canada et Mexique");
        assertThat(fixture.main("/search?q=domestiques")).contains("C189, Travailleuses et travailleurs domestiques");
        fixture.post(
                url + "/facts",
                "country=",
                "fact=IN_FORCE",
                "day=1913-09-05",
                "source=Liste de l’OIT",
                "checkedOn=" + today.minusDays(1),
                "nextCheckOn=");
        assertThat(timeline(url))
                .containsPattern("1913.*Mexique.*Ratifié.*3 juillet 2020")
                .doesNotContain("Pas ratifié");
    }

    /** The drawing of an instrument's dated facts, with its figures. */
    private String timeline(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main figure").text().replace('\u00a0', ' ');
    }

    @Test
    void listsWhatMovedSinceADayAndKeepsOurAsks() {
        String url = c189();
        fixture.post(
                url + "/facts",
                "country=Haïti",
                "fact=TABLED",
                "day=" + today.minusDays(40),
                "words=Dépôt au Sénat",
                "source=Journal",
                "checkedOn=" + today,
                "nextCheckOn=" + today.plusMonths(6));
        assertThat(fixture.main("/advocacy/treaty?since=" + today.minusDays(50)))
                .contains("Dépôt au Sénat");
        assertThat(fixture.main("/advocacy/treaty?since=" + today.minusDays(10)))
                .contains("Rien n’a bougé")
                .doesNotContain("Dépôt au Sénat");
        assertThat(fixture.main("/advocacy/treaty"))
                .as("a year without an assembly")
                .contains("Dépôt au Sénat");
        meetings.plan(
                board.addBody(BodyKind.GENERAL, new Quorum(Quorum.QuorumMeasure.ORGANISATIONS, 1, 2, true)),
                today.minusDays(20).atTime(9, 0));
        assertThat(fixture.main("/advocacy/treaty"))
                .as("since the last general assembly")
                .contains("Rien n’a bougé");
        assertThat(pages.as(Role.COORDINATOR).get("/advocacy/treaty?since=jamais"))
                .hasStatus(422);
        String minister = fixture.minister("Zélie", "Quenouille");
        fixture.post(minister + "/asks", "ask=Ratifier la C189");
        fixture.post(url + "/asks/" + fixture.only("dialogue_ask") + "/attach");
        assertThat(fixture.main(url)).contains("Ratifier la C189").doesNotContain("Aucune demande");
    }

    @Test
    void refusesAnUnknownCountryASecondCodeAndACheckBeforeTheLast() {
        String url = c189();
        MvcTestResult answer = pages.as(Role.COORDINATOR)
                .post(
                        url + "/facts",
                        "country=Atlantide",
                        "fact=RATIFIED",
                        "source=x",
                        "checkedOn=" + today,
                        "nextCheckOn=");
        assertThat(answer).hasStatus(422);
        assertThat(Pages.parse(answer).text()).contains("n’est pas un pays connu");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(url + "/facts", "fact=OTHER", "source=x", "checkedOn=" + today, "nextCheckOn=" + today))
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR)
                        .post("/advocacy/treaty/new", "kind=BILL", "code=C189", "title=Autre", "aim=ADOPTION"))
                .hasStatus(422);
        assertThat(pages.as(Role.VOLUNTEER).post(url + "/facts")).hasStatus(403);
    }

    @Test
    void followsAPetitionWithCountsAsPublishedAndItsAnswer() {
        String form = fixture.post(
                "/advocacy/treaty/new",
                "kind=PETITION",
                "code=e-0001",
                "title=Pour les travailleuses domestiques",
                "aim=RATIFICATION",
                "url=https://parlement.example/e-0001");
        String url = form.replace("/petition", "");
        assertThat(form).endsWith("/petition");
        fixture.post(
                form,
                "version=0",
                "parliament=CANADA",
                "opensOn=" + today.minusDays(130),
                "closesOn=" + today.plusDays(5));
        assertThat(fixture.main(url)).contains("La signer au parlement", "jamais ici");
        assertThat(fixture.main("/")).contains("La pétition e-0001 ferme");
        fixture.post(url + "/counts", "count=1240", "countedOn=" + today.minusDays(20), "source=Site du parlement");
        fixture.post(url + "/counts", "count=1310", "countedOn=" + today, "source=Site du parlement");
        assertThat(fixture.main(url)).contains("1 310 signatures", "1 240 signatures", "Source : Site du parlement");
        fixture.post(
                form,
                "version=1",
                "parliament=CANADA",
                "sponsor=Une députée fictive",
                "opensOn=" + today.minusDays(200),
                "closesOn=" + today.minusDays(80),
                "tabledOn=" + today.minusDays(50));
        assertThat(fixture.main(url))
                .as("due 45 days after it was tabled")
                .contains("Réponse attendue En retard de 5 jours")
                .doesNotContain("La signer");
        assertThat(fixture.main("/")).contains("Réponse attendue à la pétition e-0001");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(form, "version=1", "parliament=CANADA", "opensOn=" + today.minusDays(200)))
                .hasStatus(409);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(url + "/counts", "count=1", "countedOn=" + today.plusDays(1), "source=x"))
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR).post(c189() + "/counts", "count=1", "source=x"))
                .hasStatus(422);
    }

    private String petition(String code) {
        return fixture.post("/advocacy/treaty/new", "kind=PETITION", "code=" + code, "title=x", "aim=RATIFICATION");
    }

    private void savePetition(String form, int version, String... fields) {
        String[] all = Arrays.copyOf(fields, fields.length + 3);
        all[fields.length] = "version=" + version;
        all[fields.length + 1] = "parliament=CANADA";
        all[fields.length + 2] = "opensOn=" + today.minusDays(200);
        fixture.post(form, all);
    }

    private String input(String form, String name) {
        return pages.as(Role.COORDINATOR)
                .open(form)
                .select("input[name=" + name + "]")
                .attr("value");
    }

    @Test
    void countsTheAnswerOfAPetitionFromItsTablingAndStoresOnlyWhatIsPublished() {
        String form = petition("e-0002");
        String url = form.replace("/petition", "");
        assertThat(input(form, "opensOn")).as("not today").isEmpty();
        assertThat(fixture.main(url)).contains("Pétition officielle").doesNotContain("à ratifier");
        savePetition(form, 0, "tabledOn=" + today.minusDays(50));
        assertThat(fixture.main("/")).contains("Réponse attendue à la pétition e-0002");
        assertThat(input(form, "answerDueOn")).isEmpty();
        savePetition(form, 1, "tabledOn=" + today.minusDays(40), "answerDueOn=" + input(form, "answerDueOn"));
        assertThat(fixture.main(url)).doesNotContain("En retard");
        assertThat(fixture.main("/")).contains("Rien ne presse");
        MvcTestResult untabled = pages.as(Role.COORDINATOR)
                .post(
                        form,
                        "version=2",
                        "parliament=CANADA",
                        "opensOn=" + today.minusDays(200),
                        "answeredOn=" + today.minusDays(1));
        assertThat(untabled).hasStatus(422);
        assertThat(Pages.parse(untabled).text()).contains("Notez d’abord le jour du dépôt.");
    }

    @Test
    void asksWhetherAClosedPetitionWasTabledUntilItLapses() {
        String form = petition("e-0003");
        savePetition(form, 0, "closesOn=" + today);
        assertThat(fixture.main("/")).contains("La pétition e-0003 ferme");
        savePetition(form, 1, "closesOn=" + today.minusDays(1));
        assertThat(fixture.main("/"))
                .contains("La pétition e-0003 a-t-elle été déposée?")
                .doesNotContain("La pétition e-0003 ferme");
        fixture.post(
                form.replace("/petition", "/facts"),
                "fact=LAPSED",
                "source=Feuilleton",
                "checkedOn=" + today,
                "nextCheckOn=");
        assertThat(fixture.main("/")).doesNotContain("e-0003");
    }

    @Test
    void keepsTheKeyOfChecksThatArePutOff() {
        UUID id = UUID.randomUUID();
        assertThat(sources.stream()
                        .filter(each -> each.getClass().getSimpleName().startsWith("TreatyDueWork"))
                        .map(each -> each.describe(
                                        new DueWorkRow(
                                                "CHECK",
                                                id,
                                                id,
                                                today,
                                                DueDayKind.SET,
                                                null,
                                                DueWorkPlace.OURS,
                                                "C1",
                                                null),
                                        words.forOrganisation())
                                .key()))
                .containsExactly("advocacy.treaty/" + id);
    }
}
