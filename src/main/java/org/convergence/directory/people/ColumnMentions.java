package org.convergence.directory.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Text columns of one table in which people may be named. Names are also replaced in the table's history.
 *
 * @param table with its schema; its key is {@code id}
 * @param about SQL condition on the row {@code r} and {@code :person}: a single part of the name is replaced too where
 *     the row is about the person
 * @param limits the columns, each with the most characters that it may hold
 */
public record ColumnMentions(TextStandIns standIns, String table, String about, Map<String, Integer> limits)
        implements FreeTextMentions {

    public ColumnMentions {
        limits = new TreeMap<>(limits);
    }

    @Override
    public Map<String, Set<String>> texts() {
        return Map.of(table, Set.copyOf(limits.keySet()));
    }

    @Override
    public void rename(PersonId person, String standIn) {
        List<String> names = List.copyOf(limits.keySet());
        String statement = """
                WITH less AS (SELECT r.id, %2$s FROM %1$s r)
                UPDATE %1$s r SET %3$s FROM less
                WHERE less.id = r.id AND (%4$s) IS DISTINCT FROM (%5$s) RETURNING r.id::text
                """.formatted(
                        table,
                        join(names, this::replaced),
                        join(names, name -> name + " = less." + name),
                        join(names, name -> "r." + name),
                        join(names, name -> "less." + name));
        standIns.replace(statement, table, names, person, standIn);
    }

    private String replaced(String column) {
        return "left(directory.people_instead(r.%1$s, :person, coalesce(%2$s, false), :stand), %3$d) AS %1$s"
                .formatted(column, about, limits.get(column));
    }

    private static String join(Collection<String> names, UnaryOperator<String> each) {
        return names.stream().map(each).collect(Collectors.joining(", "));
    }
}
