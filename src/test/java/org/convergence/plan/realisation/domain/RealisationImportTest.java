package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.People;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Ground;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.JobBoard;
import org.convergence.platform.jobs.JobState;
import org.convergence.platform.jobs.QueuedJobs;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.table.UnreadableTable;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** Past realisations from a file. */
@ModuleTest
class RealisationImportTest {

    private static final String HEAD = "Titre;Date;Jusqu’au;Lieu;Avec;Participations;Femmes;Heures;Lignes du plan\n";

    @Autowired
    private RealisationImport imports;

    @Autowired
    private ImportOutcomes outcomes;

    @Autowired
    private RealisationCorrection correction;

    @Autowired
    private RealisationFacts facts;

    @Autowired
    private QueuedJobs jobs;

    @Autowired
    private JobBoard board;

    @Autowired
    private People people;

    @Autowired
    private Ground ground;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TestDatabase database;

    private ActionId workshops = new ActionId(new UUID(0, 0));
    private ActionId evaluations = workshops;
    private ActionId coalitions = workshops;

    @BeforeEach
    void aPlan() {
        SecurityContextHolder.clearContext();
        ground.clear();
        asCoordinator(() -> {
            PlanId plan = ground.plan("Plan d’action");
            var means = ground.means(plan, "1.2", "Ateliers");
            workshops = ground.action(plan, means, "Offrir des ateliers sur l’industrie du textile");
            evaluations = ground.action(plan, means, "Évaluer ce que les gens en retiennent");
            coalitions = ground.action(plan, ground.means(plan, "3.3", "Coalitions"), "Siéger aux tables");
            ground.organisations("Cégep du Vieux-Port", "Comité jeunes");
        });
    }

    @AfterEach
    void nothingIsLeftWaiting() throws SQLException {
        asOwner("DROP TRIGGER IF EXISTS broken ON plan.realisation");
    }

    @Test
    void aRowBecomesWhatItSays() {
        UUID id = read(
                HEAD
                        + "Atelier sur l’industrie du textile;14 mai 2026;2026-05-15;montreal;cegep du vieux port;24;15;3 h 30;\"1.2, 3.3\"\n");
        run(id);
        RealisationFact fact = recorded(id).get(0);
        assertThat(fact.happening().title()).isEqualTo("Atelier sur l’industrie du textile");
        assertThat(fact.happening().when().from()).isEqualTo(LocalDate.of(2026, 5, 14));
        assertThat(fact.happening().when().to()).isEqualTo(LocalDate.of(2026, 5, 15));
        assertThat(fact.happening().kind()).isEqualTo(RealisationKind.WORKSHOP);
        assertThat(String.valueOf(fact.happening().place())).isEqualTo("QC-06");
        assertThat(fact.organisations()).extracting(each -> each.name()).containsExactly("Cégep du Vieux-Port");
        assertThat(fact.happening().participations()).satisfies(all -> {
            assertThat(all).isNotNull();
            if (all != null) {
                assertThat(all.women()).isEqualTo(15);
                assertThat(all.notStated()).isEqualTo(9);
            }
        });
        assertThat(fact.amounts().staffHours()).isEqualByComparingTo("3.5");
        assertThat(fact.actions()).containsExactlyInAnyOrder(workshops, coalitions);
    }

    @Test
    void theActionMeantByTheNumberOfAMeansIsTheNearestAndIsSaid() {
        UUID id = read(HEAD + "Évaluer les ateliers;2026-05-14;;;;;;;1.2\nAutre;2026-05-14;;;;;;;1.2/2\n");
        ImportPreview preview = ask(() -> imports.preview(id, ImportPreview.Show.TAKEN, 0));
        assertThat(preview.rows().get(0).reading().notes())
                .extracting(RowProblem::key)
                .containsExactly("realisation.import.guessed-line");
        run(id);
        assertThat(recorded(id)).allSatisfy(fact -> assertThat(fact.actions()).containsExactly(evaluations));
    }

