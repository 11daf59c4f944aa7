package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.merging.MergeService;
import org.convergence.identity.Role;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** The API changes records by version, follows merged records, and imports lists. */
@ModuleTest
class DirectoryChangesApiTest extends ImportFixture {

    private static final String LIST = "Prénom;Nom;Adresse;Divers\nAna;Ruiz;ana@exemple.org;x\nZoé;Roy;;y\n;;;z\n";

    @Autowired
    private MergeService replacement;

    private @Nullable String token;

    @BeforeEach
    void aProgram() {
        token = visitors.createToken(Role.COORDINATOR);
    }

    @Test
    void conflictShowsCurrentPerson() throws Exception {
        JsonNode made = json(send(HttpMethod.POST, "/api/v1/people", "{\"givenName\": \"Ana\"}"));
        String place = "/api/v1/people/" + made.path("id").asString();
        MvcTestResult changed = send(
                HttpMethod.PUT,
                place,
                "{\"version\": 1, \"givenName\": \"Ana\", \"familyName\": \"Ruiz\", \"contacts\": [{\"value\": \"a@exemple.org\"}]}");
        assertThat(changed).hasStatusOk();
        assertThat(json(changed).path("version").asInt()).isEqualTo(2);
        MvcTestResult late = send(HttpMethod.PUT, place, "{\"version\": 1, \"givenName\": \"Anna\"}");
        assertThat(late).hasStatus(409);
        assertThat(json(late).path("present").path("familyName").asString()).isEqualTo("Ruiz");
        assertThat(json(late).path("present").path("version").asInt()).isEqualTo(2);
        assertThat(send(HttpMethod.PUT, place, "{\"version\": 2}")).hasStatus(422);
        assertThat(send(
                        HttpMethod.PUT,
                        "/api/v1/people/00000000-0000-7000-8000-000000000000",
                        "{\"version\": 1, \"givenName\": \"A\"}"))
                .hasStatus(404);
    }

    @Test
    void mergedRecordRefersToTheKeptOne() throws Exception {
        PersonId kept = act(() -> persons.create(PersonFacts.named("Zoé", "Roy")));
        PersonId gone = act(() -> persons.create(PersonFacts.named("Zoe", "Roy")));
        act(() -> {
            replacement.mergePeople(
                    new MergeService.RecordVersion(gone.value(), 1),
                    new MergeService.RecordVersion(kept.value(), 1),
                    Map.of());
            return true;
        });
        MvcTestResult moved = send(HttpMethod.GET, "/api/v1/people/" + gone.value(), null);
        assertThat(moved).hasStatus(410);
        assertThat(json(moved).path("replacedBy").asString())
                .isEqualTo(kept.value().toString());
        assertThat(send(HttpMethod.PUT, "/api/v1/people/" + gone.value(), "{\"version\": 1, \"givenName\": \"Z\"}"))
                .hasStatus(410);
    }

    @Test
    void addsChangesListsAndDeletesAffiliations() throws Exception {
        String member = json(send(HttpMethod.POST, "/api/v1/organisations", "{\"name\": \"Syndicat\"}"))
                .path("id")
                .asString();
        String parent = json(send(HttpMethod.POST, "/api/v1/organisations", "{\"name\": \"Centrale\"}"))
                .path("id")
                .asString();
        String said = "{\"member\": \"%s\", \"parent\": \"%s\", \"since\": \"2020-01-01\"}".formatted(member, parent);
        MvcTestResult made = send(HttpMethod.POST, "/api/v1/affiliations", said);
        assertThat(made).hasStatus(201);
        assertThat(send(HttpMethod.POST, "/api/v1/affiliations", said.replace("2020", "2021")))
                .hasStatus(422);
        assertThat(send(
                        HttpMethod.POST,
                        "/api/v1/affiliations",
                        "{\"member\": \"%s\", \"parent\": \"%s\"}".formatted(parent, member)))
                .hasStatus(422);
        String place = "/api/v1/affiliations/" + json(made).path("id").asString();
        String ended =
                "{\"version\": 1, \"nature\": \"MEMBER_OF\", \"since\": \"2020-01-01\", \"until\": \"2024-12-31\"}";
        assertThat(json(send(HttpMethod.PUT, place, ended)).path("until").asString())
                .isEqualTo("2024-12-31");
        MvcTestResult late = send(HttpMethod.PUT, place, ended);
        assertThat(late).hasStatus(409);
        assertThat(json(late).path("present").path("nature").asString()).isEqualTo("MEMBER_OF");
        assertThat(items("?parent=" + parent)).hasSize(1);
        assertThat(items("?parent=" + parent + "&on=2024-12-31")).hasSize(1);
        assertThat(items("?parent=" + parent + "&on=2025-01-01")).isEmpty();
        assertThat(items("?member=" + parent)).isEmpty();
        assertThat(send(HttpMethod.DELETE, place + "?version=1", null)).hasStatus(409);
        assertThat(send(HttpMethod.DELETE, place + "?version=2", null)).hasStatus(204);
        assertThat(send(HttpMethod.GET, place, null)).hasStatus(404);
    }

