package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.domain.ProtectionService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A person of a whole organisation's directory, involved in everything, is sealed: the name is in no row, no database
 * file and no log any longer.
 */
@ModuleTest
class SealedOnDiskTest {

    private static final String GIVEN = "Xochiquetzalli";
    private static final String FAMILY = "Güemes-Ñuño";

    /** A free text of each module of the later schemas. */
    private static final List<String> LATER_TEXTS = List.of(
            "advocacy.campaign.name",
            "advocacy.coalition.mission",
            "advocacy.coalition_meeting.outcome",
            "advocacy.dialogue_act.said",
            "advocacy.position_text.body",
            "advocacy.treaty_fact.words",
            "advocacy.urgentaction.happened",
            "advocacy.urgentaction_text.story",
            "cooperation.fieldwork_entry.details",
            "cooperation.watch_item.context",
            "education.internship_application.name",
            "education.tool.title",
            "education.workshop_request.purpose",
            "outreach.event.about",
            "outreach.event_item.title",
            "outreach.event_sponsorship.counterparts",
            "outreach.exhibition_booking.contact",
            "outreach.exhibition_damage.damage",
            "outreach.exhibition_picture_text.alternative",
            "outreach.exhibition_report.made_by",
            "outreach.vote_candidate.interests",
            "outreach.vote_movement.name",
            "resources.gift.remark",
            "resources.grant_application.title",
            "resources.spending_expense.note",
            "safety.assessment_question.evidence",
            "safety.guide_part.content",
            "safety.mission.purpose",
            "safety.risk.description");

    @Autowired
    private ExampleFixture example;

    @Autowired
    private ProtectionService protecting;

    @Autowired
    private JobTestRunner jobs;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private TestDatabase database;

    @Autowired
    private JdbcClient db;

    private UUID her = new UUID(0, 0);

    /** A union representative with a mandate, exchanges and letters, whose name nobody else has, named everywhere. */
    @BeforeEach
    void sheIsEverywhere() {
        example.ensure();
        her = db.sql("""
                        SELECT p.id FROM directory.people_person p
                        WHERE jsonb_array_length(p.contact_points) > 0 AND p.sealed_at IS NULL
                          AND NOT EXISTS (SELECT FROM identity.account a WHERE a.person_id = p.id AND a.closed_at IS NULL)
                        ORDER BY EXISTS (SELECT FROM outreach.assembly_mandate m WHERE m.person = p.id) DESC,
                                 EXISTS (SELECT FROM directory.exchange_person x WHERE x.person = p.id) DESC, p.id LIMIT 1
                        """).query(UUID.class).single();
        db.sql("""
                        UPDATE directory.people_person SET given_name = ?, family_name = ?, version = version + 1, note = ?,
                               contact_points = '[{"channel": "MAIL", "sphere": "PERSONAL", "value": "xochi.guemes@exemple.org"},
                                                  {"channel": "PHONE", "sphere": "PERSONAL", "value": "+52 55 7391 4628"}]'
                        WHERE id = ?
                        """).params(GIVEN, FAMILY, "Chez " + GIVEN + " " + FAMILY, her).update();
        String name = GIVEN + " " + FAMILY;
        db.sql("UPDATE directory.exchange SET subject = 'Appel de ' || :name, body = :body, version = version + 1")
                .param("name", name)
                .param("body", "On a joint\n" + name.toUpperCase(java.util.Locale.ROOT) + " au 52 55 73914628.")
                .update();
        db.sql("UPDATE plan.realisation SET title = left('Rencontre avec ' || :name, 200), version = version + 1")
                .param("name", "Xochiquetzalli Guemes Nuno")
                .update();
        db.sql("""
                        INSERT INTO platform.mail_message (id, recipient, subject, body, purpose, posted_at, next_at)
                        VALUES (gen_random_uuid(), 'luc@exemple.org', 'x', :body, 'test_letter', now(), now()),
                               (gen_random_uuid(), 'Xochi.Guemes@exemple.org', 'x', 'Bonjour', 'test_letter', now(), now())
                        """)
                .param("body", "Écrivez à " + name + " <xochi.guemes@exemple.org>")
                .update();
        db.sql("""
                        INSERT INTO platform.idempotency_answer (sender, key, request, answered_at, status, location, body)
                        VALUES (decode(repeat('00', 32), 'hex'), 'k', decode(repeat('00', 32), 'hex'), now(), 201,
                                '/directory/people?q=Xochiquetzalli+G%C3%BCemes-%C3%91u%C3%B1o', :body)
                        """).param("body", "{\"name\": \"" + name + "\"}").update();
        db.sql("UPDATE outreach.event_order SET contact_name = :name, contact_mail = 'xochi.guemes@exemple.org'")
                .param("name", name)
                .update();
        db.sql("UPDATE outreach.event_seat SET name = :name, need_note = :name, pick_up = :name")
                .param("name", name)
                .update();
        db.sql("UPDATE outreach.anniversary SET post = 'Remplacer ' || :name, version = version + 1")
                .param("name", name)
                .update();
        db.sql("UPDATE outreach.anniversary_part SET title = 'Le récit de ' || :name WHERE kind = 'WORDS'")
                .param("name", name)
                .update();
        db.sql("UPDATE cooperation.narrative_section SET body = left(body || :name, 30000), version = version + 1")
                .param("name", ". Avec " + name)
                .update();
        db.sql("UPDATE cooperation.narrative_insertion SET body = left(body || :name, 5000)")
                .param("name", ". Avec " + name)
                .update();
        db.sql("""
                        UPDATE cooperation.narrative_passage
                        SET translation = 'Con ' || :name, answered_body = CASE WHEN answer IS NULL THEN NULL ELSE 'Avec ' || :name END,
                            answered_translation = CASE WHEN answer IS NULL THEN NULL ELSE 'Con ' || :name END
                        """).param("name", name).update();
        for (String column : LATER_TEXTS) {
            String table = column.substring(0, column.lastIndexOf('.'));
            String field = column.substring(column.lastIndexOf('.') + 1);
            int changed = db.sql("UPDATE %1$s SET %2$s = left('Avec ' || :name || '. ' || %2$s, 190)"
                            .formatted(table, field))
                    .param("name", name)
                    .update();
            assertThat(changed).as(column).isPositive();
        }
        UUID document = UUID.randomUUID();
        byte[] text = ("Témoignage de " + name).getBytes(StandardCharsets.UTF_8);
        db.sql("""
                        INSERT INTO platform.document (id, name, media_type, bytes, sha256, uploaded_by, uploaded_at)
                        VALUES (:id, :name, 'text/plain', :bytes, sha256(:text), :id, now())
                        """)
                .param("id", document)
                .param("name", name + ".txt")
                .param("bytes", text.length)
                .param("text", text)
                .update();
        db.sql("INSERT INTO platform.document_chunk (document, rendition, number, bytes) VALUES (?, 'CONTENT', 0, ?)")
                .params(document, text)
                .update();
    }

