package org.convergence.resources.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.representative.RepresentativeFixture;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.membership.domain.AdmissionService;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.convergence.resources.membership.domain.CategoryService;
import org.convergence.resources.membership.domain.Headcount;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.HeadcountService;
import org.convergence.resources.membership.domain.MembershipFacts;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A representative proposes a headcount by link, for a day given by the representative or chosen by the team. */
@ModuleTest
class HeadcountByLinkTest {

    private static final String QUEUE = "/directory/representative";
    private static final String NUMBER = "membership.headcount/" + new UUID(0, 0) + "/number";

    @Autowired
    private RepresentativeFixture represented;

    @Autowired
    private CategoryService categories;

    @Autowired
    private AdmissionService admission;

    @Autowired
    private HeadcountService headcounts;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private PublicFormGuard forms;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Clock clock;

    private OrganisationId maple = new OrganisationId(new UUID(0, 0));
    private String link = "";
    private CategoryId unions = new CategoryId(new UUID(0, 0));

    @BeforeEach
    void aMember() {
        represented.clear();
        maple = represented.organisation("Syndicat de l’Érable " + UUID.randomUUID());
        link = represented.link(maple);
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            String code = "H" + Math.abs(UUID.randomUUID().hashCode() % 100_000_000);
            unions = categories.add(
                    new CategoryFacts(code, "Syndicats", MemberKind.ORGANISATION, null, null, null, null));
            admission.admit(new MembershipFacts(maple, unions, LocalDate.of(2015, 1, 1), null));
            return headcounts.declare(
                    new HeadcountFacts(maple, LocalDate.of(2024, 12, 31), 420, HeadcountStatus.DECLARED, null, null));
        });
    }

    @Test
    void asksForNoHeadcountBeforeTheMembershipBegins() {
        assertThat(Pages.require(mvc.get().uri(link).exchange()).select("[name^='" + NUMBER.substring(0, 20) + "']"))
                .as("of a member today")
                .isNotEmpty();
        OrganisationId soon = represented.organisation("Syndicat du Bouleau " + UUID.randomUUID());
        CurrentActor.runAs(
                visitors.actor(Role.COORDINATOR),
                () -> admission.admit(
                        new MembershipFacts(soon, unions, settings.today().plusDays(1), null)));
        Document page = Pages.require(mvc.get().uri(represented.link(soon)).exchange());
        assertThat(page.select("[name^='" + NUMBER.substring(0, 20) + "']")).isEmpty();
    }

    @Test
    void keepsTheDayGivenByTheRepresentative() {
        LocalDate counted = settings.today().minusDays(40);
        assertThat(send("460", counted.toString())).hasStatus(303);
        assertThat(input(Pages.require(mvc.get().uri(link).exchange())).val()).isEqualTo(counted.toString());
        Element row = row("460");
        assertThat(row.text()).contains("au ");
        assertThat(row.select("input[type=date]")).as("no other choice").isEmpty();
        accept(row, settings.today().toString());
        assertThat(findHeadcounts()).first().satisfies(it -> {
            assertThat(it.facts().number()).isEqualTo(460);
            assertThat(it.facts().countedOn()).isEqualTo(counted);
        });
    }

    @Test
    void requiresADayAtAcceptanceIfNoneWasGiven() {
        send("460", "");
        Element row = row("460");
        assertThat(row.select("form[action$=accept] input[type=date][required]"))
                .hasSize(1);
        accept(row, "");
        assertThat(findHeadcounts()).hasSize(1);
        LocalDate chosen = settings.today().minusDays(30);
        accept(row("460"), chosen.toString());
        assertThat(findHeadcounts())
                .first()
                .satisfies(it -> assertThat(it.facts().countedOn()).isEqualTo(chosen));
    }

    @Test
    void recordsTheSameNumberForAnotherDay() {
        LocalDate counted = settings.today().minusDays(1);
        send("420", counted.toString());
        accept(row("420"), "");
        assertThat(findHeadcounts()).hasSize(2);
    }

    @Test
    void acceptedNumberReplacesAnotherConfirmedOneForItsDay() {
        LocalDate counted = settings.today().minusDays(40);
        declare(counted, 460, HeadcountStatus.DECLARED, true);
        declare(counted, 455, HeadcountStatus.CONFIRMED, false);
        send("640", counted.toString());
        accept(row("640"), "");
        assertThat(effectiveHeadcount()).isEqualTo(640);
        assertThat(findHeadcounts())
                .filteredOn(Headcount::withdrawn)
                .extracting(it -> it.facts().number())
                .as("the history keeps them")
                .containsExactlyInAnyOrder(455, 460, 460);
    }

    @Test
    void keepsConfirmationsOfTheSameNumberAndOfOtherDays() {
        LocalDate counted = settings.today().minusDays(40);
        declare(counted.minusDays(1), 455, HeadcountStatus.CONFIRMED, false);
        declare(counted, 460, HeadcountStatus.DECLARED, true);
        send("460", counted.toString());
        accept(row("460"), "");
        assertThat(findHeadcounts()).noneMatch(Headcount::withdrawn);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en|1,234", "es|1.234", "fr|1 234", "fr|1\u00a0234", "fr|1\u202f234", "fr|1234"})
    void parsesNumbersOfEachLanguage(String language, String typed) {
        String day = settings.today().minusDays(2).toString();
        assertThat(send("?in=" + language, typed, day)).hasStatus(303);
        accept(row("1 234"), "");
        assertThat(effectiveHeadcount()).isEqualTo(1_234);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "12,34", "environ 400", "10000001", "-3"})
    void refusesAnInvalidNumber(String typed) {
        assertThat(send(typed, "")).hasStatus(422).bodyText().contains("Écrivez un nombre entier", typed);
    }

    @Test
    void ignoresTheCurrentNumberInAnyFormat() {
        declare(settings.today().minusDays(2), 1_420, HeadcountStatus.DECLARED, false);
        assertThat(send("1 420", "")).hasStatus(303);
        assertThat(Pages.require(mvc.get()
                                .uri(QUEUE)
                                .with(visitors.as(Role.COORDINATOR))
                                .exchange())
                        .select("main tr"))
                .isEmpty();
        send("1 500", "");
        assertThat(Pages.require(mvc.get().uri(link).exchange()).text()).contains("Inscrit : 1 420");
    }

    private void declare(LocalDate day, int number, HeadcountStatus status, boolean confirmed) {
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            HeadcountId id = headcounts.declare(new HeadcountFacts(maple, day, number, status, null, null));
            return confirmed ? headcounts.confirm(id) : id;
        });
    }

    private int effectiveHeadcount() {
        return CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR),
                () -> Objects.requireNonNull(headcounts
                                .findEffective(settings.today(), List.of(maple))
                                .get(maple))
                        .headcount()
                        .facts()
                        .number());
    }

    @Test
    void refusesAFutureDay() {
        assertThat(send("460", settings.today().plusDays(1).toString()))
                .hasStatus(422)
                .bodyText()
                .contains("Ce jour est à venir", "460");
        assertThat(send("460", "1876-13-01")).hasStatus(422).bodyText().contains("Cette date n’existe pas");
    }

    private List<Headcount> findHeadcounts() {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> headcounts.findByOrganisation(maple));
    }

    private MvcTestResult send(String number, String day) {
        return send("", number, day);
    }

    private MvcTestResult send(String language, String number, String day) {
        return mvc.post()
                .uri(link + language)
                .param(
                        FormShield.OPENED,
                        forms.shield("representative", clock.instant().minus(Duration.ofMinutes(1)))
                                .opened())
                .param(NUMBER, number)
                .param(NUMBER + "/day", day)
                .exchange();
    }

    private static Element input(Document page) {
        return Objects.requireNonNull(
                page.select("input[name=" + NUMBER + "/day]").first());
    }

    private Element row(String proposed) {
        Document queue = Pages.require(
                mvc.get().uri(QUEUE).with(visitors.as(Role.COORDINATOR)).exchange());
        return Objects.requireNonNull(
                queue.select("main tr:contains(" + proposed + ")").first());
    }

    private void accept(Element row, String day) {
        var form = row.select("form[action$=accept]");
        assertThat(mvc.post()
                        .uri(form.attr("action"))
                        .param("seen", form.select("[name=seen]").val())
                        .param("day", day)
                        .with(csrf())
                        .with(visitors.as(Role.COORDINATOR))
                        .exchange())
                .hasStatus(303);
    }
}
