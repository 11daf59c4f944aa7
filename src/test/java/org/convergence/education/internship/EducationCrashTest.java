package org.convergence.education.internship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.convergence.education.workshop.WorkshopId;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.education.workshop.domain.EvaluationService;
import org.convergence.education.workshop.domain.EvaluationService.EvaluationAnswers;
import org.convergence.education.workshop.domain.EvaluationService.EvaluationVerdict;
import org.convergence.education.workshop.domain.Workshop.WorkshopFacts;
import org.convergence.education.workshop.domain.WorkshopCatalogue;
import org.convergence.education.workshop.domain.WorkshopSession.WorkshopSessionFacts;
import org.convergence.education.workshop.domain.WorkshopSessionService;
import org.convergence.faults.CrashTasks;
import org.convergence.faults.HalfwayGate;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.ChildProcess;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestTags;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/**
 * A crash while a file is resumed and sent, a session is evaluated, another is held, and evaluations are closed (shuffled, or destroyed if
 * they are few): each is undone whole, and after the next start each is done exactly once.
 */
@ModuleTest
@Tag(TestTags.SLOW)
class EducationCrashTest extends InternshipFixture {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Autowired
    private WorkshopCatalogue catalogue;

    @Autowired
    private WorkshopSessionService sessions;

    @Autowired
    private EvaluationService evaluations;

    @Autowired
    private TestDatabase database;

    @Value("${convergence.keys.dir}")
    private String keys = "";

    @Test
    void crashLosesNothingAndRepeatsNothing() throws Exception {
        String link = apply("Ana Roy", "ana@union.example", "unionName=");
        WorkshopId workshop = CurrentActor.callAs(
                staff,
                () -> catalogue.create(new WorkshopFacts(
                        "Le fil du coton", "Textile", 90, List.of("fr"), "Accueil", true, null, null)));
        WorkshopSessionId open = session(workshop, true, 3);
        WorkshopSessionId planned = session(workshop, false, 0);
        WorkshopSessionId whole = session(workshop, true, 7);
        WorkshopSessionId few = session(workshop, true, 4);
        List<String> before = openAnswers(whole);
        String[] arguments = {
            link.replaceFirst(".*/", ""),
            id("criterion"),
            open.value().toString(),
            planned.value().toString(),
            whole.value().toString(),
            few.value().toString()
        };

        try (var middles = new HalfwayGate(database, EducationProgram.HALFWAY);
                var program = program(arguments)) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .failFast("The program ended", () -> !program.isAlive())
                    .untilAsserted(() -> assertThat(middles.reached())
                            .as("%s", program.lines())
                            .isEqualTo(EducationProgram.HALFWAY.size()));
            program.kill();
            assertThat(program.lines()).noneMatch(line -> line.contains(" done"));
            middles.open();
            await().atMost(PATIENCE).until(() -> middles.reached() == 0);
        }
        assertSoftly(softly -> {
            softly.assertThat(find("internship_application", "state")).isEqualTo("DRAFT");
            softly.assertThat(count("answer")).as("half a file").isZero();
            softly.assertThat(receipts()).isZero();
            softly.assertThat(openAnswers(open)).as("earlier answers").hasSize(3);
            softly.assertThat(state(planned)).isEqualTo("PLANNED open");
            softly.assertThat(realisations(planned)).as("half a session").isZero();
            softly.assertThat(state(whole)).isEqualTo("HELD open");
            softly.assertThat(openAnswers(whole)).isEqualTo(before);
            softly.assertThat(closedAnswers(whole)).as("half a shuffle").isEmpty();
            softly.assertThat(state(few)).isEqualTo("HELD open");
            softly.assertThat(openAnswers(few)).hasSize(4);
        });

        try (var program = program(arguments)) {
            await().atMost(PATIENCE).until(() -> program.lines().contains("evening done") || !program.isAlive());
            assertThat(program.lines())
                    .contains("file done", "file done again", "answer done", "answer done again", "hold done")
                    .contains("close done", "close refused: workshop.refused.closed")
                    .contains("few done", "few refused: workshop.refused.closed")
                    .doesNotContain("hold done again");
        }
        assertThat(find("internship_application", "state")).isEqualTo("SUBMITTED");
        assertThat(find("internship_answer", "text")).isEqualTo("Écrit dans le train.");
        assertThat(receipts()).isOne();
        assertThat(openAnswers(open)).hasSize(5);
        assertThat(state(planned)).isEqualTo("HELD open");
        assertThat(realisations(planned)).isOne();
        assertThat(state(whole)).isEqualTo("HELD closed");
        assertThat(openAnswers(whole)).isEmpty();
        assertThat(closedAnswers(whole)).hasSize(7).doesNotContainAnyElementsOf(before);
        assertThat(state(few)).isEqualTo("HELD closed");
        assertThat(openAnswers(few)).isEmpty();
        assertThat(closedAnswers(few)).as("too few to be shown").isEmpty();
    }

    private WorkshopSessionId session(WorkshopId workshop, boolean isHeld, int answers) {
        return CurrentActor.callAs(staff, () -> {
            WorkshopSessionId id = sessions.schedule(new WorkshopSessionFacts(
                    workshop, null, settings.today(), null, "QC-06", "", BigDecimal.ONE, List.of(), true));
            if (isHeld) {
                sessions.hold(id, 1, 28);
            }
            for (int i = 0; i < answers; i++) {
                evaluations.answer(
                        id, new EvaluationAnswers(i == 0 ? EvaluationVerdict.NO : EvaluationVerdict.YES, null, null));
            }
            return id;
        });
    }

    private List<String> openAnswers(WorkshopSessionId session) {
        return ids("workshop_open_answer WHERE session = '" + session.value() + "'");
    }

    private List<String> closedAnswers(WorkshopSessionId session) {
        return ids("workshop_answer WHERE session = '" + session.value() + "'");
    }

    private List<String> ids(String rows) {
        return db.sql("SELECT id FROM education." + rows + " ORDER BY id")
                .query(String.class)
                .list();
    }

    private String state(WorkshopSessionId session) {
        return find(
                "workshop_session WHERE id = '" + session.value() + "'",
                "state || CASE WHEN closed_on IS NULL THEN ' open' ELSE ' closed' END");
    }

    private String find(String rows, String column) {
        return db.sql("SELECT " + column + " FROM education." + rows)
                .query(String.class)
                .single();
    }

    private int receipts() {
        return db.sql("SELECT count(*) FROM platform.mail_message WHERE purpose = 'internship_receipt'")
                .query(Integer.class)
                .single();
    }

    private int realisations(WorkshopSessionId session) {
        return db.sql("SELECT count(*) FROM plan.realisation WHERE source_id = ?")
                .param(session.value().toString())
                .query(Integer.class)
                .single();
    }

    private ChildProcess program(String... arguments) throws Exception {
        return CrashTasks.start(EducationProgram.class, database, keys, folder, arguments);
    }
}
