package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A long list of people is imported in batches, with the same result as line by line. */
@ModuleTest
class BulkImportTest extends ImportFixture {

    private static final String HEAD = "Prénom;Nom;Courriel;Organisation;Fonction\n";

    @Autowired
    DatabaseServer server;

    @Test
    void repeatedRequestsImportLongListOnce() {
        String list = HEAD + many(6_000);
        String url = read("PERSONS", list);
        enter(url);
        assertThat(get(url)).bodyText().contains("6\u00a0000 ajoutées");
        assertThat(count("person")).isEqualTo(6_000);
        assertThat(count("function")).isEqualTo(6_000);
        assertThat(count("organisation")).isEqualTo(7);
        String again = read("PERSONS", list);
        assertThat(get(again)).bodyText().contains("6\u00a0000 inchangées");
        enter(again);
        assertThat(count("person")).isEqualTo(6_000);
        assertThat(count("function")).isEqualTo(6_000);
    }

    @Test
    void relatedRowsGiveSameResultAsOneByOne() {
        String url = read("PERSONS", HEAD + """
                Ana;Ruiz;ana@exemple.org;Syndicat du ruban;Présidente
                Ana;Ruiz;ANA@exemple.org;Syndicat du ruban;Trésorière
                ANA;RUIZ;autre@exemple.org;;
                Zoé;Roy;;;
                Zoe;Roy;zoe@exemple.org;;
                Zoé;Roy;zoe@exemple.org;Comité;
                """);
        enter(url);
        assertThat(db.sql("""
                        SELECT p.sort_name || ' ' || array_to_string(p.contact_keys, ',') || ' ' || coalesce(
                            (SELECT string_agg(f.title, ',' ORDER BY f.title) FROM directory.people_function f
                             WHERE f.person = p.id), '')
                        FROM directory.people_person p ORDER BY 1
                        """).query(String.class).list())
                .containsExactlyInAnyOrder(
                        "Ruiz Ana ana@exemple.org Présidente,Trésorière",
                        "RUIZ ANA autre@exemple.org ",
                        "Roy Zoé zoe@exemple.org Personne-ressource");
        post(url + "/undo");
        queued.runAll();
        assertThat(count("person")).isZero();
    }

    @Test
    void showsSimilarRowsBesideKnownPerson() throws Exception {
        PersonId zoe = act(() -> persons.create(PersonFacts.named("Zoé", "Bouchard")));
        PersonId mei = act(() -> persons.create(new PersonFacts(
                "Mei",
                "Tan",
                null,
                null,
                List.of(),
                List.of(new ContactPoint(
                        ContactPoint.ContactChannel.MAIL,
                        ContactPoint.ContactSphere.PROFESSIONAL,
                        "m@exemple.org",
                        null)),
                null)));
        String url = read("PERSONS", HEAD + "Zoe;Boucharde;z@exemple.org;;\nMay;Tan;m@exemple.org;;\nLuc;Bo;;;\n");
        assertThat(get(url + "?show=CREATED"))
                .bodyText()
                .contains("Ressemble à", "/persons/" + zoe.value(), "/persons/" + mei.value(), "z@exemple.org")
                .contains("3 seront ajoutées");
    }

    @Test
    void auditOfImportEqualsAuditOfManualEntry() throws Exception {
        PersonFacts facts = new PersonFacts(
                "Inès",
                "Étienne",
                null,
                null,
                List.of(),
                List.of(new ContactPoint(
                        ContactPoint.ContactChannel.MAIL,
                        ContactPoint.ContactSphere.PROFESSIONAL,
                        "i@exemple.org",
                        null)),
                null);
        PersonId byHand = act(() -> persons.create(facts));
        enter(read("PERSONS", "Prénom;Nom;Courriel\nInès;Étienne2;i@exemple.org\nLuc;Bo;\n"));
        List<String> said = db.sql("""
                        SELECT (e.after - '{id,created_at}'::text[])::text FROM platform.audit_entry e
                        WHERE e.table_name = 'directory.people_person' AND e.operation = 'INSERT' AND e.row_id IN (
                            SELECT id::text FROM directory.people_person WHERE given_name = 'Inès')
                        ORDER BY e.id
                        """).query(String.class).list();
        assertThat(said).hasSize(2);
        assertThat(said.get(1).replace("Étienne2", "Étienne")).isEqualTo(said.get(0));
        assertThat(db.sql("""
                        SELECT row_id || ' ' || (after ->> 'id') FROM platform.audit_entry
                        WHERE table_name = 'directory.people_person' AND row_id = ?
                        """)
                        .param(byHand.value().toString())
                        .query(String.class)
                        .single())
                .isEqualTo(byHand.value() + " " + byHand.value());
        assertThat(db.sql("""
                        SELECT count(DISTINCT (actor_label, gesture)) FROM platform.audit_entry
                        WHERE table_name = 'directory.people_person' AND gesture LIKE '%imports.run'
                        """).query(Long.class).single()).isPositive();
    }

    @Test
    void interruptedImportResumesWithoutDuplicates() throws SQLException {
        String url = read("PERSONS", HEAD + many(6_000));
        asOwner("""
                CREATE OR REPLACE FUNCTION public.broken() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'the power is cut'; END $$""");
        asOwner("CREATE TRIGGER broken BEFORE INSERT ON directory.people_person FOR EACH ROW"
                + " WHEN (NEW.family_name = 'Nom5500') EXECUTE FUNCTION public.broken()");
        assertThat(post(url + "/run", "version", "1")).hasStatus(303);
        queued.runAll();
        asOwner("DROP TRIGGER broken ON directory.people_person");
        assertThat(db.sql("SELECT state FROM platform.jobs_run ORDER BY queued_at DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED");
        assertThat(count("person")).isBetween(1L, 5_999L);
        assertThat(post(url + "/resume")).hasStatus(303);
        queued.runAll();
        assertThat(db.sql("SELECT count(*) || ' ' || count(DISTINCT family_name) FROM directory.people_person")
                        .query(String.class)
                        .single())
                .isEqualTo("6000 6000");
        assertThat(get(url)).bodyText().contains("6\u00a0000 ajoutées");
    }

    @Test
    void rowRefusedByDatabaseDoesNotAffectOthers() throws SQLException {
        String url = read("PERSONS", HEAD + many(300));
        asOwner("ALTER TABLE directory.people_person ADD CONSTRAINT unfit CHECK (family_name <> 'Nom123')");
        enter(url);
        asOwner("ALTER TABLE directory.people_person DROP CONSTRAINT unfit");
        assertThat(count("person")).isEqualTo(299);
        assertThat(get(url)).bodyText().contains("1 laissée de côté");
    }

    private static String many(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(n -> "Prénom%d;Nom%d;p%d@exemple.org;Syndicat no %d;Membre\n".formatted(n % 7, n, n, n % 7))
                .collect(Collectors.joining());
    }

    private void asOwner(String statement) throws SQLException {
        try (var connection = server.owner().connect();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