    @Test
    void noFileOnDiskHoldsTheNameAfterTheJob() {
        assertThat(tables("(xochiquetzalli|nuño|nuno|xochi.guemes|7391)")).hasSizeGreaterThan(6 + LATER_TEXTS.size());
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), () -> {
            PersonId person = new PersonId(her);
            protecting.seal(person, protecting.findVersion(person), "Sterne", List.of());
        });
        jobs.runAll();

        assertThat(tables("(xochiquetzalli|nuño|nuno|xochi.guemes|7391.?4628)")).isEmpty();
        assertThat(db.sql("SELECT DISTINCT title FROM plan.realisation")
                        .query(String.class)
                        .list())
                .containsExactly("Rencontre avec Sterne");
        assertThat(db.sql("SELECT convert_from(c.bytes, 'UTF8') FROM platform.document_chunk c JOIN platform.document d"
                                + " ON d.id = c.document WHERE d.name = 'Sterne.txt'")
                        .query(String.class)
                        .single())
                .isEqualTo("Témoignage de Sterne");
        assertThat(db.sql("SELECT DISTINCT left_in::text || left_files::text FROM directory.protection_sweep")
                        .query(String.class)
                        .single())
                .isEqualTo("{}{}");
        assertThat(files()).isEmpty();
    }

    private Set<String> tables(String pattern) {
        Set<String> holding = new java.util.TreeSet<>();
        for (String table : db.sql("""
                        SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
                        """).query(String.class).list()) {
            if (db.sql("SELECT EXISTS (SELECT FROM " + table + " t WHERE t::text ~* ?)")
                    .param(pattern)
                    .query(Boolean.class)
                    .single()) {
                holding.add(table);
            }
        }
        return holding;
    }

    /** Files of this database, of its write-ahead log and of the logs that hold the name in some encoding. */
    private List<Path> files() {
        long number;
        try (Connection administrator = administrator().connect();
                Statement statement = administrator.createStatement()) {
            statement.execute("SELECT pg_switch_wal()");
            statement.execute("CHECKPOINT");
            try (var row = statement.executeQuery("SELECT oid FROM pg_database WHERE datname = '"
                    + database.owner().database() + "'")) {
                row.next();
                number = row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        List<Path> holding = new ArrayList<>();
        try {
            Files.walkFileTree(TestDatabase.server().directory(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String path = file.toString();
                    boolean ours = path.contains("/base/" + number + "/")
                            || path.contains("/pg_wal/")
                            || path.contains("/log/");
                    if (ours && attributes.isRegularFile() && holds(file)) {
                        holding.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                /** The server deletes files of its own meanwhile. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return holding;
    }

    private static DatabaseAddress administrator() {
        return TestDatabase.server().administrator();
    }

    private static boolean holds(Path file) throws IOException {
        String bytes;
        try {
            bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .toLowerCase(java.util.Locale.ROOT);
        } catch (java.nio.file.NoSuchFileException gone) {
            return false;
        }
        for (String word : new String[] {"xochiquetzalli", "xochi.guemes", "uemes-ñuñ"}) {
            for (var charset :
                    List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE)) {
                String raw = new String(word.getBytes(charset), StandardCharsets.ISO_8859_1)
                        .toLowerCase(java.util.Locale.ROOT);
                if (bytes.contains(raw)) {
                    return true;
                }
            }
        }
        return false;
    }
}
