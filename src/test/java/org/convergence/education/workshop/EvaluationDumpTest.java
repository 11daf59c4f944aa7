package org.convergence.education.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.backup.BackupService;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A reader of a backup, or of every row of the database as {@code pg_dump} writes them, ties no answer to a person or to
 * the order in which answers came, before and after the evaluation closes (R-EDU-3).
 */
@ModuleTest
class EvaluationDumpTest {

    private static final String OPEN = "education.workshop_open_answer";
    private static final String CLOSED = "education.workshop_answer";
    private static final List<String> VERDICTS = List.of("YES", "SOMEWHAT", "NO");

    @Autowired
    private WorkshopFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private BackupService backups;

    @Autowired
    private JobTestRunner jobs;

    @Autowired
    private TestDatabase database;

    @BeforeEach
    void prepare() {
        fixture.prepare();
    }

    @Test
    void noDumpTiesAnAnswerToAPersonOrToAnOrder() throws Exception {
        WorkshopSessionId session = fixture.held(12, true);
        List<String> given = answer(session, 12);

        Map<String, String> open = dump();
        List<String> ids = column(open, OPEN, 0);
        assertThat(answers(open, OPEN))
                .containsExactlyInAnyOrderElementsOf(given)
                .as("the order in which they came, with odds of one in 479 million")
                .isNotEqualTo(given);
        assertThat(tablesWith(ids, open)).containsExactly(OPEN);
        assertThat(open.get(OPEN)).as("no day and no hour").doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}[ T]|:\\d{2}");
        Map<String, String> openBackup = backup();
        assertThat(openBackup).doesNotContainKey(OPEN);
        assertThat(tablesWith(ids, openBackup)).isEmpty();

        close(session);
        Map<String, String> closed = dump();
        assertThat(tablesWith(ids, closed)).as("ids of the dump before").isEmpty();
        assertThat(answers(closed, CLOSED))
                .containsExactlyInAnyOrderElementsOf(given)
                .isNotEqualTo(given)
                .as("the order of the dump before")
                .isNotEqualTo(answers(open, OPEN));
        assertThat(tablesWith(column(closed, CLOSED, 0), closed)).containsExactly(CLOSED);
        Map<String, String> closedBackup = backup();
        assertThat(answers(closedBackup, CLOSED)).isEqualTo(answers(closed, CLOSED));
        assertThat(tablesWith(ids, closedBackup)).isEmpty();
    }

    @Test
    void fewerThanFiveAnswersAreInNoDumpOnceClosed() throws Exception {
        WorkshopSessionId few = fixture.held(4, true);
        answer(few, 4);
        WorkshopSessionId none = fixture.held(3, true);
        close(few);
        close(none);
        assertThat(dump().get(CLOSED)).doesNotContain(few.value().toString());
        assertThat(backup().get(CLOSED)).doesNotContain(few.value().toString());
        assertThat(fixture.main("/education/workshop/sessions/" + few.value())).contains("Moins de 5 réponses");
        WorkshopSessionId shown = fixture.held(12, true);
        answer(shown, 12);
        close(shown);
        assertThat(fixture.main("/education/workshop/catalogue/" + fixture.workshop()))
                .contains("12 réponses de 1 séance. 1 séance de moins de 5 réponses n’y est pas");
    }

    /** Answers that differ, in the order in which they are given. */
    private List<String> answer(WorkshopSessionId session, int count) {
        List<String> given = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String learned = VERDICTS.get(i % 3);
            String useful = VERDICTS.get(i / 3 % 3);
            String recommend = VERDICTS.get(i / 9);
            assertThat(fixture.evaluate(session, "learned=" + learned, "useful=" + useful, "recommend=" + recommend))
                    .hasStatus(303);
            given.add(learned + " " + useful + " " + recommend);
        }
        return given;
    }

    private void close(WorkshopSessionId session) {
        assertThat(pages.as(Role.STAFF).post("/education/workshop/sessions/" + session.value() + "/close"))
                .hasStatus(303);
    }

    /** Every row of every table, in the order in which it lies on the disk. */
    private Map<String, String> dump() throws SQLException, IOException {
        Map<String, String> tables = new LinkedHashMap<>();
        try (Connection connection = database.administrator().connect();
                var names = connection.createStatement().executeQuery("""
                        SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1
                        """)) {
            while (names.next()) {
                StringWriter rows = new StringWriter();
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY " + names.getString(1) + " TO STDOUT", rows);
                tables.put(names.getString(1), rows.toString());
            }
        }
        return tables;
    }

    /** The tables of a backup made now, as the application makes it each night. */
    private Map<String, String> backup() throws IOException {
        Map<String, String> tables = new LinkedHashMap<>();
        try (ZipFile zip = CurrentActor.callAs(Actor.system("a test"), () -> {
            backups.requestBackup();
            jobs.runAll();
            return new ZipFile(backups.folder()
                    .resolve(backups.findLast().orElseThrow().name())
                    .toFile());
        })) {
            for (var entry : zip.stream().toList()) {
                try (var rows = zip.getInputStream(entry)) {
                    tables.put(
                            entry.getName().replaceFirst("^tables/(.*)\\.copy$", "$1"),
                            new String(rows.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return tables;
    }

    private static List<String> tablesWith(List<String> ids, Map<String, String> tables) {
        assertThat(ids).hasSize(12);
        return tables.entrySet().stream()
                .filter(table -> ids.stream().anyMatch(table.getValue()::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> column(Map<String, String> tables, String table, int column) {
        return Objects.requireNonNull(tables.get(table))
                .lines()
                .map(row -> row.split("\t", -1)[column])
                .toList();
    }

    private static List<String> answers(Map<String, String> tables, String table) {
        return Objects.requireNonNull(tables.get(table))
                .lines()
                .map(row -> row.split("\t", -1))
                .map(row -> row[2] + " " + row[3] + " " + row[4])
                .toList();
    }
}
