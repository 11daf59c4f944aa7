package org.convergence.directory.people.domain.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.imports.ListImportKind.ImportSubject;
import org.convergence.house.ReviewedDocument;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportRow;
import org.junit.jupiter.api.Test;

/**
 * Scores the reader of lists of people on cells and titles that were written after it and names in a document each one
 * that it reads otherwise than a person.
 */
class ListReadingScoreTest {

    private static final Path CELLS = Path.of("src/test/resources/org/convergence/directory/people/list-cells.txt");
    private static final List<String> KINDS = List.of("name", "nobody", "phone", "column");
    private static final Map<String, String> WORDS = Map.of(
            "name", "names",
            "nobody", "cells that name nobody",
            "phone", "telephones",
            "column", "titles of columns");

    @Test
    void documentNamesWhatIsReadOtherwiseThanByAPerson() throws IOException {
        List<String> lines = Files.readAllLines(CELLS);
        StringBuilder out = new StringBuilder("""
                # What the reader of lists of people reads, and what it reads wrong

                Written by `ListReadingScoreTest`; do not edit it by hand. The cells and titles are those of lists as unions send them, and
                were written after the reader. At first it read 75 of 112 as a person does; what entered a person who does not exist,
                lost a telephone or took a union for a person was mended since, and is held by `UnionListTest`. Before anything is
                saved, the person who imports sees each line and corrects what each column holds.
                [Plans](reading.md) have a score of their own.

                ## Score

                | set | right | of |
                | --- | --- | --- |
                """);
        StringBuilder wrong = new StringBuilder(
                "\n## Read wrong\n\n| set | written | a person reads | the reader |\n| --- | --- | --- | --- |\n");
        for (String kind : KINDS) {
            List<String[]> cells = lines.stream()
                    .map(line -> line.split("\\|", 3))
                    .filter(cell -> cell[0].equals(kind))
                    .toList();
            int right = 0;
            for (String[] cell : cells) {
                String wanted = cell.length > 2 ? cell[2].replace('|', '·') : "";
                String read = read(kind, cell[1]);
                if (wanted.equals(read)) {
                    right++;
                } else {
                    wrong.append("| " + WORDS.get(kind) + " | " + cell[1] + " | " + shown(wanted) + " | " + shown(read)
                            + " |\n");
                }
            }
            out.append("| " + WORDS.get(kind) + " | " + right + " | " + cells.size() + " |\n");
        }
        new ReviewedDocument(Path.of("docs/generated/reading-lists.md"), ListReadingScoreTest.class)
                .requireUpToDate(out.append(wrong).toString());
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : value;
    }

    private static String read(String kind, String cell) {
        return switch (kind) {
            case "column" -> column(cell);
            case "phone" -> phones(cell);
            default -> name(cell);
        };
    }

    private static String phones(String cell) {
        PersonFacts facts = PersonImportRow.read(
                        row(Map.of(ListImportColumn.FULL_NAME, "Ana Ruiz", ListImportColumn.PHONE, cell)))
                .facts();
        return Objects.requireNonNull(facts).contactPoints().stream()
                .map(ContactPoint::value)
                .collect(Collectors.joining(","));
    }

    private static String name(String cell) {
        WrittenName name = WrittenName.read(cell);
        if (name == null) {
            return "";
        }
        String function = name.couple() ? "two" : name.function() == null ? "" : name.function();
        return name.given() + "·" + name.family() + "·" + function;
    }

    private static String column(String title) {
        List<ImportColumn> found = new ArrayList<>();
        for (ImportColumn column : ListImportKind.of(ImportSubject.PERSONS, Arrays.asList(title), List.of())) {
            found.add(column);
        }
        return found.get(0) instanceof ListImportColumn column ? column.name() : "";
    }

    private static ImportRow row(Map<ListImportColumn, String> cells) {
        return new ImportRow(
                2,
                cells.entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)));
    }
}
