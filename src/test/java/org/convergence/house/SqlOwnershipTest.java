package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A module's tables are its own: another module reads the views that the owner publishes, and changes rows through the
 * owner's facade. A table belongs to the module whose name begins it. Table names that are data, for instance those of
 * the audit, are not SQL.
 */
class SqlOwnershipTest {

    private static final Path JAVA = Path.of("src/main/java/org/convergence");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    private static final Pattern LITERAL = Pattern.compile("\"\"\"([\\s\\S]*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    /** A name after one of SQL's words, or at the beginning of a text with an alias after it. */
    private static final Pattern MENTION = Pattern.compile("(?:\\b(?:FROM|JOIN|INTO|UPDATE|TABLE|USING|ONLY)\\s+|,\\s*"
            + "|^\\s*(?=\\S+\\s+[a-z]{1,3}\\b))([a-z]+\\.[a-z_]+)\\b(?!\\.)");
    /** A name alone, where the file puts statements together. */
    private static final Pattern NAME = Pattern.compile("^([a-z]+\\.[a-z_]+)$");

    private static final Pattern COMPOSED =
            Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE)\\s+\"\\s*\\+|\\bVersionedRow\\.(?:insert|save)\\(");

    private static final Pattern CREATED =
            Pattern.compile("CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?([a-z]+\\.[a-z_]+)");
    private static final Pattern RENAMED = Pattern.compile("ALTER TABLE ([a-z]+)\\.[a-z_]+\\s+RENAME TO ([a-z_]+)");
    private static final Pattern VIEW = Pattern.compile("CREATE (?:OR REPLACE )?VIEW ([a-z]+\\.[a-z_]+)[^;]*");

    private final Set<String> modules = modules();
    private final Set<String> tables = tables();
    private final List<MatchResult> views = files(MIGRATIONS, ".sql")
            .flatMap(file -> VIEW.matcher(read(file)).results())
            .toList();

    @Test
    void modulesReadOnlyTheirOwnTablesAndPublishedViews() {
        List<String> foreign = files(JAVA, ".java")
                .filter(file -> !file.endsWith("package-info.java"))
                .flatMap(file -> foreignTables(file, read(file)))
                .toList();
        assertThat(foreign).as("SQL that names another module's table").isEmpty();
    }

    @Test
    void viewsReadOnlyTablesOfTheirModule() {
        List<String> foreign = views.stream()
                .flatMap(view -> mentions(view.group(), MENTION)
                        .filter(table -> !owner(table).equals(owner(view.group(1))))
                        .map(table -> message("The view " + view.group(1), table)))
                .toList();
        assertThat(foreign).as("views over another module's table").isEmpty();
    }

    @Test
    void eachViewIsReadByAnotherModule() {
        Set<String> unread = views.stream().map(view -> view.group(1)).collect(Collectors.toCollection(TreeSet::new));
        files(MIGRATIONS, ".sql").forEach(file -> removeDropped(unread, read(file)));
        files(JAVA, ".java").forEach(file -> removeRead(unread, module(file), read(file)));
        views.forEach(view -> removeRead(unread, owner(view.group(1)), view.group()));
        assertThat(unread).as("a view that no module reads: drop it").isEmpty();
    }

    private static void removeDropped(Set<String> views, String migration) {
        views.removeIf(view ->
                migration.contains("DROP VIEW " + view + ";") && !migration.contains("CREATE VIEW " + view + " "));
    }

    private void removeRead(Set<String> unread, String reader, String text) {
        unread.removeIf(view -> !owner(view).equals(reader)
                && Pattern.compile(Pattern.quote(view) + "\\b").matcher(text).find());
    }

    /** The example reads what it likes: it enters a fictional organisation as if it were used for years. */
    private Stream<String> foreignTables(Path file, String text) {
        String module = module(file);
        boolean composed = COMPOSED.matcher(text).find();
        return LITERAL.matcher(text)
                .results()
                .map(literal -> literal.group(1) == null ? literal.group(2) : literal.group(1))
                .filter(literal -> literal.indexOf('.') > 0)
                .flatMap(literal ->
                        Stream.concat(mentions(literal, MENTION), composed ? mentions(literal, NAME) : Stream.of()))
                .filter(table -> !module.equals("example") && !owner(table).equals(module))
                .distinct()
                .map(table -> message(JAVA.relativize(file).toString(), table));
    }

    private Stream<String> mentions(String sql, Pattern pattern) {
        return pattern.matcher(sql).results().map(found -> found.group(1)).filter(tables::contains);
    }

    private String message(String reader, String table) {
        String owner = owner(table);
        return "%s reads %s of %s: read a view of %s, or add to a migration of it: CREATE VIEW %s_… AS SELECT … FROM %s"
                .formatted(reader, table, owner, owner, owner.replace('/', '.'), table);
    }

    private String owner(String table) {
        String group = table.substring(0, table.indexOf('.'));
        String name = table.substring(group.length() + 1);
        return modules.stream()
                .filter(module -> module.startsWith(group + "/"))
                .filter(module -> (name + "_").startsWith(module.substring(group.length() + 1) + "_"))
                .findFirst()
                .orElse(group);
    }

    private String module(Path file) {
        return modules.stream()
                .filter(module -> file.startsWith(JAVA.resolve(module)))
                .findFirst()
                .orElse("");
    }

    private static Set<String> modules() {
        return files(JAVA, "package-info.java")
                .filter(file -> read(file).contains("@ApplicationModule"))
                .map(file -> JAVA.relativize(file.getParent()).toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> tables() {
        Set<String> tables = new TreeSet<>();
        files(MIGRATIONS, ".sql").map(SqlOwnershipTest::read).forEach(sql -> {
            CREATED.matcher(sql).results().forEach(each -> tables.add(each.group(1)));
            RENAMED.matcher(sql).results().forEach(each -> tables.add(each.group(1) + "." + each.group(2)));
        });
        return tables;
    }

    private static Stream<Path> files(Path root, String ending) {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
