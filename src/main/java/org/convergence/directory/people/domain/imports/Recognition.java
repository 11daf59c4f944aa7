package org.convergence.directory.people.domain.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convergence.platform.text.Fold;
import org.jspecify.annotations.Nullable;

/** Recognises the columns of a file by their titles, and addresses by what they look like. */
final class Recognition {

    private Recognition() {}

    /**
     * @param samples some rows below the head
     * @return for each column what it holds, {@code null} where it is not recognised
     */
    static List<@Nullable Field> of(Subject subject, List<String> head, List<List<String>> samples) {
        List<@Nullable Field> fields = new ArrayList<>();
        for (int column = 0; column < head.size(); column++) {
            Field field = byTitle(subject, Fold.of(head.get(column)));
            if (field == null) {
                field = byContent(column, samples);
            }
            fields.add(field != null && !field.mayRepeat() && fields.contains(field) ? null : field);
        }
        if (fields.contains(Field.GIVEN_NAME) && !fields.contains(Field.FAMILY_NAME)) {
            // Beside a first name, what is called a name is the last one.
            fields.replaceAll(field -> field == Field.FULL_NAME ? Field.FAMILY_NAME : field);
        }
        return fields;
    }

    private static @Nullable Field byTitle(Subject subject, String title) {
        record Fitting(Field field, int fit) {}
        return Arrays.stream(Field.values())
                .filter(field -> field.isOf(subject))
                .flatMap(field -> field.titles().stream().map(known -> new Fitting(field, fit(title, known))))
                .filter(fitting -> fitting.fit() > 0)
                .max(Comparator.comparingInt(Fitting::fit))
                .map(Fitting::field)
                .orElse(null);
    }

    /** The same words fit best, then those with which the title begins, then those that stand in it. */
    private static int fit(String title, String known) {
        if (title.equals(known)) {
            return 2_000;
        } else if (title.startsWith(known + " ")) {
            return 1_000 + known.length();
        }
        return (" " + title + " ").contains(" " + known + " ") ? known.length() : 0;
    }

    private static @Nullable Field byContent(int column, List<List<String>> samples) {
        List<String> filled = samples.stream()
                .map(row -> column < row.size() ? row.get(column) : "")
                .filter(cell -> !cell.isEmpty())
                .toList();
        long mails = filled.stream()
                .filter(cell -> cell.matches("[^\\s@]+@[^\\s@]+"))
                .count();
        return !filled.isEmpty() && mails * 2 > filled.size() ? Field.MAIL : null;
    }

    /** What a row says, by what its columns hold; cells of several columns that hold the same are joined. */
    static Values values(int line, List<String> cells, List<@Nullable Field> fields) {
        Map<Field, String> values = new java.util.EnumMap<>(Field.class);
        for (int column = 0; column < fields.size() && column < cells.size(); column++) {
            Field field = fields.get(column);
            String cell = cells.get(column).strip();
            if (field != null && !cell.isEmpty()) {
                values.merge(field, cell, (one, other) -> one + "; " + other);
            }
        }
        return new Values(line, values);
    }

    /** A row by what its columns hold. */
    record Values(int line, Map<Field, String> byField) {

        String of(Field field) {
            return byField.getOrDefault(field, "");
        }

        /** The parts of a cell that holds several, apart by semicolons or line ends. */
        List<String> several(Field field) {
            return Stream.of(of(field).split("[;\\n\\r]+"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .distinct()
                    .toList();
        }
    }
}
