package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.platform.database.Refused;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.jobs.JobState;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;

/** Past realisations are recorded once, also after an interruption, and can be undone for a day. */
@ModuleTest
class RealisationImportRunTest extends RealisationImportFixture {

    @Test
    void importingAFileTwiceRecordsNothingTwice() {
        String rows = HEAD + "Un;2026-05-14;;;;;;;\nUn;2026-05-14;;;;;;;\nDeux;2026-05-15;;;;;;;\n";
        UUID first = read(rows);
        run(first);
        assertThat(count(first, ImportOutcome.CREATED)).isEqualTo(2);
        assertThat(lines(first, ImportOutcome.ASIDE))
                .singleElement()
                .satisfies(line -> assertThat(line.remarks())
                        .extracting(ImportRemark::key)
                        .containsExactly("realisation.import.twice"));
        UUID second = read(rows);
        run(second);
        assertThat(count(second, ImportOutcome.CREATED)).isZero();
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void anInterruptedImportResumesWithoutRepeatingRows() throws SQLException {
        UUID id = read(HEAD + many(150));
        asOwner("""
                CREATE OR REPLACE FUNCTION public.broken() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'the power is cut'; END $$""");
        asOwner("CREATE TRIGGER broken BEFORE INSERT ON plan.realisation FOR EACH ROW"
                + " WHEN (NEW.title = 'Rencontre 100') EXECUTE FUNCTION public.broken()");
        run(id);
        UUID job = job(id);
        assertThat(board.findById(job).orElseThrow().state()).isEqualTo(JobState.FAILED);
        assertThat(count()).as("whole steps only").isEqualTo(80);

        asOwner("DROP TRIGGER broken ON plan.realisation");
        asCoordinator(() -> imports.resume(id));
        jobs.runAll();
        assertThat(board.findById(job).orElseThrow().state()).isEqualTo(JobState.DONE);
        assertThat(titles()).hasSize(150).doesNotHaveDuplicates();
        assertThat(open(id).state()).isEqualTo(ImportFile.ImportState.DONE);
    }

    @Test
    void undoKeepsRealisationsChangedSince() {
        UUID id = read(HEAD + many(60));
        run(id);
        RealisationFact changed = recorded(id).get(7);
        asCoordinator(() -> correction.correct(
                changed.id(),
                changed.version(),
                new RealisationEntry(
                        RealisationFixture.workshop("Corrigée", LocalDate.of(2026, 5, 1)),
                        changed.amounts(),
                        changed.telling())));
        asCoordinator(() -> imports.undo(id));
        jobs.runAll();
        assertThat(ask(() -> files.findKeptRecords(open(id))))
                .singleElement()
                .satisfies(kept -> assertThat(kept.name()).isEqualTo("Corrigée"));
        assertThat(count()).isEqualTo(1);
        assertThat(open(id).state()).isEqualTo(ImportFile.ImportState.UNDONE);
        assertThatThrownBy(() -> asCoordinator(() -> imports.undo(id))).isInstanceOf(Refused.class);
    }

    @Test
    void refusesUndoAfterADay() {
        UUID id = read(HEAD + "Un;2026-05-14;;;;;;;\n");
        run(id);
        db.sql("UPDATE platform.imports_file SET ended_at = ended_at - interval '25 hours'")
                .update();
        assertThatThrownBy(() -> asCoordinator(() -> imports.undo(id)))
                .isInstanceOf(Refused.class)
                .hasMessage("imports.too-late");
    }
}
