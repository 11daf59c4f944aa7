package org.convergence.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convergence.platform.table.TableReader;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** A data file of the example, as lines with named cells. */
final class ExampleFile {

    private ExampleFile() {}

    /** A line of a table. */
    record ExampleLine(Map<String, String> cells) {

        /** The text of a cell, which may be empty. */
        String text(String column) {
            String text = cells.get(column);
            if (text == null) {
                throw new IllegalArgumentException("No such column: " + column);
            }
            return text;
        }

        @Nullable
        String orNull(String column) {
            String text = text(column);
            return text.isEmpty() ? null : text;
        }

        @Nullable
        Integer number(String column) {
            String text = text(column);
            return text.isEmpty() ? null : Integer.valueOf(text);
        }

        /** The words of a cell with several. */
        List<String> words(String column) {
            String text = text(column);
            return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
        }
    }

    /** The lines of a table. */
    static List<ExampleLine> lines(String name) {
        try (InputStream in = open(name);
                TableReader table = TableReader.open(in)) {
            List<ExampleLine> lines = new ArrayList<>();
            table.rows().forEachRemaining(row -> {
                Map<String, String> cells = new HashMap<>();
                for (int i = 0; i < table.head().size(); i++) {
                    cells.put(table.head().get(i), row.cell(i));
                }
                lines.add(new ExampleLine(cells));
            });
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole text. */
    static String text(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) throws IOException {
        return new ClassPathResource("example/" + name).getInputStream();
    }
}
