package org.convergence.directory.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.consent.ConsentDecision.ConsentReason;
import org.convergence.directory.consent.domain.ConsentLedgerService;
import org.convergence.directory.consent.domain.ConsentMethod;
import org.convergence.directory.consent.domain.ConsentRecord;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
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

/** Preferences by link: without an account, a cookie or a script. */
@ModuleTest
class PreferencesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PersonService persons;

    @Autowired
    private PreferenceLinkIssuer links;

    @Autowired
    private ConsentLedgerService ledger;

    @Autowired
    private ConsentChecker consents;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private PersonId ana = new PersonId(new UUID(0, 0));
    private String link = "";

    @BeforeEach
    void someone() {
        visitors.ensureOrganisation();
        today = settings.today();
        ana = reached().someone("Ana", "Morales", UUID.randomUUID() + "@exemple.org", "es");
        link = linkOf(ana);
    }

    @Test
    void acceptsManyUnsubscriptionsThroughOneProvider() {
        for (int stop = 0; stop < 660; stop++) {
            link = stop % 60 == 0 ? linkOf(ana) : link;
            assertThat(mvc.post()
                            .uri(link)
                            .param("List-Unsubscribe", "One-Click")
                            .with(request -> {
                                request.setRemoteAddr("203.0.113.9");
                                return request;
                            })
                            .exchange())
                    .hasStatusOk();
        }
    }

    /** Vector 1: a scanner opens the link twice, then a mail program posts twice. */
    @Test
    void oneClickPostStopsEverything() {
        memberOfSorts();
        open(link);
        open(link);
        assertThat(mvc.post().uri(link).exchange()).as("an empty POST").hasStatusOk();
        assertThat(may(Purpose.NEWS).allowed()).isTrue();
        MvcTestResult stopped =
                mvc.post().uri(link).param("List-Unsubscribe", "One-Click").exchange();
        assertThat(stopped).hasStatusOk();
        assertThat(mvc.post().uri(link).param("List-Unsubscribe", "One-Click").exchange())
                .hasStatusOk();
        for (Purpose purpose : Purpose.CHOSEN) {
            assertThat(may(purpose).reason()).isEqualTo(ConsentReason.WITHDRAWN);
        }
        assertThat(may(Purpose.ACCOUNT).allowed()).isTrue();
        assertThat(db.sql("SELECT method FROM directory.consent_entry WHERE person = ? AND kind = 'WITHDRAWN'")
                        .param(ana.value())
                        .query(String.class)
                        .list())
                .containsOnly("ONE_CLICK");
    }

    @Test
    void showsThreeLanguagesAndHidesTheName() {
        Document hers = open(link);
        assertThat(hers.select("html").attr("lang")).isEqualTo("es-MX");
        assertThat(hers.select("h1").text()).isEqualTo("Lo que usted recibe");
        assertThat(hers.text())
                .contains("Lo que continúa", "convocatorias")
                .doesNotContain("Morales", "public.", "shell.");
        assertThat(open(link + "?in=fr").text())
                .contains("Ce que vous recevez", "Ce qui continue")
                .doesNotContain("public.", "shell.");
        assertThat(open(link + "?in=en").text()).contains("What you receive").doesNotContain("public.", "shell.");
        assertThat(hers.select("input[checked]"))
                .as("nothing is ticked by default")
                .isEmpty();
        assertThat(may(Purpose.NEWS).allowed()).as("opening changes nothing").isFalse();
    }

    @Test
    void recordsTickAsConsentWithItsWordsAndAbsenceAsRefusal() {
        memberOfSorts();
        Document page = open(link + "?in=fr");
        assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("news", "actions", "events");
        MvcTestResult saved = mvc.post()
                .uri(link + "?in=fr")
                .param("save", "these")
                .param("receive", "news", "appeals")
                .exchange();
        assertThat(saved).hasStatus(303);
        assertThat(open(String.valueOf(saved.getResponse().getRedirectedUrl())).text())
                .contains("Vos choix sont enregistrés.");
        assertThat(may(Purpose.NEWS).basis())
                .as("unchanged, without new consent")
                .isEqualTo(Basis.DISCLOSED);
        assertThat(may(Purpose.APPEALS).basis()).isEqualTo(Basis.EXPRESS);
        assertThat(may(Purpose.EVENTS).reason()).isEqualTo(ConsentReason.WITHDRAWN);
        assertThat(db.sql("SELECT wording FROM directory.consent_entry WHERE person = ? AND basis = 'EXPRESS'")
                        .param(ana.value())
                        .query(String.class)
                        .single())
                .startsWith("J’accepte que ")
                .contains("appels de dons");
        assertThat(mvc.post().uri(link).param("stop", "all").exchange()).hasStatus(303);
        assertThat(may(Purpose.APPEALS).reason()).isEqualTo(ConsentReason.WITHDRAWN);
    }

    @Test
    void colleagueToWhomALetterWasForwardedIsToldWhoseChoicesTheseAre() {
        memberOfSorts();
        PersonId bao = reached().someone("Bao", "Roy", UUID.randomUUID() + "@exemple.org", "fr");
        reached().as(Role.STAFF, () -> ledger.record(express(bao)));
        Document forwarded = open(link + "?in=fr");
        assertThat(forwarded.text())
                .contains("Si on vous a fait suivre cette lettre")
                .doesNotContain("Ana", "Morales", "@exemple.org");
        assertThat(may(Purpose.NEWS).allowed()).as("opening changes nothing").isTrue();
        assertThat(mvc.post().uri(link).param("stop", "all").exchange()).hasStatus(303);
        assertThat(may(Purpose.NEWS).reason()).isEqualTo(ConsentReason.WITHDRAWN);
        assertThat(may(bao, Purpose.NEWS).allowed()).as("the colleague’s own").isTrue();
        assertThat(mvc.post()
                        .uri(link)
                        .param("save", "these")
                        .param("receive", "news")
                        .exchange())
                .as("the same link takes it back")
                .hasStatus(303);
        assertThat(may(Purpose.NEWS).allowed()).isTrue();
    }

    @Test
    void showsLinkOnceAndStoresItsHash() {
        MvcTestResult made = mvc.post()
                .uri("/directory/consent/persons/" + ana.value() + "/link")
                .with(csrf())
                .with(visitors.as(Role.STAFF))
                .exchange();
        assertThat(made).hasStatusOk();
        String shown = Jsoup.parse(Pages.text(made)).select("input#f-link").val();
        open(shown.substring(shown.indexOf(PreferenceLinkIssuer.PATH)));
        open(link);
        assertThat(db.sql("SELECT count(*) FROM directory.consent_link WHERE length(token) <> 32")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(mvc.get().uri(PreferenceLinkIssuer.PATH + "x".repeat(43)).exchange())
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri(PreferenceLinkIssuer.PATH + "x".repeat(43))
                        .param("List-Unsubscribe", "One-Click")
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void limitsFrequentRequests() {
        int refused = 0;
        for (int i = 0; i < 130; i++) {
            refused += mvc.get().uri(link).exchange().getResponse().getStatus() == 429 ? 1 : 0;
        }
        assertThat(refused).isBetween(5, 10);
    }

    @Test
    void staffFormsStillNeedTheirToken() {
        assertThat(mvc.post()
                        .uri("/directory/consent/persons/" + ana.value() + "/link")
                        .with(visitors.as(Role.STAFF))
                        .exchange())
                .hasStatus(403);
    }

    private void memberOfSorts() {
        reached()
                .as(
                        Role.STAFF,
                        () -> ledger.record(new ConsentRecord(
                                ana,
                                ConsentChannel.MAIL,
                                null,
                                Basis.DISCLOSED,
                                today.minusDays(1),
                                null,
                                ConsentMethod.PAPER,
                                null,
                                null,
                                "carte",
                                "secrétaire",
                                null)));
    }

    private ConsentDecision may(Purpose purpose) {
        return may(ana, purpose);
    }

    private ConsentDecision may(PersonId person, Purpose purpose) {
        Map<PersonId, ConsentDecision> answers =
                reached().as(Role.STAFF, () -> consents.mayWrite(List.of(person), ConsentChannel.MAIL, purpose, today));
        return Objects.requireNonNull(answers.get(person));
    }

    private ConsentRecord express(PersonId person) {
        return new ConsentRecord(
                person,
                ConsentChannel.MAIL,
                Purpose.NEWS,
                Basis.EXPRESS,
                today.minusDays(1),
                null,
                ConsentMethod.PAPER,
                "Oui",
                "1",
                null,
                null,
                null);
    }

    private String linkOf(PersonId person) {
        return reached().as(Role.STAFF, () -> links.linkFor(person)).getPath();
    }

    private Document open(String address) {
        MvcTestResult page = mvc.get().uri(address).exchange();
        assertThat(page).hasStatusOk();
        return Jsoup.parse(Pages.text(page));
    }

    private ConsentFixture reached() {
        return new ConsentFixture(persons, visitors);
    }
}
