package org.convergence.resources.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.MemberKind;
import org.convergence.resources.membership.domain.AdmissionService;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.convergence.resources.membership.domain.CategoryService;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.HeadcountService;
import org.convergence.resources.membership.domain.MembershipFacts;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Delegates and votes of each member on a day, on a page, in a file and in the API. */
@ModuleTest
class DelegationPagesTest {

    private static final LocalDate ADOPTED = LocalDate.of(2024, 6, 17);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private CategoryService categories;

    @Autowired
    private AdmissionService admission;

    @Autowired
    private HeadcountService headcounts;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private CategoryId unions = new CategoryId(new UUID(0, 0));

    @BeforeEach
    void twoUnions() throws Exception {
        visitors.ensureOrganisation();
        today = settings.today();
        for (String table : new String[] {
            "delegation_suspension", "delegation_bylaw", "membership_headcount", "membership", "membership_category"
        }) {
            db.sql("DELETE FROM resources." + table).update();
        }
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            unions = categories.add(
                    new CategoryFacts("B", "Syndicats", MemberKind.ORGANISATION, null, null, null, null));
            OrganisationId maple = people.findOrCreateOrganisation("Syndicat de l’Érable");
            OrganisationId birch = people.findOrCreateOrganisation("Syndicat du Bouleau");
            admission.admit(new MembershipFacts(maple, unions, LocalDate.of(2020, 1, 1), null));
            admission.admit(new MembershipFacts(birch, unions, LocalDate.of(2020, 1, 1), null));
            headcounts.declare(
                    new HeadcountFacts(maple, today.minusMonths(2), 418, HeadcountStatus.DECLARED, null, null));
            return true;
        });
    }

    @Test
    void explainsTheDelegatesAndVotesOfEachMember() {
        assertThat(main(Role.STAFF, "/resources/delegation")).contains("Aucune table n’est inscrite", "aucun vote");
        assertThat(adopt()).hasStatus(303);
        assertThat(main(Role.STAFF, "/resources/delegation"))
                .contains(
                        "2 membres le",
                        "3 personnes déléguées, 2 votes",
                        "Pour 1 membre, le calcul est impossible",
                        "Syndicats · Selon les Règlements, article 8, en vigueur depuis le 17 juin 2024, et selon l’effectif",
                        "De 101 à 500 personnes; effectif déclaré de 418",
                        "Effectif inconnu.");
        assertThat(file(Role.STAFF))
                .contains(
                        "Selon les Règlements, article 8, ", "de 101 à 500 personnes; ", "Aucun effectif n’est connu");
        assertThat(main(Role.STAFF, "/resources/delegation?on=2024-06-16")).contains("Aucune table en vigueur.");
        assertThat(main(Role.STAFF, "/resources/delegation/bylaws"))
                .contains(
                        "de 0 à 100 personnes : 1 personne déléguée et 1 vote", "501 personnes et plus", "En vigueur");
    }

    @Test
    void hidesHeadcountsFromBoardMembers() {
        adopt();
        assertThat(main(Role.BOARD_MEMBER, "/resources/delegation"))
                .contains("Syndicat de l’Érable", "et selon l’effectif déclaré")
                .doesNotContain("418", "101");
        String file = file(Role.BOARD_MEMBER);
        assertThat(file).contains("Syndicat de l’Érable", ";3;2;").doesNotContain("418", "101");
        assertThat(file(Role.STAFF)).contains("418");
        assertThat(mvc.get()
                        .uri("/api/v1/delegations?on=" + today)
                        .header("Authorization", "Bearer " + visitors.createToken(Role.BOARD_MEMBER)))
                .hasStatusOk()
                .bodyText()
                .contains("\"delegates\":3", "\"ground\":\"NO_HEADCOUNT\"")
                .doesNotContainPattern("\\b418\\b");
    }

    @Test
    void refusesGapsAndOverlapsAndKeepsTheTypedLines() {
        MvcTestResult hole = pages.as(Role.COORDINATOR)
                .post(
                        "/resources/delegation/bylaws/of/" + unions.value(),
                        "since=" + ADOPTED,
                        "body=AGA",
                        "date=" + ADOPTED,
                        "from=1",
                        "from=201",
                        "to=100",
                        "to=",
                        "delegates=1",
                        "delegates=2",
                        "votes=1",
                        "votes=2");
        assertThat(hole).hasStatus(422).bodyText().contains("Il manque une ligne de 101 à 200 personnes");
        assertThat(Jsoup.parse(Pages.text(hole)).select("input[name=from]").eachAttr("value"))
                .startsWith("1", "201");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                "/resources/delegation/bylaws/of/" + unions.value(),
                                "since=" + ADOPTED,
                                "body=AGA",
                                "date=" + ADOPTED,
                                "from=0",
                                "from=80",
                                "to=100",
                                "to=",
                                "delegates=1",
                                "delegates=2",
                                "votes=1",
                                "votes=2"))
                .hasStatus(422)
                .bodyText()
                .contains("Deux lignes couvrent de 80 à 100 personnes");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                "/resources/delegation/bylaws/of/" + unions.value(),
                                "since=" + ADOPTED,
                                "body=AGA",
                                "date=" + ADOPTED,
                                "from=0",
                                "to=",
                                "delegates=un",
                                "votes=1"))
                .hasStatus(422)
                .bodyText()
                .contains("La ligne 1 n’est pas complète");
        assertThat(adopt()).hasStatus(303);
        assertThat(adopt()).hasStatus(422).bodyText().contains("déjà une table à partir du 17 juin 2024");
    }

    @Test
    void suspendsVotesByDecisionAndRestoresThem() {
        adopt();
        String suspend = pages.as(Role.COORDINATOR)
                .open("/resources/delegation")
                .select("a[href*=/suspensions/of/]")
                .attr("href");
        assertThat(mvc.get().uri(suspend).with(visitors.as(Role.STAFF))).hasStatus(403);
        assertThat(pages.as(Role.COORDINATOR).post(suspend, "since=" + today, "reason=Non-paiement"))
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(suspend, "since=" + today, "reason=Non-paiement", "body=CA", "date=" + today))
                .hasStatus(303);
        Document page = pages.as(Role.COORDINATOR).open("/resources/delegation");
        assertThat(page.select("main").text()).contains("retiré par décision (CA", "Non-paiement", "aucun vote");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(suspend, "since=" + today, "reason=Encore", "body=CA", "date=" + today))
                .hasStatus(422);
        String end = page.select("form[action$=/end]").attr("action");
        assertThat(pages.as(Role.COORDINATOR).post(end)).hasStatus(303);
        assertThat(main(Role.STAFF, "/resources/delegation?on=" + today.plusDays(1)))
                .contains("3 personnes déléguées");
        assertThat(pages.as(Role.COORDINATOR).post(end.replace("/end", "/go-on")))
                .hasStatus(303);
        assertThat(main(Role.STAFF, "/resources/delegation?on=" + today.plusDays(1)))
                .contains("retiré par décision");
    }

    private MvcTestResult adopt() {
        return pages.as(Role.COORDINATOR)
                .post(
                        "/resources/delegation/bylaws/of/" + unions.value(),
                        "since=" + ADOPTED,
                        "article=Règlements, article 8",
                        "body=AGA",
                        "date=" + ADOPTED,
                        "number=AGA-2024-06",
                        "from=1",
                        "from=101",
                        "from=501",
                        "to=100",
                        "to=500",
                        "to=",
                        "delegates=1",
                        "delegates=3",
                        "delegates=5",
                        "votes=1",
                        "votes=2",
                        "votes=4");
    }

    private String file(Role role) {
        MvcTestResult answer = mvc.get()
                .uri("/resources/delegation/export.csv")
                .with(visitors.as(role))
                .exchange();
        assertThat(answer).hasStatusOk();
        return Pages.text(answer);
    }

    private String main(Role role, String uri) {
        return pages.as(role).open(uri).select("main").text();
    }
}