    @Test
    void previewsImportsAndUndoesList() throws Exception {
        MvcTestResult dry = bring("dryRun", "true", "mapping", "{\"Adresse\": \"MAIL\", \"Divers\": null}");
        assertThat(dry).hasStatusOk();
        assertThat(json(dry).path("created").asInt()).isEqualTo(2);
        assertThat(json(dry).path("aside").asInt()).isEqualTo(1);
        assertThat(json(dry).path("problems").path(0).path("line").asInt()).isEqualTo(4);
        assertThat(db.sql("SELECT count(*) FROM platform.imports_file")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(bring("mapping", "{\"Absente\": \"MAIL\"}")).hasStatus(422);
        assertThat(bring("mapping", "{\"Divers\": \"TOUT\"}")).hasStatus(422);
        assertThat(bring("mapping", "{\"Divers\": \"GIVEN_NAME\"}")).hasStatus(422);
        assertThat(bring("known", "PERHAPS")).hasStatus(422);

        MvcTestResult begun = bring("mapping", "{\"Adresse\": \"MAIL\"}");
        assertThat(begun).hasStatus(202);
        String job = String.valueOf(begun.getResponse().getHeader("Location"));
        assertThat(json(send(HttpMethod.GET, job, null)).path("state").asString())
                .isEqualTo("QUEUED");
        queued.runAll();
        JsonNode done = json(send(HttpMethod.GET, job, null));
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(done.path("done").asInt()).isEqualTo(3);
        assertThat(done.path("created").asInt()).isEqualTo(2);
        assertThat(db.sql("SELECT contact_keys::text FROM directory.people_person WHERE given_name = 'Ana'")
                        .query(String.class)
                        .single())
                .isEqualTo("{ana@exemple.org}");
        String place = "/api/v1/imports/" + json(begun).path("id").asString();
        assertThat(send(HttpMethod.DELETE, place, null)).hasStatus(202);
        queued.runAll();
        assertThat(json(send(HttpMethod.GET, place, null)).path("state").asString())
                .isEqualTo("UNDONE");
        assertThat(count("person")).isZero();
        assertThat(send(HttpMethod.DELETE, place, null)).hasStatus(422);
    }

    @Test
    void refusesUnknownFieldsOfImport() {
        assertThat(bring("dryrun", "true")).hasStatus(422).bodyText().contains("\"dryrun\"");
        assertThat(bring("dryRun", "1")).hasStatus(422).bodyText().contains("\"dryRun\"");
    }

    @Test
    void refusesImportWithoutPermission() {
        token = visitors.createToken(Role.VOLUNTEER);
        assertThat(bring()).hasStatus(403);
    }

    private JsonNode[] items(String query) throws Exception {
        JsonNode listed = json(send(HttpMethod.GET, "/api/v1/affiliations" + query, null));
        return listed.path("items").valueStream().toArray(JsonNode[]::new);
    }

    private MvcTestResult bring(String... fields) {
        var request = mvc.post()
                .uri("/api/v1/imports/people")
                .multipart()
                .file(new MockMultipartFile("file", "liste.csv", "text/csv", LIST.getBytes(StandardCharsets.UTF_8)))
                .header("Authorization", "Bearer " + token);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult send(HttpMethod method, String place, @Nullable String body) {
        var request = mvc.method(method).uri(place).header("Authorization", "Bearer " + token);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return request.exchange();
    }

    private static JsonNode json(MvcTestResult result) throws Exception {
        return Json.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .node();
    }
}
