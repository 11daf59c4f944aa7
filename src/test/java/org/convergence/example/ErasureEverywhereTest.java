package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.requests.AccessFileService;
import org.convergence.directory.people.domain.requests.ErasureService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An erased person of a whole organisation's directory is in no row any longer, and no figure has changed. */
@ModuleTest
class ErasureEverywhereTest {

    @Autowired
    private ExampleFixture example;

    @Autowired
    private ErasureService erasure;

    @Autowired
    private AccessFileService files;

    @Autowired
    private JobTestRunner jobs;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void itIsEntered() {
        example.ensure();
    }

    @Test
    void erasureLeavesNoReferenceAndChangesNoFigure() {
        List<UUID> some = db.sql("""
                        SELECT p.id FROM directory.people_person p
                        WHERE jsonb_array_length(p.contact_points) > 0
                          AND NOT EXISTS (SELECT FROM identity.account a WHERE a.person_id = p.id AND a.closed_at IS NULL)
                        ORDER BY (SELECT count(*) FROM unnest(ARRAY[
                                     EXISTS (SELECT FROM outreach.assembly_mandate m WHERE m.person = p.id),
                                     EXISTS (SELECT FROM directory.exchange_person x WHERE x.person = p.id),
                                     EXISTS (SELECT FROM resources.gift g WHERE g.person = p.id),
                                     EXISTS (SELECT FROM education.workshop_facilitator f WHERE f.person = p.id),
                                     EXISTS (SELECT FROM education.internship_reader i WHERE i.person = p.id),
                                     EXISTS (SELECT FROM advocacy.dialogue_act_person d WHERE d.person = p.id),
                                     EXISTS (SELECT FROM safety.mission_traveller t WHERE t.person = p.id)
                                 ]) AS named WHERE named) DESC, p.id LIMIT 8
                        """).query(UUID.class).list();
        assertThat(some).hasSize(8);
        List<String> reached =
                db.sql("""
                        SELECT key FROM directory.people_person, unnest(contact_keys) AS key WHERE id = ANY (?)
                          AND NOT EXISTS (SELECT FROM directory.people_organisation o WHERE o.contact_keys @> ARRAY[key])
                        """).param(some.toArray(UUID[]::new)).query(String.class).list();
        assertThat(reached).isNotEmpty();
        for (UUID each : some) {
            String figures = figures();
            CurrentActor.runAs(
                    visitors.actor(Role.COORDINATOR), () -> erasure.erase(new PersonId(each), version(each), null));
            assertThat(figures()).isEqualTo(figures);
        }
        assertThat(tablesHolding(reached)).as("contact points").isEmpty();
        assertThat(db.sql("SELECT DISTINCT display_name FROM directory.people_person WHERE id = ANY (?)")
                        .param(some.toArray(UUID[]::new))
                        .query(String.class)
                        .list())
                .containsExactly("[retiré]");
    }

    @Test
    void keepsLongerNameOfAnotherPersonInTheEnd() {
        List<UUID> two = db.sql("""
                        SELECT p.id FROM directory.people_person p
                        WHERE p.forgotten_at IS NULL AND p.given_name <> '' AND p.sealed_at IS NULL
                          AND NOT EXISTS (SELECT FROM identity.account a WHERE a.person_id = p.id)
                        ORDER BY p.id DESC LIMIT 2
                        """).query(UUID.class).list();
        name(two.get(0), "Ixchel");
        name(two.get(1), "Anne Ixchel");
        UUID tool = db.sql("SELECT id FROM education.tool ORDER BY id LIMIT 1")
                .query(UUID.class)
                .single();
        db.sql("UPDATE education.tool SET description = 'De Ixchel Roblès, puis d’Anne Ixchel Roblès.' WHERE id = ?")
                .param(tool)
                .update();
        CurrentActor.runAs(
                visitors.actor(Role.COORDINATOR),
                () -> erasure.erase(new PersonId(two.get(0)), version(two.get(0)), null));
        // That of this erasure only: each reads all texts again.
        jobs.run(db.sql("SELECT id FROM platform.jobs_run WHERE kind = 'people.forget.files' ORDER BY id DESC LIMIT 1")
                .query(UUID.class)
                .single());
        assertThat(db.sql("SELECT description FROM education.tool WHERE id = ?")
                        .param(tool)
                        .query(String.class)
                        .single())
                .isEqualTo("De [retiré], puis d’Anne Ixchel Roblès.");
    }

    private void name(UUID person, String given) {
        db.sql(
                        "UPDATE directory.people_person SET given_name = ?, family_name = 'Roblès', display_form = NULL WHERE id = ?")
                .params(given, person)
                .update();
    }

    @Test
    void refusesErasureOfPersonWithAccount() {
        UUID somebody = db.sql("""
                        SELECT person_id FROM identity.account WHERE person_id IS NOT NULL AND closed_at IS NULL LIMIT 1
                        """).query(UUID.class).single();
        assertThatThrownBy(() -> CurrentActor.runAs(
                        visitors.actor(Role.COORDINATOR),
                        () -> erasure.erase(new PersonId(somebody), version(somebody), null)))
                .isInstanceOfSatisfying(
                        Refused.class, said -> assertThat(said.messageKey()).isEqualTo("identity.account.close-first"));
    }

    @Test
    void exportsPersonalDataWithHistory() {
        UUID somebody = db.sql("SELECT person FROM plan.time_contract ORDER BY id LIMIT 1")
                .query(UUID.class)
                .single();
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), () -> {
            Map<String, List<Json>> given = files.export(new PersonId(somebody));
            assertThat(given)
                    .containsKeys(
                            AccessFileService.RECORD,
                            AccessFileService.HISTORY,
                            "plan.time_contract",
                            "directory.people_function");
            assertThat(given.getOrDefault("directory.people_function", List.of())
                            .get(0)
                            .node()
                            .path("organisation_name")
                            .asString())
                    .isNotEmpty();
        });
    }

    private int version(UUID person) {
        return db.sql("SELECT version FROM directory.people_person WHERE id = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }

    /** Hours, votes, attendance, participations: every figure. */
    private String figures() {
        return db.sql("""
                        SELECT concat_ws(' ', (SELECT sum(hours) FROM plan.time_entry),
                            (SELECT count(*) FROM plan.time_contract),
                            (SELECT sum(in_favour + against + abstained) FROM outreach.assembly_resolution),
                            (SELECT count(*) FROM outreach.assembly_attendance WHERE person IS NOT NULL),
                            (SELECT count(*) FROM outreach.assembly_mandate), (SELECT count(*) FROM plan.realisation),
                            (SELECT count(*) FROM directory.exchange), (SELECT count(*) FROM directory.people_person))
                        """).query(String.class).single();
    }

    /** The tables of which a row has one of the texts. All tables are read, so the texts are sought together. */
    private List<String> tablesHolding(List<String> texts) {
        return db.sql("""
                        SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
                          AND c.relname NOT IN ('document_chunk', 'filing_file_chunk')
                        """).query(String.class).list().stream()
                .filter(table -> db.sql("SELECT EXISTS (SELECT FROM " + table
                                + " t CROSS JOIN LATERAL (SELECT lower(to_jsonb(t)::text) AS written OFFSET 0) r"
                                + " WHERE EXISTS (SELECT FROM unnest(?) AS key WHERE strpos(r.written, key) > 0))")
                        .param(texts.toArray(String[]::new))
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}