    @Test
    void everyProblemIsSaidLineByLineAndNothingIsWrittenBefore() {
        UUID id = read(HEAD
                + ";2026-05-14;;;;;;;\n"
                + "Sans date;;;;;;;;\n"
                + "Mauvaise date;le 45 mai;;;;;;;\n"
                + "Mauvais lieu;2026-05-14;;Atlantide;;;;;\n"
                + "Mauvais nombre;2026-05-14;;;;beaucoup;;;\n"
                + "Trop de femmes;2026-05-14;;;;5;9;;\n"
                + "Ligne inconnue;2026-05-14;;;;;;;9.9\n"
                + "Inconnue;2026-05-14;;;Groupe inconnu;;;;\n"
                + "Bonne;2026-05-14;;;;;;;\n");
        ImportPreview preview = ask(() -> imports.preview(id, ImportPreview.Show.LEFT, 0));
        assertThat(preview.taken()).isEqualTo(1);
        assertThat(preview.rows()).extracting(row -> row.reading().number()).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(preview.rows())
                .extracting(row -> row.reading().problems().get(0).column())
                .containsExactly(
                        Column.TITLE,
                        Column.FROM,
                        Column.FROM,
                        Column.PLACE,
                        Column.COUNT,
                        Column.COUNT,
                        Column.LINES,
                        Column.ORGANISATIONS);
        assertThat(count()).isZero();
    }

    @Test
    void aRowMayBeTakenWithoutWhatCannotBeRead() {
        UUID id = read(HEAD + "Mauvais lieu;2026-05-14;;Atlantide;;;;;\n;2026-05-14;;;;;;;\n");
        settle(id, settings -> new ImportSettings(settings.columns(), null, true, false, false, settings.names()));
        run(id);
        assertThat(recorded(id))
                .singleElement()
                .satisfies(fact -> assertThat(fact.happening().place()).isNull());
        assertThat(ask(() -> outcomes.left(id, 0, 10)))
                .singleElement()
                .satisfies(left -> assertThat(left.number()).isEqualTo(3));
    }

    @Test
    void unknownOrganisationsAreEnteredOnlyWhereSomebodySaysSo() {
        String rows =
                HEAD + "Un;2026-05-14;;;Groupe neuf; ;;;\nDeux;2026-05-15;;;Comité jeunes, Cégep du Vieux-Port;;;;\n";
        UUID id = read(rows);
        ImportPreview before = ask(() -> imports.preview(id, ImportPreview.Show.LEFT, 0));
        assertThat(before.names()).singleElement().satisfies(name -> {
            assertThat(name.name()).isEqualTo("Groupe neuf");
            assertThat(name.ambiguous()).isFalse();
        });
        settle(
                id,
                settings -> new ImportSettings(
                        settings.columns(), null, false, false, false, Map.of("groupe neuf", ImportSettings.NEW)));
        ImportPreview after = ask(() -> imports.preview(id, ImportPreview.Show.TAKEN, 0));
        assertThat(after.taken()).isEqualTo(2);
        assertThat(after.created()).isEqualTo(1);
        run(id);
        assertThat(ask(() -> people.findOrganisationNamed("groupe neuf"))).isPresent();
        assertThat(recorded(id))
                .anySatisfy(fact -> assertThat(fact.organisations()).hasSize(2));
    }

    @Test
    void ofTwoThatBearTheSameNameOneIsChosen() {
        UUID other = UUID.randomUUID();
        db.sql("INSERT INTO directory.people_organisation (id, name) VALUES (?, 'COMITE JEUNES')")
                .param(other)
                .update();
        try {
            UUID id = read(HEAD + "Un;2026-05-14;;;Comité jeunes;;;;\n");
            ImportPreview preview = ask(() -> imports.preview(id, ImportPreview.Show.LEFT, 0));
            assertThat(preview.names()).singleElement().satisfies(name -> {
                assertThat(name.ambiguous()).isTrue();
                assertThat(name.meant()).hasSize(2);
            });
            settle(
                    id,
                    settings -> new ImportSettings(
                            settings.columns(), null, false, false, false, Map.of("comite jeunes", other.toString())));
            run(id);
            assertThat(recorded(id).get(0).organisations())
                    .extracting(each -> each.id().value())
                    .containsExactly(other);
        } finally {
            ground.clear();
            db.sql("DELETE FROM plan.realisation_import").update();
            db.sql("DELETE FROM directory.people_organisation WHERE id = ?")
                    .param(other)
                    .update();
        }
    }

