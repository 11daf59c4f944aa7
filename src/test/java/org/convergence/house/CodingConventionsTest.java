package org.convergence.house;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convergence.platform.database.DatabaseSchema;
import org.convergence.platform.database.SqlTime;
import org.convergence.testing.ApplicationClasses;
import org.convergence.testing.ApplicationClasses.CompiledClass;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestParam;

/** Conventions that are easy to forget, and whose breach shows late: at start, on another day, or in ten years. */
class CodingConventionsTest {

    private static final Path JAVA = Path.of("src/main/java");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** Classes that read the system clock, and why the {@code Clock} bean will not do. */
    private static final Set<String> BEFORE_THE_CLOCK = Set.of(
            // The bean itself.
            "org.convergence.Convergence",
            // Works before the application context exists.
            "org.convergence.platform.database.embedded.LeftoverServer",
            // Makes identifiers where no bean is at hand; they never go back in time.
            "org.convergence.platform.database.Ids");

    private static final Set<String> LIST_READERS = Set.of("getParameterValues", "getParameterMap", "getMultiFileMap");

    /** Classes that read lists from requests without {@code Form}, and why no limit is needed there. */
    private static final Set<String> LISTS_WITHOUT_FORM = Set.of(
            // Makes the form; the server itself limits a request to fifty files.
            "org.convergence.platform.shell.web.ShellConfiguration",
            // Seals the typed fields as one text with a limited length.
            "org.convergence.platform.shell.SavedFormInterceptor",
            // Gives back what was typed, in the page that says that the system is busy.
            "org.convergence.platform.shell.web.FailureAdvice",
            // Only compares a request with an earlier one, by one hash.
            "org.convergence.platform.idempotency.DuplicateSubmitInterceptor",
            // Names at most a hundred fields that an operation does not describe.
            "org.convergence.platform.shell.web.ApiFormFields",
            // Takes one value for each name, and ignores unknown names.
            "org.convergence.directory.representative.web.RepresentativeController",
            // Only looks up a few kinds of messages in the list.
            "org.convergence.directory.consent.web.PreferencesController");

