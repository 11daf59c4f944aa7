package org.convergence.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.table.TableReader;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Exchanges on pages: recording, correcting, finding, deleting. */
@ModuleTest
class ExchangePagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private ExchangeRecorder exchanges;

    @Autowired
    private PersonService persons;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private PersonId ana = new PersonId(new java.util.UUID(0, 0));
    private OrganisationId central = new OrganisationId(new java.util.UUID(0, 0));

    @BeforeEach
    void someoneToTalkTo() throws Exception {
        visitors.ensureOrganisation();
        today = settings.today();
        db.sql("DELETE FROM directory.exchange").update();
        db.sql("DELETE FROM directory.people_person").update();
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            ana = persons.create(PersonFacts.named("Ana", "Morales"));
            central = people.findOrCreateOrganisation("Centrale fictive");
            return true;
        });
    }

    @Test
    void recordsExchangeWithSubjectDayAndParticipants() {
        Document form = open("/directory/exchange/new?organisation=" + central.value());
        assertThat(form.select("input[name=day]").val()).isEqualTo(today.toString());
        assertThat(form.select("input[name=organisations][checked]").val())
                .isEqualTo(central.value().toString());
        MvcTestResult noted = mvc.post()
                .uri("/directory/exchange")
                .param("subject", "Appel au sujet de la mission")
                .param("day", today.toString())
                .param("channel", "PHONE")
                .param("persons", ana.value().toString())
                .param("organisations", central.value().toString())
                .param("organisations-new", "Syndicat tout neuf")
                .param("text", "Elle rappelle vendredi.\nLe budget suit.")
                .with(csrf())
                .with(visitors.as(Role.COORDINATOR))
                .exchange();
        assertThat(noted).hasStatus(303);
        Document page = open(String.valueOf(noted.getResponse().getRedirectedUrl()));
        assertThat(page.select("h1").text()).isEqualTo("Appel au sujet de la mission");
        assertThat(page.select("main").text())
                .contains(
                        "Téléphone", "Ana Morales", "Centrale fictive", "Syndicat tout neuf", "Elle rappelle vendredi.")
                .contains("Noté");
        assertThat(open("/directory/people/persons/" + ana.value()).text()).contains("1 échange", "Appel au sujet");
        assertThat(open("/directory/people/organisations/" + central.value()).text())
                .contains("1 échange", "Appel au sujet");
        assertThat(open("/search?q=mission").select("main").text())
                .contains("Appel au sujet")
                .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}")
                .contains(" " + today.getYear() + " · Ana Morales");
    }

    @Test
    void invalidInputKeepsTypedValues() {
        MvcTestResult answer = mvc.post()
                .uri("/directory/exchange")
                .param("subject", "")
                .param("day", today.plusDays(3).toString())
                .param("channel", "MAIL")
                .param("text", "Ce qui fut dit")
                .with(csrf())
                .with(visitors.as(Role.STAFF))
                .exchange();
        assertThat(answer).hasStatus(422).bodyText().contains("Ce qui fut dit");
        MvcTestResult ahead = mvc.post()
                .uri("/directory/exchange")
                .param("subject", "Appel")
                .param("day", today.plusDays(3).toString())
                .param("channel", "MAIL")
                .with(csrf())
                .with(visitors.as(Role.STAFF))
                .exchange();
        assertThat(ahead).hasStatus(422).bodyText().contains("pas encore arrivé");
    }

    @Test
    void hidesExchangesWithoutPermissionToSeeContacts() {
        ExchangeId id = note("Rencontre", today, "Confidences");
        for (String address : List.of("/directory/exchange", "/directory/exchange/" + id.value())) {
            assertThat(get(address, Role.VOLUNTEER)).hasStatus(403);
            assertThat(get(address, Role.BOARD_MEMBER)).hasStatus(403);
        }
        assertThat(get("/directory/people/organisations/" + central.value(), Role.VOLUNTEER))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Rencontre");
        assertThat(get("/search?q=confidences", Role.VOLUNTEER)).bodyText().doesNotContain("/directory/exchange/");
        assertThat(get("/directory/exchange/new", Role.ACCOUNTANT)).hasStatus(403);
        assertThat(get("/directory/exchange/" + id.value(), Role.ACCOUNTANT)).hasStatusOk();
    }

    @Test
    void filtersByAddressAndReturnsRowsOnlyToHtmx() {
        note("Appel du printemps", today.minusDays(40), "Budget");
        note("Lettre d’appui", today.minusDays(2), "Solidarité");
        assertThat(subjects(open("/directory/exchange"))).containsExactly("Lettre d’appui", "Appel du printemps");
        assertThat(subjects(open("/directory/exchange?q=solidarit"))).containsExactly("Lettre d’appui");
        assertThat(subjects(open("/directory/exchange?to=" + today.minusDays(10))))
                .containsExactly("Appel du printemps");
        assertThat(subjects(open("/directory/exchange?channel=PHONE"))).isEmpty();
        assertThat(subjects(open("/directory/exchange?person=" + ana.value()))).hasSize(2);
        assertThat(subjects(open("/directory/exchange?organisation=" + central.value() + "&q=budget")))
                .containsExactly("Appel du printemps");
        assertThat(open("/directory/exchange?channel=PHONE").select(".empty a").attr("href"))
                .isEqualTo("/directory/exchange");
        assertThat(get("/directory/exchange?from=demain", Role.STAFF)).hasStatus(422);
        MvcTestResult part = mvc.get()
                .uri("/directory/exchange?q=budget")
                .header("HX-Request", "true")
                .with(visitors.as(Role.STAFF))
                .exchange();
        assertThat(part).hasStatusOk().bodyText().contains("Appel du printemps").doesNotContain("<html", "<form");
    }

    @Test
    void pagesHaveNoGapsOrRepetitions() {
        for (int i = 0; i < 70; i++) {
            note("Appel " + i, today.minusDays(i / 2), "");
        }
        List<String> seen = new ArrayList<>();
        String address = "/directory/exchange?to=" + today;
        while (!address.isEmpty()) {
            Document page = open(address);
            assertThat(page.select(".tally").text()).contains("70 échanges");
            seen.addAll(subjects(page));
            address = page.select("a[rel=next]").attr("href");
        }
        assertThat(seen).hasSize(70).doesNotHaveDuplicates();
    }

    @Test
    void exportHoldsFilteredRowsAndRecordsItsUser() {
        note("Appel", today.minusDays(1), "Budget");
        note("Lettre", today, "");
        db.sql("DELETE FROM directory.people_takeout").update();
        for (String ending : List.of("csv", "xlsx")) {
            MvcTestResult answer = get("/directory/exchange/export." + ending + "?q=budget", Role.COORDINATOR);
            List<List<String>> rows = new ArrayList<>();
            try (TableReader file = TableReader.open(
                    new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
                file.rows().forEachRemaining(row -> rows.add(row.cells()));
            }
            assertThat(rows).hasSize(1);
            assertThat(rows.get(0)).contains("Appel", "Courriel", "Ana Morales", "Centrale fictive", "Budget");
        }
        assertThat(db.sql("SELECT count(*) FROM directory.people_takeout WHERE persons = 1 AND filtered")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void concurrentCorrectionsShowBothVersions() {
        String address = "/directory/exchange/" + note("Appel", today, "Avant").value() + "/edit";
        Document form = open(address);
        assertThat(edit(address, form, "Appel de mars", "Avant")).hasStatus(303);
        MvcTestResult late = edit(address, form, "Appel d’avril", "Après");
        assertThat(late).hasStatus(409).bodyText().contains("Appel de mars", "Appel d’avril", "Après");
        MvcTestResult other = edit(address, open(address), "Appel de mars", "Ensuite");
        assertThat(other).hasStatus(303);
    }

    @Test
    void restoresDeletedExchangeWithParticipants() {
        String address = "/directory/exchange/" + note("Appel", today, "").value();
        Document removal = open(address + "/remove");
        assertThat(mvc.post()
                        .uri(address + "/remove")
                        .param("version", removal.select("input[name=version]").val())
                        .with(csrf())
                        .with(visitors.as(Role.STAFF))
                        .exchange())
                .hasStatus(303);
        assertThat(get(address, Role.STAFF)).hasStatus(404);
        assertThat(mvc.post()
                        .uri(address + "/remove/undo")
                        .with(csrf())
                        .with(visitors.as(Role.STAFF))
                        .exchange())
                .hasStatus(303);
        assertThat(open(address).text()).contains("Ana Morales", "Centrale fictive");
    }

    private MvcTestResult edit(String address, Document form, String subject, String text) {
        return mvc.post()
                .uri(address)
                .param("version", form.select("input[name=version]").val())
                .param("subject", subject)
                .param("day", today.toString())
                .param("channel", "MAIL")
                .param("persons", ana.value().toString())
                .param("before-persons", ana.value().toString())
                .param("organisations", central.value().toString())
                .param("before-organisations", central.value().toString())
                .param("text", text)
                .with(csrf())
                .with(visitors.as(Role.STAFF))
                .exchange();
    }

    private ExchangeId note(String subject, LocalDate day, String text) {
        try {
            return CurrentActor.callAs(
                    visitors.actor(Role.COORDINATOR),
                    () -> exchanges.record(new ExchangeContent(
                            day, ExchangeChannel.MAIL, subject, text, Set.of(ana), Set.of(central))));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> subjects(Document page) {
        return page.select("#list .rows a").eachText();
    }

    private Document open(String address) {
        MvcTestResult answer = get(address, Role.COORDINATOR);
        assertThat(answer).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult get(String address, Role role) {
        return mvc.get().uri(address).with(visitors.as(role)).exchange();
    }
}
