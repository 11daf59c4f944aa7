package org.convergence.resources.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.convergence.resources.membership.domain.CategoryService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of members: categories, admission, headcounts, the list, the end. */
@ModuleTest
class MembershipPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private CategoryService categories;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private OrganisationId union = new OrganisationId(new UUID(0, 0));
    private CategoryId unions = new CategoryId(new UUID(0, 0));

    @BeforeEach
    void aUnionAndACategory() throws Exception {
        visitors.ensureOrganisation();
        today = settings.today();
        db.sql("DELETE FROM resources.membership_headcount").update();
        db.sql("DELETE FROM resources.membership").update();
        db.sql("DELETE FROM resources.membership_category").update();
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            union = people.findOrCreateOrganisation("Syndicat de l’Érable");
            unions = categories.add(
                    new CategoryFacts("B", "Syndicats", MemberKind.ORGANISATION, null, "article 4", null, null));
            return true;
        });
    }

    @Test
    void addsAndCorrectsACategory() {
        MvcTestResult added = pages.as(Role.COORDINATOR)
                .post("/resources/membership/categories/new", "code=d", "name=Personnes", "kind=PERSON");
        assertThat(added).hasStatus(303);
        Document page = pages.as(Role.BOARD_MEMBER).open("/resources/membership/categories");
        assertThat(page.select("main").text()).contains("B – Syndicats", "article 4", "D – Personnes");
        assertThat(page.select("main .rows a")).isEmpty();
        assertThat(pages.as(Role.COORDINATOR)
                        .post("/resources/membership/categories/new", "code=B", "name=Autre", "kind=PERSON"))
                .hasStatus(422)
                .bodyText()
                .contains("déjà le code B");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                "/resources/membership/categories/" + unions.value(),
                                "version=1",
                                "code=B",
                                "name=Syndicats locaux",
                                "kind=ORGANISATION",
                                "leastHeadcount=30"))
                .hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                "/resources/membership/categories/" + unions.value(),
                                "version=1",
                                "code=B",
                                "name=Trop tard",
                                "kind=ORGANISATION"))
                .hasStatus(409);
    }

    @Test
    void admitsAMemberByDecisionAndEndsTheMembership() {
        assertThat(admit("since=2020-01-01", "body=CA", "date=2019-12-12", "number=CA-2019-12-02"))
                .hasStatus(303);
        Document page = pages.as(Role.STAFF).open("/directory/people/organisations/" + union.value());
        assertThat(page.select("main").text())
                .contains("B – Syndicats", "Membre", "admission : CA, 12 décembre 2019, CA-2019-12-02")
                .doesNotContain("Cette organisation n’est pas membre");
        assertThat(admit("since=2024-01-01")).hasStatus(422).bodyText().contains("a déjà une adhésion");
        String membership = url(pages.as(Role.COORDINATOR).open("/directory/people/organisations/" + union.value()));
        assertThat(pages.as(Role.COORDINATOR).post(membership + "/end", "version=1", "until=2019-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("vient avant son début");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(membership + "/end", "version=1", "until=2021-06-30", "reason=Dissolution"))
                .hasStatus(303);
        assertThat(pages.as(Role.BOARD_MEMBER)
                        .open("/directory/people/organisations/" + union.value())
                        .select("main")
                        .text())
                .contains("Ancien membre", "Dissolution");
        assertThat(pages.as(Role.STAFF)
                        .open("/resources/membership")
                        .select("main")
                        .text())
                .contains("Personne n’est encore membre");
        assertThat(pages.as(Role.STAFF)
                        .open("/resources/membership?on=2020-06-01")
                        .select("main")
                        .text())
                .contains("1 membre le 1er juin 2020", "Syndicat de l’Érable", "Syndicats : 1");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(membership + "/end", "version=2", "until=2021-07-31", "reason=Fusion"))
                .hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).post(membership + "/go-on?version=2"))
                .as("undo of the first end after a second one was set")
                .hasStatus(409);
        assertThat(pages.as(Role.COORDINATOR).post(membership + "/go-on?version=3"))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF)
                        .open("/resources/membership?q=erable")
                        .select("main table")
                        .text())
                .contains("Syndicat de l’Érable");
    }

    @Test
    void refusesAnAdmissionWithoutOrganisation() {
        assertThat(pages.as(Role.COORDINATOR)
                        .post("/resources/membership/new", "category=" + unions.value(), "since=2020-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("Ce champ est nécessaire");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                "/resources/membership/new",
                                "organisation=" + union.value(),
                                "category=" + unions.value(),
                                "since=2020-01-01"))
                .hasStatus(403);
    }

    @Test
    void recordsAHeadcountAndHidesItFromTheBoard() {
        admit("since=2020-01-01");
        String of = "/resources/membership/headcounts/of/" + union.value();
        assertThat(pages.as(Role.STAFF)
                        .post(
                                of,
                                "number=418",
                                "countedOn=" + today.minusMonths(2),
                                "status=DECLARED",
                                "saidBy=La trésorerie"))
                .hasStatus(303);
        for (String wrong : new String[] {"-3", "1000000000", "12,5", "environ 400"}) {
            assertThat(pages.as(Role.STAFF).post(of, "number=" + wrong, "countedOn=" + today, "status=DECLARED"))
                    .hasStatus(422)
                    .bodyText()
                    .contains(wrong);
        }
        assertThat(pages.as(Role.STAFF).post(of, "number=5", "countedOn=" + today.plusDays(1), "status=DECLARED"))
                .hasStatus(422);
        String organisation = "/directory/people/organisations/" + union.value();
        assertThat(pages.as(Role.STAFF).open(organisation).select("main").text())
                .contains("418 personnes", "La trésorerie");
        assertThat(pages.as(Role.STAFF)
                        .open("/resources/membership")
                        .select("table")
                        .text())
                .contains("418");
        assertThat(pages.as(Role.BOARD_MEMBER).open(organisation).select("main").text())
                .doesNotContain("418", "trésorerie");
        assertThat(pages.as(Role.BOARD_MEMBER).open("/resources/membership").text())
                .doesNotContain("418");
        assertThat(mvc.get().uri("/resources/membership/export.csv").with(visitors.as(Role.BOARD_MEMBER)))
                .hasStatusOk()
                .bodyText()
                .contains("Syndicat de l’Érable")
                .doesNotContain("418");
    }

    @Test
    void offersNoSecondConfirmation() {
        pages.as(Role.STAFF)
                .post(
                        "/resources/membership/headcounts/of/" + union.value(),
                        "number=418",
                        "countedOn=" + today.minusMonths(2),
                        "status=DECLARED");
        String organisation = "/directory/people/organisations/" + union.value();
        String confirm = pages.as(Role.STAFF)
                .open(organisation)
                .select("form[action$=/confirm]")
                .attr("action");
        assertThat(pages.as(Role.STAFF).post(confirm)).hasStatus(303);
        Document page = pages.as(Role.STAFF).open(organisation);
        assertThat(page.select("form[action$=/confirm]")).isEmpty();
        assertThat(pages.as(Role.STAFF).post(confirm)).as("repeated by mistake").hasStatus(303);
        String undo = page
                .select("form[action*=/resources/membership/headcounts/][action$=/withdraw]")
                .eachAttr("action")
                .stream()
                .filter(each -> !each.equals(confirm.replace("/confirm", "/withdraw")))
                .findFirst()
                .orElseThrow();
        assertThat(pages.as(Role.STAFF).post(undo)).hasStatus(303);
        assertThat(pages.as(Role.STAFF).open(organisation).select("form[action$=/confirm]"))
                .hasSize(1);
    }

    private MvcTestResult admit(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "organisation=" + union.value();
        all[1] = "category=" + unions.value();
        System.arraycopy(more, 0, all, 2, more.length);
        return pages.as(Role.COORDINATOR).post("/resources/membership/new", all);
    }

    private static String url(Document page) {
        return page.select("a[href^=/resources/membership/][href$=/end]")
                .attr("href")
                .replace("/end", "");
    }
}
