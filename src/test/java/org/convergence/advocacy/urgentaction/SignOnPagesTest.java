package org.convergence.advocacy.urgentaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.convergence.identity.Role;
import org.convergence.platform.publicform.FormShield;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Organisations sign an urgent action (R-ADV-8). */
@ModuleTest
class SignOnPagesTest extends UrgentActionScenario {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    private String token = "";

    @Test
    void organisationSignsOnceAndConfirmsFromItsAddressOfRecord() throws Exception {
        String url = sent();
        carry();
        server.purgeEmailFromAllMailboxes();
        assertThat(sign(url, "syndicat a", "decided=" + settings.today())).hasStatus(303);
        assertThat(sign(url, "Synd. A. du Québec", "decided=" + settings.today()))
                .as("another spelling")
                .hasStatus(303);
        assertThat(sign(url, "Syndicat B", "decided=")).as("without authority").hasStatus(422);
        assertThat(sign(url, "Syndicat B", "decided=" + settings.today().plusDays(1)))
                .hasStatus(422);
        carry();
        assertThat(server.getReceivedMessages()).as("one letter").hasSize(1);
        assertThat(main(url)).contains("Aucune signature confirmée", "À confirmer");
        String link = link(letterTo("bureau@syndicat-a.example"));
        assertThat(pages.asStranger().get(link)).hasStatus(200);
        assertThat(main(url)).as("opening changes nothing").contains("Aucune signature confirmée");
        assertThat(pages.asStranger().post(link + "/confirm")).hasStatus(303);
        assertThat(main(url)).contains("1 organisation, au ").doesNotContain("au moins");
        assertThat(organisationsOfTheRealisation()).as("in its leaflet").isEqualTo(1);
        String signer = organisation("Syndicat A");
        pages.as(Role.COORDINATOR)
                .post("/cooperation/fieldwork/links", "organisation=" + signer, "language=es", "country=MX");
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/cooperation/fieldwork/reports/of/" + signer)
                        .select("textarea[name=body]")
                        .val())
                .as("our report to it, in its language")
                .contains("Costureras amenazadas")
                .doesNotContain("couturières");
        assertThat(pages.asStranger().post(link + "/withdraw")).hasStatus(303);
        assertThat(organisationsOfTheRealisation()).isZero();
        assertThat(main(url)).contains("Aucune signature confirmée");
        assertThat(sign(url, "Synd. D’ailleurs", "decided=" + settings.today())).hasStatus(303);
        assertThat(pages.as(Role.STAFF).open("/").text().replace('\u00a0', ' ')).contains(": des signatures attendent");
        String unknown = db.sql("SELECT id FROM advocacy.urgentaction_sign_on WHERE organisation IS NULL")
                .query(String.class)
                .single();
        assertThat(pages.as(Role.STAFF).post(url + "/sign-ons/" + unknown + "/confirm"))
                .as("not recognised yet")
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF)
                        .post(url + "/sign-ons/" + unknown + "/match", "organisation=" + organisation("Syndicat A")))
                .hasStatus(303);
        assertThat(main(url)).as("it had signed").contains("Refusée");
        sign(url, "Regroupement inconnu", "decided=" + settings.today());
        Document asked = pages.as(Role.STAFF).open(url);
        assertThat(asked.select("form[action$=/match]"))
                .as("nothing like it is known")
                .isEmpty();
        String choose = asked.select("a[href$=/match]").attr("href");
        assertThat(pages.as(Role.STAFF).open(choose).text()).contains("Regroupement inconnu");
        assertThat(pages.as(Role.STAFF).post(choose)).hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(choose, "organisation-new=Regroupement trouvé"))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF).open(url).select("a[href$=/match]")).isEmpty();
        assertThat(main(url)).contains("Regroupement trouvé");
        String found =
                pages.as(Role.STAFF).open(url).select("form[action$=/refuse]").attr("action");
        assertThat(pages.as(Role.STAFF).post(found)).hasStatus(303);
        assertThat(pages.as(Role.STAFF).open("/").text()).doesNotContain("des signatures attendent");
    }

    @Test
    void withdrawnSignatureIsNeitherToldNorCounted() throws Exception {
        String url = sent();
        carry();
        server.purgeEmailFromAllMailboxes();
        sign(url, "Syndicat A", "decided=" + settings.today());
        assertThat(main(url)).contains("Lettre à son adresse · En attente d’envoi");
        String signature = db.sql("SELECT id FROM advocacy.urgentaction_sign_on")
                .query(String.class)
                .single();
        assertThat(pages.as(Role.STAFF).post(url + "/sign-ons/" + signature + "/refuse"))
                .hasStatus(303);
        carry();
        assertThat(server.getReceivedMessages()).as("refused before it left").isEmpty();
        sign(url, "Syndicat A", "decided=" + settings.today());
        carry();
        sign(url, "Syndicat B", "decided=" + settings.today());
        String link = link(letterTo("bureau@syndicat-a.example"));
        pages.asStranger().post(link + "/confirm");
        pages.as(Role.COORDINATOR).post(url + "/close", "outcome=WELL", "account=Merci");
        assertThat(main(url))
                .contains("1 organisation", "Confirmation jamais demandée")
                .doesNotContain("Pas confirmée à temps");
        db.sql("UPDATE platform.mail_message SET state = 'SENT' WHERE recipient = 'bureau@syndicat-b.example'")
                .update();
        assertThat(main(url)).contains("Pas confirmée à temps");
        assertThat(pages.asStranger().post(link + "/withdraw")).hasStatus(303);
        assertThat(main(url)).as("also after the end").contains("Aucune signature confirmée");
    }

    /** Each organisation signs three times at once, by its name or another spelling of it. */
    @Test
    void aBurstOfSignaturesIsNeitherRefusedNorLostNorDoubled() throws Exception {
        String url = sent();
        int organisations = 40;
        db.sql("""
                        INSERT INTO directory.people_organisation (id, name, kind)
                        SELECT gen_random_uuid(), 'Rafale ' || n, 'LOCAL_UNION' FROM generate_series(1, :half) n
                        """).param("half", organisations / 2).update();
        ExecutorService clients = Executors.newFixedThreadPool(32);
        List<Callable<Integer>> visits = IntStream.range(0, 3 * organisations)
                .mapToObj(n -> (Callable<Integer>) () -> sign(
                                url,
                                (n % 2 == 0 ? "Rafale " : "RAFALE ") + (n % organisations + 1),
                                "decided=" + settings.today())
                        .getResponse()
                        .getStatus())
                .toList();
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> each : clients.invokeAll(visits)) {
            statuses.add(each.get());
        }
        clients.shutdown();
        assertThat(statuses).containsOnly(303);
        assertThat(db.sql("""
                                SELECT count(*) || ', known ' || count(organisation) FROM advocacy.urgentaction_sign_on
                                """).query(String.class).single()).isEqualTo("40, known 20");
    }

    /** Vector 10 through the API, with test figures. */
    @Test
    void programsRecordActionsAndSignatures() throws Exception {
        token = users.createToken(Role.COORDINATOR);
        String partner = created("organisations", "{\"name\": \"Unión\", \"kind\": \"PARTNER_ABROAD\"}");
        List<String> signed = new ArrayList<>();
        for (String each : List.of("Centrale", "Fédération", "Autre")) {
            signed.add(created("organisations", "{\"name\": \"%s\", \"kind\": \"UNION_CENTRAL\"}".formatted(each)));
        }
        db.sql("""
                        INSERT INTO directory.people_affiliation (id, member, parent, nature, since)
                        VALUES (gen_random_uuid(), ?, ?, 'AFFILIATED', DATE '2020-01-01')
                        """)
                .params(UUID.fromString(signed.get(1)), UUID.fromString(signed.get(0)))
                .update();
        List<Integer> members = List.of(330_000, 35_000, 80_000);
        for (int i = 0; i < signed.size(); i++) {
            created(
                    "headcounts",
                    "{\"organisation\": \"%s\", \"countedOn\": \"2026-01-15\", \"number\": %d, \"status\": \"DECLARED\", \"saidBy\": \"La trésorerie\"}"
                            .formatted(signed.get(i), members.get(i)));
        }
        MvcTestResult made = api("urgent-actions", """
                {"title": "Menaces", "partner": "%s", "country": "CO", "happened": "Une alerte.", "risk": "LOW",
                 "expiresOn": "%s", "texts": [{"language": "fr", "title": "T", "story": "R", "subject": "O", "letter": "L"}],
                 "consent": {"giver": "ORGANISATION", "name": "La présidence", "how": "au téléphone", "givenOn": "%s",
                             "until": "%s"}}
                """.formatted(
                        partner,
                        settings.today().plusDays(9),
                        settings.today(),
                        settings.today().plusDays(9)));
        assertThat(made).as(Pages.text(made)).hasStatus(201);
        String action = "urgent-actions/" + id(made);
        assertThat(made).bodyJson().extractingPath("$.lacks").asArray().contains("urgentaction.lacks.text.es");
        for (String each : signed) {
            String body =
                    "{\"organisation\": \"%s\", \"signer\": \"La secrétaire\", \"language\": \"es\", \"authority\": {\"body\": \"CE\", \"on\": \"2026-01-20\"}}"
                            .formatted(each);
            assertThat(api(action + "/sign-ons", body)).hasStatus(201);
            assertThat(api(action + "/sign-ons", body)).as("counted once").hasStatus(201);
        }
        MvcTestResult found = mvc.get()
                .uri("/api/v1/" + action)
                .header("Authorization", "Bearer " + token)
                .exchange();
        assertThat(found).bodyJson().extractingPath("$.signOns.organisations").isEqualTo(3);
        assertThat(found).bodyJson().extractingPath("$.signOns.atLeast").isEqualTo(410_000);
        assertThat(db.sql("SELECT DISTINCT language FROM advocacy.urgentaction_sign_on")
                        .query(String.class)
                        .list())
                .containsExactly("es");
        assertThat(api(
                        action + "/sign-ons",
                        "{\"organisation\": \"%s\", \"signer\": \"\", \"authority\": {\"body\": \"\", \"on\": \"2026-01-20\"}}"
                                .formatted(signed.get(0))))
                .hasStatus(422);
        MvcTestResult closed = api(action + "/close", "");
        assertThat(closed).hasStatus(201).bodyText().contains("\"outcome\":\"UNKNOWN\"");
        assertThat(pages.asStranger()
                        .get("/public/urgent-action/"
                                + Pages.text(closed).replaceFirst("(?s).*\"number\": ?\"([0-9-]+)\".*", "$1")))
                .hasStatus(410);
    }

    private String created(String path, String json) {
        MvcTestResult made = api(path, json);
        assertThat(made).as(Pages.text(made)).hasStatus(201);
        return id(made);
    }

    private static String id(MvcTestResult made) {
        return Pages.text(made).replaceFirst("(?s).*?\"id\": ?\"([0-9a-f-]{36})\".*", "$1");
    }

    private MvcTestResult api(String path, String json) {
        return mvc.post()
                .uri("/api/v1/" + path)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private int organisationsOfTheRealisation() {
        return db.sql("""
                        SELECT count(*) FROM plan.realisation_organisation o JOIN plan.realisation r ON r.id = o.realisation
                        WHERE r.source_module = 'advocacy.urgentaction'
                        """).query(Integer.class).single();
    }

    private MvcTestResult sign(String url, String organisation, String decided) {
        return pages.asStranger()
                .post(
                        publicUrl(url),
                        form -> form.field("organisation", organisation)
                                .field("signer", "Luce Roy")
                                .field("office", "Présidente")
                                .field("body", "Comité exécutif")
                                .field("decided", decided.replace("decided=", ""))
                                .field(
                                        FormShield.OPENED,
                                        guard.shield(
                                                        "urgentaction",
                                                        Instant.now().minusSeconds(30))
                                                .opened()));
    }

    private String organisation(String name) {
        return db.sql("SELECT id FROM directory.people_organisation WHERE name = ?")
                .param(name)
                .query(String.class)
                .single();
    }
}
