package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.convergence.identity.Role;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Requests on pages: a person is given their data, and is erased. */
@ModuleTest
class RequestPagesTest extends DirectoryPagesFixture {

    private String ana = "";

    @BeforeEach
    void someone() {
        ana = add(
                PERSONS,
                new String[] {"givenName", "Ana", "familyName", "Morales"},
                "note",
                "=Aime le café",
                "point",
                "ana@exemple.org");
    }

    @Test
    void exportsPersonalDataInOneFile() throws IOException {
        MvcTestResult given = post(ana + "/access");
        assertThat(given).hasStatus(200).hasContentType("application/zip");
        Map<String, String> entries = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(
                new ByteArrayInputStream(given.getResponse().getContentAsByteArray()), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(entries.keySet())
                .contains("lisez-moi.txt", "renseignements.json", "csv/directory.people_person.csv");
        assertThat(Json.parse(entries.getOrDefault("renseignements.json", "{}"))
                        .node()
                        .path("directory.people_person")
                        .path(0)
                        .path("family_name")
                        .asString())
                .isEqualTo("Morales");
        assertThat(entries.get("csv/directory.people_person.csv")).contains("'=Aime le café");
        assertThat(page(ana + "/access").text()).contains("assurez-vous que c’est bien elle");
        assertThat(db.sql("SELECT form || persons FROM directory.people_takeout ORDER BY id DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("ACCESS1");
    }

    @Test
    void erasedPersonIsOnNoListAndAddressShowsDay() {
        assertThat(post(ana + "/forget", "version", "1")).hasStatus(422);
        assertThat(page(ana + "/forget").text()).contains("Ce qui s’en va", "procès-verbaux");
        assertThat(post(ana + "/forget", "version", "1", "understood", "true")).hasStatus(303);

        assertThat(page(ana).select("h1").text()).isEqualTo("Personne effacée");
        assertThat(page(PERSONS).text()).doesNotContain("Morales", "[retiré]");
        assertThat(page(PERSONS + "?q=retir").select("#list").text()).doesNotContain("[retiré]");
        assertThat(post(ana + "/edit", "version", "2", "givenName", "Ana")).hasStatus(422);
        assertThat(db.sql("""
                        SELECT count(*) FROM platform.audit_entry WHERE row_id = ?
                        AND (coalesce(before::text, '') || coalesce(after::text, '')) ~* 'morales'
                        """)
                        .param(ana.substring(ana.lastIndexOf('/') + 1))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(db.sql("SELECT count(*) FROM directory.people_word WHERE word IN ('morales', 'retire')")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(post(ana + "/forget", "version", "2", "understood", "true")).hasStatus(422);
    }

    @Test
    void erasesMergedRecordsToo() {
        String same = person("Anna", "Moralez");
        assertThat(post(
                        ana + "/replace",
                        "other",
                        same.substring(same.lastIndexOf('/') + 1),
                        "version",
                        "1",
                        "otherVersion",
                        "1"))
                .hasStatus(303);
        assertThat(post(ana + "/forget", "version", "2", "understood", "true")).hasStatus(303);
        assertThat(db.sql(
                                "SELECT names::text || contact_keys::text || coalesce(undo::text, '') FROM directory.people_alias")
                        .query(String.class)
                        .list())
                .containsExactly("{}{}");
        assertThat(db.sql("""
                        SELECT count(*) FROM platform.audit_entry
                        WHERE (coalesce(before::text, '') || coalesce(after::text, '')) ~* 'moralez'
                        """).query(Long.class).single()).isZero();
        assertThat(get(same).getResponse().getRedirectedUrl()).isEqualTo(ana);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void onlyCoordinatorsExportAndErase(Role role) {
        for (String gesture : new String[] {"/access", "/forget"}) {
            assertThat(mvc.post()
                            .uri(ana + gesture)
                            .with(csrf())
                            .with(visitors.as(role))
                            .exchange())
                    .hasStatus(403);
        }
    }

    private Document page(String url) {
        MvcTestResult shown = get(url);
        assertThat(shown).hasStatus(200);
        try {
            return Jsoup.parse(shown.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
