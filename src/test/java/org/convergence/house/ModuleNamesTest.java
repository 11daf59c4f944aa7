package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A module's package, templates, messages, addresses, tables and views have the same name. */
class ModuleNamesTest {

    private static final Path JAVA = Path.of("src/main/java/org/convergence");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** Addresses that people write or read aloud, or that other rules name, each with its module. */
    private static final Set<String> SHORT_ADDRESSES = Set.of(
            "/",
            "/api",
            "/sign-in",
            "/sign-out",
            "/set-up",
            "/error",
            "/health",
            "/language",
            "/search",
            "/plan",
            "/preferences",
            "/representative",
            // Pages for anyone, whose addresses are printed and shared: /public/urgent-action/2026-3.
            "/public",
            // The former address of resources.impact, which redirects.
            "/resources/relay");

    private static final Pattern ROUTE =
            Pattern.compile("@(?:Request|Get|Post|Put|Delete|Patch)Mapping\\((?:path = |value = )?\"(/[^\"{]*)");
    private static final Pattern TABLE =
            Pattern.compile("CREATE (?:TABLE|VIEW) (?:IF NOT EXISTS )?([a-z]+)\\.([a-z_]+)");
    private static final Pattern RENAMED = Pattern.compile("ALTER TABLE ([a-z]+\\.[a-z_]+) RENAME TO ([a-z_]+)");

    @Test
    void templateFoldersAreNamedAfterModules() throws IOException {
        assertThat(folders(TEMPLATES, ".jte"))
                .as("folders of templates: each is named after a module, such as directory/exchange")
                .isSubsetOf(modules());
    }

    @Test
    void messageFilesAreNamedAfterModules() throws IOException {
        Set<String> files = files(MESSAGES, ".properties")
                .map(file -> MESSAGES.relativize(file).toString().replaceAll("_(fr|en|es)\\.properties$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(files)
                .as("files of messages: each is named after a module, such as directory/exchange_fr.properties")
                .isSubsetOf(modules());
    }

    @Test
    void addressesBeginWithModuleName() throws IOException {
        Set<String> modules = modules();
        for (Path file : files(JAVA, ".java").toList()) {
            String module = moduleOf(JAVA.relativize(file), modules);
            String source = Files.readString(file);
            Matcher route = ROUTE.matcher(source);
            while (route.find()) {
                String address = route.group(1);
                boolean named = address.equals("/" + module) || address.startsWith("/" + module + "/");
                boolean isShort = SHORT_ADDRESSES.stream()
                        .anyMatch(known ->
                                address.equals(known) || (!known.equals("/") && address.startsWith(known + "/")));
                boolean belowItsClass = source.contains("@RequestMapping(\"/");
                assertThat(named || isShort || belowItsClass)
                        .as("%s answers %s, which does not begin with its module, /%s", file, address, module)
                        .isTrue();
            }
        }
    }

    @Test
    void tablesAndViewsAreNamedAfterGroupAndModule() throws IOException {
        Set<String> modules = modules();
        Map<String, String> renamed = new HashMap<>();
        for (Path file : files(MIGRATIONS, ".sql").toList()) {
            RENAMED.matcher(Files.readString(file))
                    .results()
                    .forEach(each -> renamed.put(each.group(1), each.group(2)));
        }
        for (Path file : files(MIGRATIONS, ".sql").toList()) {
            String group = MIGRATIONS.relativize(file).getName(0).toString();
            Matcher table = TABLE.matcher(Files.readString(file));
            while (table.find()) {
                assertThat(table.group(1)).as("schema in %s", file).isEqualTo(group);
                String name = renamed.getOrDefault(table.group(1) + "." + table.group(2), table.group(2));
                boolean named = modules.contains(group)
                        || modules.stream()
                                .filter(module -> module.startsWith(group + "/"))
                                .map(module -> module.substring(group.length() + 1))
                                .anyMatch(module -> name.equals(module) || name.startsWith(module + "_"));
                assertThat(named)
                        .as("the name of table %s in %s begins with that of its module", name, file)
                        .isTrue();
            }
        }
    }

    /** The lists that people read. Of the platform, README and the picture name some modules only. */
    @Test
    void readmeAndArchitectureNameEachModule() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String architecture = Files.readString(Path.of("docs/architecture.md"));
        String picture = architecture.substring(architecture.indexOf("```mermaid"), architecture.lastIndexOf("```"));
        List<String> missing = new ArrayList<>();
        for (String module : modules()) {
            int slash = module.indexOf('/');
            String name = module.substring(slash + 1);
            String group = module.substring(0, Math.max(slash, 0));
            boolean all = !group.equals("platform");
            if (group.isEmpty()) {
                continue;
            }
            if (!row(architecture, group).contains("`" + name + "`")) {
                missing.add("docs/architecture.md, table, row %s: `%s` (what it holds)".formatted(group, name));
            }
            if (all && !Pattern.compile("\\b" + name + "\\b").matcher(picture).find()) {
                missing.add("docs/architecture.md, picture, %s: %s".formatted(group, name));
            }
            if (all && !row(readme, group).contains("`" + name + "`")) {
                missing.add("README.md, map of the code, row %s: `%s`".formatted(group, name));
            }
        }
        assertThat(missing).as("lists of modules that lack one: add it").isEmpty();
    }

    private static String row(String document, String group) {
        return document.lines()
                .filter(line -> line.startsWith("| `" + group + "` |"))
                .findFirst()
                .orElse("");
    }

    private static Set<String> modules() throws IOException {
        Set<String> modules = new TreeSet<>();
        for (Path file : files(JAVA, "package-info.java").toList()) {
            if (Files.readString(file).contains("@ApplicationModule")) {
                modules.add(JAVA.relativize(file.resolveSibling("")).toString());
            }
        }
        return modules;
    }

    private static String moduleOf(Path file, Set<String> modules) {
        Path folder = file.getParent();
        while (folder != null && !modules.contains(folder.toString())) {
            folder = folder.getParent();
        }
        return folder == null ? "" : folder.toString();
    }

    private static Set<String> folders(Path root, String ending) throws IOException {
        return files(root, ending)
                .map(file -> root.relativize(file.resolveSibling("")).toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> files(Path root, String ending) throws IOException {
        if (!Files.isDirectory(root)) {
            return Stream.of();
        }
        try (Stream<Path> walk = Files.walk(root)) {
            List<Path> found = walk.filter(file -> file.toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .toList();
            return found.stream();
        }
    }
}
