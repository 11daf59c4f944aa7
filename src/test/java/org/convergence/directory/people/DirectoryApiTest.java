package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convergence.identity.Role;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.StatementCounter;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class DirectoryApiTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    private @Nullable String token;

    @BeforeEach
    void anEmptyDirectory() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM directory.people_affiliation").update();
        db.sql("DELETE FROM directory.people_person").update();
        db.sql("DELETE FROM directory.people_organisation").update();
        if (token == null) {
            token = visitors.createToken(Role.COORDINATOR);
        }
    }

    @Test
    void createsOrganisationOnceUnderOneKey() throws Exception {
        String body = """
                {"name": "Syndicat du ruban", "shortName": "SR", "otherNames": ["Les rubaniers"], "kind": "LOCAL_UNION",
                 "place": "QC-06", "website": "https://ruban.example",
                 "contacts": [{"value": "a@ruban.example", "label": "accueil"}, {"value": "514 555-0101"}],
                 "belongsTo": ["Centrale du Nord"]}
                """;
        MvcTestResult first = post("/api/v1/organisations", body, "clef-1");
        assertThat(first).hasStatus(201);
        assertThat(post("/api/v1/organisations", body, "clef-1")).hasStatus(201);
        assertThat(post("/api/v1/organisations", "{\"name\": \"Autre\"}", "clef-1"))
                .hasStatus(422);
        var made = Json.parse(first.getResponse().getContentAsString()).node();
        assertThat(made.path("belongsTo").path(0).path("name").asString()).isEqualTo("Centrale du Nord");
        assertThat(made.path("contacts").path(1).path("channel").asString()).isEqualTo("PHONE");
        assertThat(get(String.valueOf(first.getResponse().getHeader("Location"))))
                .hasStatusOk();
        var listed = Json.parse(
                        get("/api/v1/organisations?q=rubaniers").getResponse().getContentAsString())
                .node();
        assertThat(listed.path("items").size()).isEqualTo(1);
        assertThat(listed.path("next").isNull()).isTrue();
    }

    @Test
    void namesContactsThatWouldBeLost() {
        for (String contacts : new String[] {
            "{\"channel\": \"MAIL\", \"value\": \"\", \"label\": \"perdu\"}",
            "{\"value\": \"a\\u0000@ruban.example\"}",
            "{\"channel\": \"MAIL\", \"value\": \"514 555-0101\"}",
            "{\"value\": \"2026-02-30\"}"
        }) {
            assertThat(post("/api/v1/people", "{\"givenName\": \"Ana\", \"contacts\": [" + contacts + "]}", null))
                    .as(contacts)
                    .hasStatus(422)
                    .bodyText()
                    .contains("\"field\":\"contacts");
        }
        assertThat(post("/api/v1/organisations", "{\"name\": \"Ruban\", \"belongsTo\": [\"\"]}", null))
                .hasStatus(422)
                .bodyText()
                .contains("\"field\":\"belongsTo[0]\"");
        assertThat(post("/api/v1/people", "{\"givenName\": \"Ana\", \"since\": \"2026-01-14\"}", null))
                .hasStatus(422)
                .bodyText()
                .contains("\"field\":\"since\"");
    }

    @Test
    void refusesThousandsOfNamesWithoutSearchingEach() {
        String names = IntStream.range(0, 4_000)
                .mapToObj(i -> "\"Organisation inventée " + i + "\"")
                .collect(Collectors.joining(","));
        String body = "{\"name\": \"Une union\", \"belongsTo\": [" + names + "]}";
        int statements = StatementCounter.count(() -> assertThat(post("/api/v1/organisations", body, null))
                .hasStatus(422)
                .bodyText()
                .contains("\"field\":\"belongsTo\""));
        assertThat(statements).isLessThan(20);
    }

    @Test
    void listContinuesWhereItEnded() throws Exception {
        for (String name : new String[] {"École A", "École B", "École C"}) {
            assertThat(post("/api/v1/organisations", "{\"name\": \"" + name + "\"}", null))
                    .hasStatus(201);
        }
        var first = Json.parse(
                        get("/api/v1/organisations?limit=2").getResponse().getContentAsString())
                .node();
        assertThat(first.path("items").size()).isEqualTo(2);
        var next = Json.parse(get("/api/v1/organisations?limit=2&after="
                                + first.path("next").asString())
                        .getResponse()
                        .getContentAsString())
                .node();
        assertThat(next.path("items").path(0).path("name").asString()).isEqualTo("École C");
        assertThat(get("/api/v1/organisations?limit=501")).hasStatus(422);
        assertThat(get("/api/v1/organisations?kind=CASTLE"))
                .hasStatus(422)
                .bodyText()
                .contains("\"field\":\"kind\"");
        assertThat(get("/api/v1/organisations?after=nonsense"))
                .hasStatus(422)
                .bodyText()
                .contains("after");
    }

    @Test
    void createsPersonWithFunction() throws Exception {
        MvcTestResult made = post("/api/v1/people", """
                {"givenName": "Ana", "familyName": "Ruiz", "languages": ["es", "fr"], "organisation": "Syndicat du ruban",
                 "title": "Présidente", "since": "2024-09-01",
                 "contacts": [{"value": "514 555-0102", "sphere": "PERSONAL"}]}
                """, null);
        assertThat(made).hasStatus(201);
        var person = Json.parse(made.getResponse().getContentAsString()).node();
        assertThat(person.path("functions").path(0).path("title").asString()).isEqualTo("Présidente");
        assertThat(person.path("languages").path(0).asString()).isEqualTo("es");
        assertThat(person.path("contacts").path(0).path("sphere").asString()).isEqualTo("PERSONAL");
        assertThat(get("/api/v1/people?q=ruiz")).bodyText().contains("Ana");
        assertThat(person.path("sameName").isEmpty()).isTrue();
        var namesake = post("/api/v1/people", "{\"givenName\": \"Ana\", \"familyName\": \"RUIZ\"}", null);
        assertThat(namesake)
                .hasStatus(201)
                .bodyJson()
                .extractingPath("sameName[0]")
                .isEqualTo(person.path("id").asString());
    }

    @Test
    void identicalAdditionsOfOneMomentAreOne() {
        for (String[] each : new String[][] {
            {"/api/v1/people", "{\"givenName\": \"Lou\", \"familyName\": \"Cyr\"}"},
            {"/api/v1/organisations", "{\"name\": \"Union du sel\"}"}
        }) {
            var first = post(each[0], each[1], null).getResponse();
            var second = post(each[0], each[1], null);
            assertThat(second).hasStatus(201);
            assertThat(second.getResponse().getHeader("Location")).isEqualTo(first.getHeader("Location"));
        }
        assertThat(get("/api/v1/people?q=cyr"))
                .bodyJson()
                .extractingPath("items.length()")
                .isEqualTo(1);
    }

    @Test
    void reportsErrorsByField() {
        assertThat(post(
                        "/api/v1/organisations",
                        "{\"name\": \" \", \"place\": \"Atlantide\", \"contacts\": [{\"value\": \"abc\"}]}",
                        null))
                .hasStatus(422)
                .bodyText()
                .contains("name", "place", "contacts");
        assertThat(post("/api/v1/people", "{\"title\": \"Présidente\"}", null))
                .hasStatus(422)
                .bodyText()
                .contains("givenName", "organisation");
        assertThat(post(
                        "/api/v1/organisations",
                        "{\"name\": \"Front\", \"belongsTo\": [%s]}"
                                .formatted("\"Syndicat\",".repeat(20) + "\"Syndicat\""),
                        null))
                .hasStatus(422)
                .bodyText()
                .contains("\"belongsTo\"", "20");
        assertThat(post("/api/v1/people", "[]", null)).hasStatus(422);
        assertThat(post("/api/v1/people", "{\"givenName\": \"Ana\", \"contacts\": [\"pas un objet\"]}", null))
                .hasStatus(422);
    }

    @Test
    void hidesContactsWithoutPermission() {
        assertThat(mvc.get()
                        .uri("/api/v1/people")
                        .header("Authorization", "Bearer " + visitors.createToken(Role.VOLUNTEER)))
                .hasStatus(403);
        post("/api/v1/organisations", """
                {"name": "Front discret", "contacts": [{"value": "f@exemple.org"}], "note": "À part"}""", null);
        assertThat(get("/api/v1/organisations")).bodyText().contains("f@exemple.org", "À part");
        assertThat(mvc.get()
                        .uri("/api/v1/organisations")
                        .header("Authorization", "Bearer " + visitors.createToken(Role.VOLUNTEER)))
                .hasStatusOk()
                .bodyText()
                .contains("Front discret")
                .doesNotContain("f@exemple.org", "À part");
    }

    private MvcTestResult get(String url) {
        return mvc.get().uri(url).header("Authorization", "Bearer " + token).exchange();
    }

    private MvcTestResult post(String url, String body, @Nullable String key) {
        var request = mvc.post()
                .uri(url)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Authorization", "Bearer " + token)
                .content(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }
}
