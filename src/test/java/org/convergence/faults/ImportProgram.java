package org.convergence.faults;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convergence.Convergence;
import org.convergence.directory.people.domain.imports.ListImportOptions;
import org.convergence.directory.people.domain.imports.ListImportOptions.ExistingRecordPolicy;
import org.convergence.plan.realisation.domain.RealisationImportKind.RealisationImportSettings;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.ImportService;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.ledger.AccountantBooks;
import org.convergence.resources.ledger.domain.BooksImportKind.BooksSettings;
import org.convergence.resources.ledger.domain.DateOrder;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The application, which imports two long files once started, and undoes them once they are entered; or, where the
 * environment says so, imports the accountant's general ledger.
 */
final class ImportProgram {

    static final int ROWS = 1_500;

    /** The variable of the environment that asks for a general ledger. */
    static final String LEDGER = "IMPORT_LEDGER";

    static final int ACCOUNTS = 2_632;
    static final int LINES_OF_AN_ACCOUNT = 19;

    private static final boolean OF_THE_LEDGER = System.getenv(LEDGER) != null;

    private final ApplicationContext application;

    private ImportProgram(ApplicationContext application) {
        this.application = application;
    }

    /** Imports organisations and past realisations, or a general ledger. */
    public static void main(String[] arguments) {
        var program = new ImportProgram(SpringApplication.run(Convergence.class));
        CurrentActor.runAs(Actor.system("test"), program::run);
    }

    private void run() {
        if (states().isEmpty()) {
            begin();
        }
        System.out.println("imports begun");
        await().atMost(ImportCrashTest.PATIENCE).until(() -> !states().contains("RUNNING"));
        if (states().equals(Set.of("DONE"))) {
            System.out.println("imports done: " + found());
            if (!OF_THE_LEDGER) {
                files().forEach(imports()::undo);
            }
        }
        await().atMost(ImportCrashTest.PATIENCE).until(() -> !states().contains("UNDOING"));
        System.out.println("imports " + String.join(", ", states()).toLowerCase(Locale.ROOT) + ": " + found());
    }

    private void begin() {
        application
                .getBean(OrganisationSettings.class)
                .create(new OrganisationProfile(
                        "Solidarité en partage",
                        List.of("fr"),
                        ZoneId.of("America/Toronto"),
                        MonthDay.of(4, 1),
                        "QC-06"));
        if (OF_THE_LEDGER) {
            LocalDate day = LocalDate.of(2026, 5, 14);
            upload(
                    "ledger.books",
                    ledger(),
                    new BooksSettings(UUID.randomUUID(), day, day, AccountantBooks.CURRENCY, DateOrder.DAY_FIRST));
        } else {
            readLists();
        }
        files().forEach(each -> imports().start(each, 1));
    }

    /** Both are read before either is entered, so that both run together. */
    private void readLists() {
        read(
                "people.organisations",
                "Nom de l'organisation;Type;Région\n",
                "Comité numéro %d;Comité;Laval\n",
                new ListImportOptions(ExistingRecordPolicy.COMPLETE, "membre"));
        read("realisation.past", "Titre;Date\n", "Rencontre %d;2026-05-14\n", RealisationImportSettings.BEGUN);
    }

    /** An account is told once, above its lines: each step of twenty rows ends with the title of the next account. */
    private static String ledger() {
        StringBuilder text = new StringBuilder("Compte;Date;Libellé;Débit\n5000");
        for (int account = 1; account <= ACCOUNTS; account++) {
            for (int line = 1; line <= LINES_OF_AN_ACCOUNT; line++) {
                text.append(";2026-05-14;Écriture %d-%d;12,50\n".formatted(account, line));
            }
            text.append(5_000 + account).append(";;;\n");
        }
        return text.toString();
    }

    private void read(String kind, String head, String line, Object choices) {
        upload(
                kind,
                head + IntStream.rangeClosed(1, ROWS).mapToObj(line::formatted).collect(Collectors.joining()),
                choices);
    }

    private void upload(String kind, String text, Object choices) {
        var file = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        imports().upload(kind(kind), "liste.csv", file, Json.of(choices));
    }

    private ImportKind kind(String name) {
        return application.getBeansOfType(ImportKind.class).values().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ImportService imports() {
        return application.getBean(ImportService.class);
    }

    private List<UUID> files() {
        return db().sql("SELECT id FROM platform.imports_file ORDER BY id")
                .query(UUID.class)
                .list();
    }

    private Set<String> states() {
        return db().sql("SELECT state FROM platform.imports_file")
                .query(String.class)
                .set();
    }

    /** The counts of rows and of distinct rows: organisations, then realisations; or lines, and accounts of all. */
    private String found() {
        if (OF_THE_LEDGER) {
            return db().sql("SELECT count(*) || ' ' || count(DISTINCT text) || ' ' || count(DISTINCT account)"
                            + " FROM resources.ledger_books_line")
                    .query(String.class)
                    .single();
        }
        return db().sql("""
                        SELECT (SELECT count(*) || ' ' || count(DISTINCT name) FROM directory.people_organisation)
                            || ', '
                            || (SELECT count(*) || ' ' || count(DISTINCT title) FROM plan.realisation
                                WHERE state = 'DONE')
                        """).query(String.class).single();
    }

    private JdbcClient db() {
        return application.getBean(JdbcClient.class);
    }
}
