package org.convergence.resources.dues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
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
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of rates, and of the amounts that they give for each member. */
@ModuleTest
class DuesPagesTest {

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
    private JdbcClient db;

    private OrganisationId union = new OrganisationId(new UUID(0, 0));
    private CategoryId unions = new CategoryId(new UUID(0, 0));

    @BeforeEach
    void createMemberWithHeadcount() throws Exception {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM resources.dues_rate").update();
        db.sql("DELETE FROM resources.membership_headcount").update();
        db.sql("DELETE FROM resources.membership").update();
        db.sql("DELETE FROM resources.membership_category").update();
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            union = people.findOrCreateOrganisation("Syndicat de l’Érable");
            unions = categories.add(
                    new CategoryFacts("B", "Syndicats", MemberKind.ORGANISATION, null, null, null, null));
            admission.admit(new MembershipFacts(union, unions, LocalDate.of(2015, 1, 1), null));
            declare(LocalDate.of(2023, 12, 31), 1_500);
            declare(LocalDate.of(2024, 12, 31), 1_800);
            return true;
        });
    }

    private void declare(LocalDate day, int number) {
        headcounts.declare(new HeadcountFacts(union, day, number, HeadcountStatus.DECLARED, null, null));
    }

    @Test
    void showsAmountWithComputationAndYearBefore() {
        assertThat(adopt(
                        "since=2020-01-01",
                        "shape=SLICES",
                        "from=0",
                        "each=0,50",
                        "from=1001",
                        "each=0,25",
                        "minimum=75"))
                .hasStatus(303);
        Document page = pages.as(Role.ACCOUNTANT).open("/resources/dues?on=2024-12-31");
        assertThat(page.select("table").text())
                .contains("Syndicat de l’Érable", "1 800 · Déclaré", "700,00 $", "1 000 × 0,50 $ + 800 × 0,25 $")
                .contains("+75,00 $");
        assertThat(page.select("main").text()).contains("1 membre le 31 décembre 2024 :", "1 membre n’a pas d’adresse");
        assertThat(pages.as(Role.STAFF)
                        .open("/resources/dues?on=2026-02-01")
                        .select("main")
                        .text())
                .contains("reporté", "1 effectif a un an ou plus");
        assertThat(pages.as(Role.BOARD_MEMBER)
                        .open("/resources/dues/rates")
                        .select("main")
                        .text())
                .contains(
                        "de 0 à 1 000 personnes : 0,50 $ chacune; à partir de 1 001 personnes : 0,25 $ chacune, au moins 75,00 $",
                        "CA, 12 décembre 2019");
        assertThat(mvc.get().uri("/resources/dues").with(visitors.as(Role.BOARD_MEMBER)))
                .hasStatus(403);
    }

    @Test
    void showsMissingAmountsFirst() {
        assertThat(pages.as(Role.STAFF).open("/resources/dues").select("main").text())
                .contains("Aucun taux n’est en vigueur");
        adopt("since=2020-01-01", "shape=PER_CAPITA", "amount=0,0325", "maximum=40");
        assertThat(pages.as(Role.STAFF)
                        .open("/resources/dues?on=2024-12-31")
                        .select("table")
                        .text())
                .contains("40,00 $", "1 800 × 0,0325 $, ramené au maximum");
        assertThat(pages.as(Role.STAFF)
                        .open("/resources/dues?on=2023-01-01")
                        .select("main")
                        .text())
                .contains("Aucun effectif", "Pour 1 membre, le montant ne peut pas être calculé");
        assertThat(mvc.get().uri("/resources/dues?on=hier").with(visitors.as(Role.STAFF)))
                .hasStatus(422);
    }

    @Test
    void showsErrorsOfInvalidBrackets() {
        assertThat(adopt("since=2020-01-01", "shape=STEPS", "from=1", "each=50"))
                .hasStatus(422)
                .bodyText()
                .contains("commence à 0", "value=\"50\"");
        assertThat(adopt("since=2020-01-01", "shape=STEPS", "from=0", "each=50", "from=0", "each=60"))
                .hasStatus(422)
                .bodyText()
                .contains("au même effectif");
        assertThat(adopt("since=2020-01-01", "shape=STEPS", "from=0", "each=cinquante"))
                .hasStatus(422)
                .bodyText()
                .contains("La ligne 1");
        assertThat(adopt("since=2020-01-01", "shape=STEPS")).hasStatus(422);
        assertThat(adopt("since=2020-01-01", "shape=FLAT", "amount=-5")).hasStatus(422);
        assertThat(adopt("since=2020-01-01", "shape=FLAT", "amount=10", "minimum=20", "maximum=15"))
                .hasStatus(422)
                .bodyText()
                .contains("plus petit que le minimum");
        assertThat(adopt("since=2020-01-01", "shape=PER_CAPITA", "amount=0,00001"))
                .hasStatus(422);
        assertThat(adopt("since=2020-01-01", "shape=FLAT", "amount=10")).hasStatus(303);
        assertThat(adopt("since=2020-01-01", "shape=FLAT", "amount=12"))
                .hasStatus(422)
                .bodyText()
                .contains("1er janvier 2020");
    }

    @Test
    void typesBracketsInAGrid() {
        MvcTestResult answer = adopt("since=2020-01-01", "shape=STEPS", "from=0", "each=50", "from=1o1", "each=150");
        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyText().contains("data-grid=", "value=\"1o1\"", "name=\"each\"");
    }

    private MvcTestResult adopt(String... fields) {
        var request = mvc.post()
                .uri("/resources/dues/rates/of/" + unions.value())
                .with(csrf())
                .with(visitors.as(Role.COORDINATOR))
                .param("body", "CA")
                .param("date", "2019-12-12");
        for (String field : fields) {
            String[] both = field.split("=", 2);
            request = request.param(both[0], both[1]);
        }
        return request.exchange();
    }
}
