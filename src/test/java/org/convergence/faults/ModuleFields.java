package org.convergence.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of all fields that a module's pages and API read, found in its code once. */
final class ModuleFields {

    private static final Pattern FIELD =
            Pattern.compile("\\.(?:\\w+)\\(\\s*\"([a-zA-Z][a-zA-Z.]*)\"|@RequestParam\\S* (?:@Nullable )?\\w+ (\\w+)");

    private static final Map<String, List<String>> FOUND = new HashMap<>();

    private ModuleFields() {}

    static List<String> of(String module) {
        return FOUND.computeIfAbsent(module, each -> List.copyOf(find(each)));
    }

    private static Set<String> find(String module) {
        Set<String> names = new TreeSet<>(Set.of("q", "after", "limit", "version", "action"));
        Path home = Path.of("src/main/java/org/convergence", module.replace('.', '/'));
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(path ->
                            path.toString().endsWith(".java") && path.toString().contains("/web/"))
                    .toList()) {
                Matcher field = FIELD.matcher(Files.readString(file));
                while (field.find()) {
                    String name = field.group(1) != null ? field.group(1) : field.group(2);
                    if (!name.contains(".") || name.startsWith("participations")) {
                        names.add(name);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
