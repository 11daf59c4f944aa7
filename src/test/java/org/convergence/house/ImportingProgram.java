package org.convergence.house;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.convergence.Convergence;
import org.convergence.directory.people.domain.imports.Known;
import org.convergence.directory.people.domain.imports.Manner;
import org.convergence.plan.realisation.domain.ImportSettings;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.Imports;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.Settings;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application, which brings a long file in as soon as it has started, and takes it back once it is in. */
final class ImportingProgram {

    static final int ROWS = 5_000;

    private final ApplicationContext application;
    private final boolean people;

    private ImportingProgram(ApplicationContext application, boolean people) {
        this.application = application;
        this.people = people;
    }

    /** Brings in organisations, or past realisations, as the argument says. */
    public static void main(String[] arguments) {
        var program =
                new ImportingProgram(SpringApplication.run(Convergence.class), arguments[0].equals("organisations"));
        CurrentActor.runAs(Actor.system("test"), program::run);
    }

    private void run() {
        if (state().isEmpty()) {
            begin();
        }
        System.out.println("import begun");
        await().atMost(ImportCrashTest.PATIENCE).until(() -> !state().equals("RUNNING"));
        if (state().equals("DONE")) {
            System.out.println("import done: " + found());
            undo();
        }
        await().atMost(ImportCrashTest.PATIENCE).until(() -> !state().equals("UNDOING"));
        System.out.println("import " + state().toLowerCase(java.util.Locale.ROOT) + ": " + found());
    }

    private void begin() {
        application
                .getBean(OrganisationSettings.class)
                .found(new Settings(
                        "Solidarité en partage",
                        List.of("fr"),
                        ZoneId.of("America/Toronto"),
                        MonthDay.of(4, 1),
                        "QC-06"));
        var text = new StringBuilder(people ? "Nom de l'organisation;Type;Région\n" : "Titre;Date\n");
        for (int i = 1; i <= ROWS; i++) {
            text.append(people ? "Comité numéro " + i + ";Comité;Laval\n" : "Rencontre " + i + ";2026-05-14\n");
        }
        var file = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        Json choices = Json.of(people ? new Manner(Known.COMPLETE, "membre") : ImportSettings.BEGUN);
        UUID id = imports().read(kind(), "liste.csv", file, choices);
        imports().run(id, 1);
    }

    private ImportKind kind() {
        return application.getBeansOfType(ImportKind.class).values().stream()
                .filter(each -> each.name().equals(people ? "people.organisations" : "realisation.past"))
                .findFirst()
                .orElseThrow();
    }

    private Imports imports() {
        return application.getBean(Imports.class);
    }

    private void undo() {
        imports()
                .undo(db().sql("SELECT id FROM platform.imports_file")
                        .query(UUID.class)
                        .single());
    }

    private String state() {
        return db().sql("SELECT state FROM platform.imports_file")
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** How many there are, and how many different ones. */
    private String found() {
        return db().sql(
                        people
                                ? "SELECT count(*) || ' ' || count(DISTINCT name) FROM directory.people_organisation"
                                : "SELECT count(*) || ' ' || count(DISTINCT title) FROM plan.realisation WHERE state = 'DONE'")
                .query(String.class)
                .single();
    }

    private JdbcClient db() {
        return application.getBean(JdbcClient.class);
    }
}
