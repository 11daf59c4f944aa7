package org.convergence.plan.realisation.domain;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.domain.RealisationImportKind.RealisationImportSettings;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportQueries;
import org.convergence.platform.imports.ImportService;
import org.convergence.platform.jobs.JobRunQueries;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** A plan, and files of its realisations. */
abstract class RealisationImportFixture {

    static final String HEAD = "Titre;Date;Jusqu’au;Lieu;Avec;Participations;Femmes;Heures;Lignes du plan\n";

    @Autowired
    ImportService imports;

    @Autowired
    ImportQueries files;

    @Autowired
    RealisationImportKind past;

    @Autowired
    UnknownOrganisationQueries names;

    @Autowired
    RealisationCorrectionService correction;

    @Autowired
    RealisationFacts facts;

    @Autowired
    JobTestRunner jobs;

    @Autowired
    JobRunQueries board;

    @Autowired
    PeopleDirectory people;

    @Autowired
    RealisationFixture ground;

    @Autowired
    JdbcClient db;

    @Autowired
    TestDatabase database;

    ActionId workshops = new ActionId(new UUID(0, 0));
    ActionId evaluations = workshops;
    ActionId coalitions = workshops;

    @BeforeEach
    void preparePlan() {
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
    void dropBrokenTrigger() throws SQLException {
        asOwner("DROP TRIGGER IF EXISTS broken ON plan.realisation");
    }

    static String many(int number) {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= number; i++) {
            rows.append("Rencontre ").append(i).append(";2026-05-14;;;;;;;\n");
        }
        return rows.toString();
    }

    UUID read(String text) {
        return read("réalisations.csv", text(text, StandardCharsets.UTF_8));
    }

    UUID read(String name, InputStream content) {
        return ask(() -> imports.upload(past, name, content, Json.of(RealisationImportSettings.BEGUN)));
    }

    ImportFile open(UUID id) {
        return ask(() -> files.findById(id));
    }

    List<ImportLineResult> lines(UUID id, ImportOutcome outcome) {
        return ask(() -> files.lines(id, outcome, 0, 500));
    }

    int count(UUID id, ImportOutcome outcome) {
        return ask(() -> files.countByOutcome(id)).getOrDefault(outcome, 0);
    }

    static ByteArrayInputStream text(String text, Charset charset) {
        return new ByteArrayInputStream(text.getBytes(charset));
    }

    void settle(UUID id, UnaryOperator<RealisationImportSettings> change) {
        ImportFile file = open(id);
        RealisationImportSettings settings = file.choices().as(RealisationImportSettings.class);
        asCoordinator(() -> imports.updateColumns(id, file.version(), file.columns(), Json.of(change.apply(settings))));
    }

    void run(UUID id) {
        int version = open(id).version();
        asCoordinator(() -> imports.start(id, version));
        jobs.runAll();
    }

    UUID job(UUID id) {
        return Objects.requireNonNull(open(id).run());
    }

    List<RealisationFact> recorded(UUID id) {
        List<RealisationId> ids = db.sql("SELECT made FROM platform.imports_made WHERE file = ? ORDER BY line")
                .param(id)
                .query((row, n) -> new RealisationId(row.getObject("made", UUID.class)))
                .list();
        return ask(() -> facts.findAllById(ids));
    }

    long count() {
        return db.sql("SELECT count(*) FROM plan.realisation WHERE state <> 'WITHDRAWN'")
                .query(Long.class)
                .single();
    }

    List<String> titles() {
        return new ArrayList<>(
                db.sql("SELECT title FROM plan.realisation").query(String.class).list());
    }

    void asOwner(String sql) throws SQLException {
        try (Connection owner = database.owner().connect();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    static void asCoordinator(Runnable work) {
        CurrentActor.runAs(RealisationFixture.COORDINATOR, work);
    }

    static <T> T ask(java.util.function.Supplier<T> work) {
        return CurrentActor.callAs(RealisationFixture.COORDINATOR, work::get);
    }
}
