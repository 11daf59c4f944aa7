package org.convergence.directory.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.convergence.directory.protection.domain.ResealingFixture;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/** Whatever sequence of operations follows, a sealed person is never in clear again. */
@ModuleTest
class SealedForGoodTest extends ProtectionFixture {

    private static final String SAID = "(?i)arriaga|itzel|tzitzi";

    @Autowired
    private ResealingFixture roll;

    @Autowired
    private JobTestRunner queued;

    @Test
    void mergeImportErasureAndRestoreNeverRevealTheName() throws Exception {
        UUID itzel = added("Itzel", "Arriaga");
        UUID tzitzi = added("Tzitzi", "Arriaga-Luna");
        seal(itzel, "Quetzal");
        seal(tzitzi, "Jacana");
        queued.runAll();
        assertThat(post(
                        Role.STAFF,
                        PERSONS + "/" + itzel + "/replace",
                        "other",
                        tzitzi.toString(),
                        "version",
                        "2",
                        "otherVersion",
                        "2"))
                .hasStatus(303);

        String list =
                "Nom;Prénom;Courriel\nArriaga;Itzel;x@exemple.org\nArriaga-Luna;Tzitzi;\nRoy;Luc;luc@exemple.org\n";
        var read = mvc.post()
                .uri("/directory/people/imports")
                .multipart()
                .file(new MockMultipartFile("file", "m.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)))
                .param("subject", "PERSONS")
                .with(csrf())
                .with(visitors.as(Role.COORDINATOR))
                .exchange();
        assertThat(read).hasStatus(303);
        assertThat(post(Role.COORDINATOR, read.getResponse().getRedirectedUrl() + "/run", "version", "1"))
                .hasStatus(303);
        queued.runAll();
        assertThat(db.sql("SELECT cells::text FROM platform.imports_row WHERE cells <> '[]'")
                        .query(String.class)
                        .list())
                .as("under both names")
                .containsExactly("[\"Roy\", \"Luc\", \"luc@exemple.org\"]");
        String taken = mvc.get()
                .uri(PERSONS + "/export.csv")
                .with(visitors.as(Role.STAFF))
                .exchange()
                .getResponse()
                .getContentAsString();
        assertThat(taken).contains("Quetzal", "Luc").doesNotContainPattern(SAID);

        int version = db.sql("SELECT version FROM directory.people_person WHERE id = ?")
                .param(itzel)
                .query(Integer.class)
                .single();
        assertThat(post(
                        Role.COORDINATOR,
                        PERSONS + "/" + itzel + "/forget",
                        "version",
                        String.valueOf(version),
                        "understood",
                        "true",
                        "reason",
                        "Elle le demande"))
                .hasStatus(303);
        queued.runAll();
        assertThat(rows("directory.people_person") + rows("directory.people_alias") + rows("platform.audit_entry"))
                .isZero();

        // A backup from before all of this is restored: both are in clear in it.
        for (String table : new String[] {"mention", "sweep", "gesture", "opener", "mark", "vault"}) {
            db.sql("DELETE FROM directory.protection_" + table).update();
        }
        db.sql("DELETE FROM directory.people_alias").update();
        db.sql("DELETE FROM directory.people_person WHERE id = ?").param(itzel).update();
        for (UUID each : new UUID[] {itzel, tzitzi}) {
            db.sql(
                            "INSERT INTO directory.people_person (id, version, given_name, family_name) VALUES (?, 1, 'Itzel', 'Arriaga')")
                    .param(each)
                    .update();
        }
        assertThat(roll.sealAgain()).isEqualTo(2);
        queued.runAll();
        assertThat(rows("directory.people_person")).isZero();
        assertThat(page(Role.COORDINATOR, PERSONS + "/" + itzel).text()).contains("Quetzal");
        assertThat(roll.sealAgain()).isZero();
    }

    private UUID added(String given, String family) {
        String url = String.valueOf(post(Role.STAFF, PERSONS + "/new", "givenName", given, "familyName", family)
                .getResponse()
                .getRedirectedUrl());
        return UUID.fromString(url.substring(url.lastIndexOf('/') + 1));
    }

    private void seal(UUID person, String codeName) {
        assertThat(post(
                        Role.STAFF,
                        "/directory/protection/persons/" + person + "/seal",
                        "version",
                        "1",
                        "codeName",
                        codeName,
                        "understood",
                        "true"))
                .hasStatus(303);
    }

    private long rows(String table) {
        return db.sql("SELECT count(*) FROM " + table + " t WHERE t::text ~* 'arriaga|itzel|tzitzi'")
                .query(Long.class)
                .single();
    }
}