    private static final Pattern TEXT = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"");
    private static final Pattern SERVER_TIME = Pattern.compile(
            "\\bnow\\(\\)|\\b(?:current_date|current_timestamp|localtimestamp|clock_timestamp|statement_timestamp)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SKIPPING = Pattern.compile("\\bOFFSET\\s+(?::|\\?|[1-9])|\\bPageable\\b");

    private static final Pattern CUT_OFF =
            Pattern.compile("<div class=\"scroll\"(?![^>]*tabindex)[^>]*>\\s*<table class=\"(?![^\"]*\\bstack\\b)");

    /** What the side of a phone cuts off is below, or the keyboard moves to it. */
    @Test
    void wideTablesStackOrTakeTheKeyboard() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(CUT_OFF.matcher(Files.readString(file)).find())
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void migrationVersionsAreUnique() throws IOException {
        try (Stream<Path> files = Files.walk(MIGRATIONS)) {
            Map<String, List<String>> byVersion = files.filter(
                            file -> file.toString().endsWith(".sql"))
                    .map(file -> file.getFileName().toString())
                    .collect(groupingBy(name -> name.replaceAll("__.*", "")));
            assertThat(byVersion).isNotEmpty().allSatisfy((version, names) -> {
                assertThat(version).matches("V\\d{8}_\\d{4}");
                assertThat(names).as(version).hasSize(1);
            });
        }
    }

    /** A backup of the baselines' version restores into exactly their schema, and the later migrations follow. */
    @Test
    void noMigrationButTheBaselinesIsAsOldAsTheOldestBackup() throws IOException {
        try (Stream<Path> files = Files.walk(MIGRATIONS)) {
            List<Path> baselines = files.filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> version(file).compareTo(DatabaseSchema.BASELINE) <= 0)
                    .toList();
            assertThat(baselines)
                    .allSatisfy(file -> assertThat(file.getFileName().toString())
                            .endsWith("__" + group(file) + "_create_schema.sql"));
            assertThat(baselines.stream().map(CodingConventionsTest::version).max(naturalOrder()))
                    .contains(DatabaseSchema.BASELINE);
        }
    }

    private static Path group(Path migration) {
        return migration.getName(migration.getNameCount() - 2);
    }

    private static String version(Path migration) {
        return migration.getFileName().toString().replaceAll("^V|__.*", "").replace('_', '.');
    }

    @Test
    void readsTimeFromClockBean() {
        List<String> without = ApplicationClasses.get().stream()
                .filter(type -> !BEFORE_THE_CLOCK.contains(type.topLevelName()))
                .flatMap(type -> type.calls().stream()
                        .filter(call -> !call.hasParameters() && readsSystemClock(call.owner(), call.method()))
                        .map(call -> type.name() + " calls " + call.owner() + "." + call.method()))
                .toList();
        assertThat(without)
                .as("reads the system clock: take the time from Clock, the day from OrganisationSettings.today()")
                .isEmpty();
    }

    /** One way to write a moment into SQL, so that nobody has to compare two. */
    @Test
    void momentsGoToSqlThroughSqlTime() {
        assertThat(ApplicationClasses.get().stream()
                        .filter(type -> !type.topLevelName().equals(SqlTime.class.getName()))
                        .filter(type -> type.calls().stream()
                                .anyMatch(call -> call.owner().equals(Instant.class.getName())
                                        && call.method().equals("atOffset")))
                        .map(CompiledClass::name))
                .as("take SqlTime.now(clock) or SqlTime.at(instant)")
                .isEmpty();
    }

    @Test
    void sqlDoesNotUseServerTime() throws IOException {
        assertThat(textsWith(SERVER_TIME))
                .as("a backup states the time of its snapshot; all other code reads the Clock")
                .allMatch(found -> found.startsWith("BackupWriter.java"));
    }

    /** Skipping rows takes longer on every page, and repeats rows when others are added. */
    @Test
    void listsDoNotPageByOffset() throws IOException {
        assertThat(textsWith(SKIPPING))
                .as("SQL that skips rows: a ListQuery continues after the last row of a page")
                .isEmpty();
        assertThat(ApplicationClasses.get().stream()
                        .filter(type -> type.references().stream().anyMatch(used -> used.endsWith(".Pageable"))))
                .isEmpty();
    }

    /** {@code Form} limits the values of each field; any other reader of lists from a request needs a reason. */
    @Test
    void readsRequestListsThroughForm() {
        List<String> direct = ApplicationClasses.get().stream()
                .filter(type -> type.calls().stream().anyMatch(call -> LIST_READERS.contains(call.method())))
                .map(CompiledClass::topLevelName)
                .toList();
        List<String> parameters = ApplicationClasses.get().stream()
                .filter(type -> type.references().contains(RequestParam.class.getName()))
                .filter(type -> Arrays.stream(type.load().getDeclaredMethods())
                        .flatMap(method -> Arrays.stream(method.getParameters()))
                        .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                        .anyMatch(parameter -> isMany(parameter.getType())))
                .map(CompiledClass::topLevelName)
                .toList();
        assertThat(Stream.concat(direct.stream(), parameters.stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(LISTS_WITHOUT_FORM);
    }

    private static boolean readsSystemClock(String owner, String method) {
        return owner.startsWith("java.time.")
                ? Set.of("now", "systemUTC", "systemDefaultZone").contains(method)
                : owner.equals("java.lang.System") && method.equals("currentTimeMillis");
    }

    private static boolean isMany(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }

    private static List<String> textsWith(Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(JAVA)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher text = TEXT.matcher(Files.readString(file));
                while (text.find()) {
                    if (pattern.matcher(text.group()).find()) {
                        found.add(file.getFileName() + ": " + text.group());
                    }
                }
            }
        }
        return found;
    }
}