    @Test
    void theSameFileTwiceRecordsNothingTwice() {
        String rows = HEAD + "Un;2026-05-14;;;;;;;\nUn;2026-05-14;;;;;;;\nDeux;2026-05-15;;;;;;;\n";
        UUID first = read(rows);
        run(first);
        assertThat(ask(() -> outcomes.counts(first))).isEqualTo(new ImportOutcomes.Counts(2, 1, 2));
        UUID second = read(rows);
        run(second);
        assertThat(ask(() -> outcomes.counts(second)).recorded()).isZero();
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void workThatBreaksOffGoesOnWithoutDoingARowTwice() throws SQLException {
        UUID id = read(HEAD + many(150));
        asOwner("""
                CREATE OR REPLACE FUNCTION public.broken() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'the power is cut'; END $$""");
        asOwner("CREATE TRIGGER broken BEFORE INSERT ON plan.realisation FOR EACH ROW"
                + " WHEN (NEW.title = 'Rencontre 100') EXECUTE FUNCTION public.broken()");
        run(id);
        UUID job = job(id);
        assertThat(board.find(job).orElseThrow().state()).isEqualTo(JobState.FAILED);
        assertThat(count()).as("whole steps only").isEqualTo(80);

        asOwner("DROP TRIGGER broken ON plan.realisation");
        asCoordinator(() -> imports.resume(id));
        jobs.runAll();
        assertThat(board.find(job).orElseThrow().state()).isEqualTo(JobState.DONE);
        assertThat(titles()).hasSize(150).doesNotHaveDuplicates();
        assertThat(ask(() -> imports.open(id)).state()).isEqualTo(PastImport.State.DONE);
    }

    @Test
    void itIsTakenBackButForWhatSomebodyChangedSince() {
        UUID id = read(HEAD + many(60));
        run(id);
        RealisationFact changed = recorded(id).get(7);
        asCoordinator(() -> correction.correct(
                changed.id(),
                changed.version(),
                new Entry(
                        Ground.workshop("Corrigée", LocalDate.of(2026, 5, 1)), changed.amounts(), changed.telling())));
        asCoordinator(() -> imports.undo(id));
        jobs.runAll();
        assertThat(ask(() -> outcomes.kept(id, 10)))
                .singleElement()
                .satisfies(kept -> assertThat(kept.title()).isEqualTo("Corrigée"));
        assertThat(count()).isEqualTo(1);
        assertThat(ask(() -> imports.open(id)).state()).isEqualTo(PastImport.State.UNDONE);
        assertThatThrownBy(() -> asCoordinator(() -> imports.undo(id))).isInstanceOf(Refused.class);
    }

    @Test
    void afterADayItIsTakenBackNoMore() {
        UUID id = read(HEAD + "Un;2026-05-14;;;;;;;\n");
        run(id);
        db.sql("UPDATE plan.realisation_import SET finished_at = finished_at - interval '25 hours'")
                .update();
        assertThatThrownBy(() -> asCoordinator(() -> imports.undo(id)))
                .isInstanceOf(Refused.class)
                .hasMessage("realisation.import.late");
    }

    @Test
    void filesThatCannotBeReadAreRefusedInWordsAndKeepNothing() {
        for (byte[] bad : List.of(
                new byte[0],
                "%PDF-1.7 rien".getBytes(StandardCharsets.UTF_8),
                new byte[] {'P', 'K', 3, 4, 0, 0},
                ("Titre;Date\n" + "x".repeat(30_000) + ";2026-05-14\n").getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> ask(() -> imports.read("fichier.csv", new ByteArrayInputStream(bad))))
                    .isInstanceOf(UnreadableTable.class);
        }
        assertThatThrownBy(() -> ask(() -> imports.read("vide.csv", text("Titre;Date\n", StandardCharsets.UTF_8))))
                .isInstanceOf(Refused.class);
        assertThat(db.sql("SELECT count(*) FROM plan.realisation_import WHERE file_name = 'fichier.csv'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anOldEncodingAndAWorkbookReadAsWell() {
        UUID old = ask(() -> imports.read(
                "vieux.csv", text("Titre,Date\nÉté à l’œuvre,1er mai 2026\n", Charset.forName("windows-1252"))));
        run(old);
        assertThat(recorded(old).get(0).happening().title()).isEqualTo("Été à l’œuvre");

        var bytes = new ByteArrayOutputStream();
        Words words = Messages.load().in(Language.FRENCH, java.time.ZoneId.of("America/Toronto"));
        TableWriter.write(
                TableFormat.XLSX,
                "Réalisations",
                List.of("Titre", "Date", "Participations"),
                List.of(List.<Object>of("Kiosque", LocalDate.of(2026, 5, 2), 12))
                        .iterator(),
                words,
                bytes);
        UUID workbook = ask(() -> imports.read("tableau.xlsx", new ByteArrayInputStream(bytes.toByteArray())));
        run(workbook);
        assertThat(recorded(workbook).get(0).happening().when().from()).isEqualTo(LocalDate.of(2026, 5, 2));
    }

    @Test
    void aDayToComeIsNotedAsPlannedAndTwoPeopleDoNotDecideOverOneAnother() {
        UUID id = read(HEAD + "À venir;2199-05-14;;;;;;;\n");
        int version = ask(() -> imports.open(id)).version();
        settle(id, settings -> settings);
        assertThatThrownBy(() -> asCoordinator(() -> imports.run(id, version))).isInstanceOf(EditConflict.class);
        run(id);
        assertThat(recorded(id).get(0).state()).isEqualTo(RealisationState.PLANNED);
    }

    private static String many(int number) {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= number; i++) {
            rows.append("Rencontre ").append(i).append(";2026-05-14;;;;;;;\n");
        }
        return rows.toString();
    }

    private UUID read(String text) {
        return ask(() -> imports.read("réalisations.csv", text(text, StandardCharsets.UTF_8)));
    }

    private static ByteArrayInputStream text(String text, Charset charset) {
        return new ByteArrayInputStream(text.getBytes(charset));
    }

    private void settle(UUID id, java.util.function.UnaryOperator<ImportSettings> change) {
        PastImport it = ask(() -> imports.open(id));
        asCoordinator(() -> imports.settle(id, it.version(), change.apply(it.settings())));
    }

    private void run(UUID id) {
        int version = ask(() -> imports.open(id)).version();
        asCoordinator(() -> imports.run(id, version));
        jobs.runAll();
    }

    private UUID job(UUID id) {
        return java.util.Objects.requireNonNull(ask(() -> imports.open(id)).run());
    }

    private List<RealisationFact> recorded(UUID id) {
        List<RealisationId> ids = ask(() -> outcomes.recorded(id, 0, 500)).stream()
                .map(each -> new RealisationId(each.realisation()))
                .toList();
        return ask(() -> facts.of(ids));
    }

    private long count() {
        return db.sql("SELECT count(*) FROM plan.realisation WHERE state <> 'WITHDRAWN'")
                .query(Long.class)
                .single();
    }

    private List<String> titles() {
        return new ArrayList<>(
                db.sql("SELECT title FROM plan.realisation").query(String.class).list());
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = database.owner().connect();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void asCoordinator(Runnable work) {
        CurrentActor.runAs(Ground.COORDINATOR, work);
    }

    private static <T> T ask(java.util.concurrent.Callable<T> work) {
        try {
            return CurrentActor.callAs(Ground.COORDINATOR, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
