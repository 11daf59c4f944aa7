package org.convergence.directory.representative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.convergence.directory.people.FunctionId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.platform.access.Token;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.publicform.PublicFormGuard;
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

/** The representative's page by link, and the team's decisions. */
@ModuleTest
class RepresentativeTest {

    private static final String QUEUE = "/directory/representative";

    @Autowired
    private RepresentativeFixture represented;

    @Autowired
    private PublicFormGuard forms;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Clock clock;

    private OrganisationId maple = new OrganisationId(new java.util.UUID(0, 0));
    private FunctionId treasurer = new FunctionId(new java.util.UUID(0, 0));
    private FunctionId stranger = new FunctionId(new java.util.UUID(0, 0));
    private String link = "";

    @BeforeEach
    void twoOrganisations() {
        represented.clear();
        maple = represented.organisation("Syndicat de l’Érable");
        treasurer = represented.holds("Ana", "Morales", "Trésorière", maple);
        stranger = represented.holds("Luc", "Tilleul", "Président", represented.organisation("Syndicat du Tilleul"));
        link = represented.link(maple);
    }

    @Test
    void representativeSeesOwnOrganisationOnly() {
        Document page = open(link);
        assertThat(page.select("h1").text()).isEqualTo("Syndicat de l’Érable");
        assertThat(page.select("main input[value=Trésorière]")).hasSize(1);
        assertThat(page.select("main input[type=email]").val()).isEqualTo("ana@morales.example");
        assertThat(page.html()).doesNotContain("chez-soi", "Tilleul", "public.representative");
        assertThat(open(link + "?in=es").text()).contains("Sus personas", "Proponer las correcciones");
        assertThat(open(link + "?in=en").text()).contains("Your people");
        assertThat(get(link).getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void correctionsWaitForAcceptanceOfEachField() {
        assertThat(send(
                        link,
                        place(treasurer, "title"),
                        "Secrétaire",
                        place(treasurer, "mail"),
                        "ana.m@morales.example"))
                .hasStatus(303);
        assertThat(functionTitle()).as("nothing changes before acceptance").isEqualTo("Trésorière");
        assertThat(open(link).text()).contains("Proposé, en attente. Inscrit : Trésorière");
        Document queue = openAs(Role.STAFF, QUEUE);
        assertThat(queue.select("main").text())
                .contains("2 propositions attendent", "Syndicat de l’Érable", "Trésorière", "Secrétaire");
        assertThat(openAs(Role.STAFF, "/").select("main").text()).contains("2 corrections");
        assertThat(openAs(Role.STAFF, "/directory/people/organisations/" + maple.value())
                        .select("main p:has(a[href=" + QUEUE + "])")
                        .text())
                .isEqualTo("2 corrections proposées attendent. Regarder");

        decide(queue, "Secrétaire", "accept");
        decide(queue, "ana.m@morales.example", "refuse");
        assertThat(functionTitle()).isEqualTo("Secrétaire");
        assertThat(db.sql("SELECT contact_points::text FROM directory.people_person WHERE family_name = 'Morales'"
                                + " ORDER BY created_at DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .contains("ana@morales.example", "chez-soi")
                .doesNotContain("ana.m@");
        assertThat(openAs(Role.STAFF, QUEUE).select("main").text()).contains("Rien n’attend");
    }

    @Test
    void acceptedAddressReplacesWorkAddressOnly() {
        send(link, place(treasurer, "mail"), "ana.m@morales.example");
        decide(openAs(Role.STAFF, QUEUE), "ana.m@morales.example", "accept");
        assertThat(db.sql("SELECT contact_points::text FROM directory.people_person WHERE family_name = 'Morales'"
                                + " ORDER BY created_at DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .contains("ana.m@morales.example", "bureau", "chez-soi")
                .doesNotContain("ana@morales.example");
    }

    @Test
    void asksAgainAboutFieldsChangedMeanwhile() {
        send(link, place(treasurer, "title"), "Secrétaire");
        Document queue = openAs(Role.STAFF, QUEUE);
        db.sql("UPDATE directory.people_function SET title = 'Vice-présidente', version = version + 1 WHERE id = ?")
                .param(treasurer.value())
                .update();
        decide(queue, "Secrétaire", "accept");
        assertThat(functionTitle()).isEqualTo("Vice-présidente");
        Document again = openAs(Role.STAFF, QUEUE);
        assertThat(again.select("main").text()).contains("Vice-présidente", "modifié depuis la proposition");
        decide(again, "Secrétaire", "accept");
        assertThat(functionTitle()).isEqualTo("Secrétaire");
    }

    @Test
    void linkReachesNoOtherOrganisation() {
        assertThat(send(link, place(stranger, "title"), "Chassé")).hasStatus(303);
        assertThat(db.sql("SELECT count(*) FROM directory.representative_proposal")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(get(link + "/file/" + stranger.value())).hasStatus(404);
        // Even a forged proposal is not accepted for another organisation's function.
        db.sql("""
                        INSERT INTO directory.representative_proposal
                            (id, organisation, kind, item, field, stood, proposed, proposed_at, state)
                        VALUES (gen_random_uuid(), ?, 'people.function', ?, 'title', 'Président', 'Chassé', now(), 'PENDING')
                        """).params(maple.value(), stranger.value()).update();
        Document queue = openAs(Role.STAFF, QUEUE);
        assertThat(queue.select("main form[action$=accept]")).isEmpty();
        assertThat(queue.select("main").text()).contains("n’est plus là").doesNotContain("Luc");
    }

    @Test
    void expiredOrRevokedLinkNamesAContact() {
        assertThat(get("/representative/" + "x".repeat(43)))
                .hasStatus(404)
                .bodyText()
                .contains("Ce lien ne fonctionne plus");
        db.sql("UPDATE directory.representative_link SET until = current_date - 2")
                .update();
        assertThat(get(link)).hasStatus(404);
        assertThat(send(link, place(treasurer, "title"), "Secrétaire")).hasStatus(404);

        String other = represented.link(maple);
        Document links = openAs(Role.STAFF, QUEUE + "/of/" + maple.value());
        String takeBack = links.select("main form[action$=take-back]").attr("action");
        assertThat(post(Role.STAFF, takeBack)).hasStatus(303);
        assertThat(get(other)).hasStatus(404);
    }

    @Test
    void storesOnlyTheHashOfLink() {
        String secret = link.substring(link.lastIndexOf('/') + 1);
        assertThat(db.sql("SELECT token_hash FROM directory.representative_link")
                        .query((row, n) -> row.getBytes(1))
                        .single())
                .isEqualTo(Token.hashOf(secret));
    }

    @Test
    void showsInvalidValuesAsTyped() {
        MvcTestResult wrong =
                send(link, place(treasurer, "title"), "Secrétaire", place(treasurer, "mail"), "pas une adresse");
        assertThat(wrong)
                .hasStatus(422)
                .bodyText()
                .contains("Vérifiez l’adresse courriel", "pas une adresse", "Secrétaire");
        assertThat(open(link).text()).doesNotContain("en attente.");
        MvcTestResult machine = mvc.post()
                .uri(link)
                .param(place(treasurer, "title"), "Secrétaire")
                .param(FormShield.TRAP, "http://exemple.org")
                .exchange();
        assertThat(machine).hasStatus(422).bodyText().contains("Secrétaire");
    }

    @Test
    void linksAndDecisionsNeedEditPermission() {
        for (Role role : List.of(Role.BOARD_MEMBER, Role.VOLUNTEER, Role.AUDITOR, Role.ACCOUNTANT)) {
            assertThat(mvc.get().uri(QUEUE).with(visitors.as(role)).exchange()).hasStatus(403);
            assertThat(post(role, QUEUE + "/of/" + maple.value() + "/link")).hasStatus(403);
        }
        assertThat(post(Role.STAFF, QUEUE + "/of/" + maple.value() + "/link"))
                .hasStatusOk()
                .bodyText()
                .contains("/representative/");
    }

    private static String place(FunctionId function, String field) {
        return "people.function/" + function.value() + "/" + field;
    }

    private String functionTitle() {
        return db.sql("SELECT title FROM directory.people_function WHERE id = ?")
                .param(treasurer.value())
                .query(String.class)
                .single();
    }

    private void decide(Document queue, String proposed, String what) {
        var row = queue.select("main tr:contains(" + proposed + ")").first();
        if (row == null) {
            throw new AssertionError("Nothing proposes " + proposed);
        }
        var form = row.select("form[action$=" + what + "]");
        assertThat(mvc.post()
                        .uri(form.attr("action"))
                        .param("seen", form.select("[name=seen]").val())
                        .with(csrf())
                        .with(visitors.as(Role.STAFF))
                        .exchange())
                .hasStatus(303);
    }

    private MvcTestResult send(String at, String... fields) {
        var request = mvc.post()
                .uri(at)
                .param(
                        FormShield.OPENED,
                        forms.shield("representative", clock.instant().minus(Duration.ofMinutes(1)))
                                .opened());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult get(String at) {
        return mvc.get().uri(at).exchange();
    }

    private MvcTestResult post(Role role, String at) {
        return mvc.post().uri(at).with(csrf()).with(visitors.as(role)).exchange();
    }

    private Document open(String at) {
        return document(get(at));
    }

    private Document openAs(Role role, String at) {
        return document(mvc.get().uri(at).with(visitors.as(role)).exchange());
    }

    private static Document document(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
