package org.convergence.directory.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A deleted record does not bypass protection or erasure. */
@ModuleTest
class StruckOutPagesTest extends ProtectionFixture {

    @Autowired
    private JobTestRunner queued;

    @Autowired
    private DatabaseServer server;

    @Autowired
    private List<RecurringWork> recurring;

    private UUID first = new UUID(0, 0);
    private UUID second = new UUID(0, 0);

    @BeforeEach
    void sheHasTwoRecordsAndOneIsStruckOut() {
        for (String table : new String[] {"mention", "sweep", "gesture", "opener", "consent", "mark", "vault"}) {
            db.sql("DELETE FROM directory.protection_" + table).update();
        }
        db.sql("DELETE FROM directory.people_alias").update();
        db.sql("DELETE FROM directory.people_person").update();
        first = added("Nayeli", "Zamora", "nayeli@exemple.org");
        second = added("Nayeli", "Zamora", "n.zamora@exemple.net");
        assertThat(post(Role.STAFF, PERSONS + "/" + first + "/remove", "version", "1"))
                .hasStatus(303);
    }

    @Test
    void sealedPersonIsNotRestoredInClear() {
        seal(second);
        UUID other = added("Rocío", "Ibarra", "rocio@exemple.org");
        assertThat(post(Role.STAFF, PERSONS + "/" + other + "/remove", "version", "1"))
                .hasStatus(303);
        assertThat(post(Role.STAFF, PERSONS + "/" + first + "/remove/undo")).hasStatus(404);
        assertThat(post(Role.STAFF, PERSONS + "/" + other + "/remove/undo")).hasStatus(303);
        assertThat(remembered()).isZero();
    }

    @Test
    void recognisesFormerNameFromHistory() {
        UUID third = added("Naye", "Z.", "zamora@exemple.org");
        added("Rocío", "Ibarra", "zamora@exemple.org");
        assertThat(post(Role.STAFF, PERSONS + "/" + third + "/remove", "version", "1"))
                .hasStatus(303);
        enter("Sturnelle", "Naye", "Zeta", "mails", "zamora@exemple.org");
        assertThat(post(Role.STAFF, PERSONS + "/" + third + "/remove/undo")).hasStatus(422);
    }

    @Test
    void noHistoryNamesPersonUnderCodeName() {
        UUID third = added("Naye", "Z.", "zamora@exemple.org");
        for (UUID each : new UUID[] {second, third}) {
            assertThat(post(Role.STAFF, PERSONS + "/" + each + "/remove", "version", "1"))
                    .hasStatus(303);
        }
        enter("Sturnelle", "Nayeli", "Zamora", "mails", "zamora@exemple.org");
        assertThat(remembered()).isZero();
        for (UUID each : new UUID[] {first, second, third}) {
            assertThat(post(Role.STAFF, PERSONS + "/" + each + "/remove/undo")).hasStatus(404);
        }
    }

    @Test
    void noHistoryNamesErasedPerson() {
        assertThat(post(Role.COORDINATOR, PERSONS + "/" + second + "/forget", "version", "1", "understood", "true"))
                .hasStatus(303);
        assertThat(remembered()).isZero();
        assertThat(post(Role.STAFF, PERSONS + "/" + first + "/remove/undo")).hasStatus(404);
    }

    @Test
    void allowsUndoOfDeletionForADayAndKeepsHistoryForAWeek() {
        strikeOut("2 days");
        var late = post(Role.STAFF, PERSONS + "/" + first + "/remove/undo");
        assertThat(late).hasStatus(422);
        assertThat(document(late).text()).contains("pendant un jour");
        recurringNamed("people-sweep").run();
        assertThat(remembered()).isEqualTo(2);
        strikeOut("8 days");
        recurringNamed("people-sweep").run();
        assertThat(remembered()).isZero();
        assertThat(db.sql("SELECT count(*) FROM platform.audit_entry WHERE row_id = ? AND after IS NOT NULL")
                        .param(second.toString())
                        .query(Long.class)
                        .single())
                .as("people still present keep their history")
                .isOne();
    }

    /** Backdates the deletion. */
    private void strikeOut(String ago) {
        new JdbcTemplate(server.owner().dataSource())
                .update(
                        "UPDATE platform.audit_entry SET at = now() - CAST(? AS interval) WHERE row_id = ?",
                        ago,
                        first.toString());
    }

    /** The number of history entries of the deleted record that still hold data. */
    private long remembered() {
        return db.sql("""
                        SELECT count(*) FROM platform.audit_entry
                        WHERE row_id = ? AND (coalesce(before::text, '') || coalesce(after::text, '')) ~* 'zamora'
                        """).param(first.toString()).query(Long.class).single();
    }

    private RecurringWork recurringNamed(String name) {
        return recurring.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private UUID added(String given, String family, String mail) {
        var added = post(
                Role.STAFF,
                PERSONS + "/new",
                "givenName",
                given,
                "familyName",
                family,
                "point",
                mail,
                "anyway",
                "true");
        assertThat(added).hasStatus(303);
        String url = String.valueOf(added.getResponse().getRedirectedUrl());
        return UUID.fromString(url.substring(url.lastIndexOf('/') + 1));
    }

    private void seal(UUID person) {
        assertThat(post(
                        Role.STAFF,
                        "/directory/protection/persons/" + person + "/seal",
                        "version",
                        "1",
                        "codeName",
                        "Bruant",
                        "understood",
                        "true"))
                .hasStatus(303);
        queued.runAll();
    }
}
