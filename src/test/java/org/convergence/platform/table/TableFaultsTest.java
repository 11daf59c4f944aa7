package org.convergence.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.convergence.platform.table.UnreadableTable.UnreadableReason;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged and unusual files. */
class TableFaultsTest {

    private static final Messages MESSAGES = Messages.load();
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    void readsLinesOfTwoEncodings() {
        var file = new ByteArrayOutputStream();
        file.writeBytes("Nom;Ville\r\nSyndicat de l’Érable;Québec\r\n".getBytes(StandardCharsets.UTF_8));
        file.writeBytes("Comité jeunes – Élan;Trois-Rivières\r\nLIBERTÉ»;ALLÔ…\r\n".getBytes(WINDOWS));
        file.writeBytes("Cœur d’Haïti;Pétion-Ville".getBytes(StandardCharsets.UTF_8));
        assertThat(read(file.toByteArray()))
                .containsExactly(
                        List.of("Syndicat de l’Érable", "Québec"),
                        List.of("Comité jeunes – Élan", "Trois-Rivières"),
                        List.of("LIBERTÉ»", "ALLÔ…"),
                        List.of("Cœur d’Haïti", "Pétion-Ville"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void readsLastLineWithOrWithoutLineBreak(String end) {
        assertThat(read(("Nom;Ville\nA;Laval\n\"B \"\"b\"\"\";\"Lévis\"" + end).getBytes(StandardCharsets.UTF_8)))
                .containsExactly(List.of("A", "Laval"), List.of("B \"b\"", "Lévis"));
        assertThat(read(("Nom;Ville\nA;Laval\nB;\"\"" + end).getBytes(StandardCharsets.UTF_8)))
                .containsExactly(List.of("A", "Laval"), List.of("B", ""));
        assertThat(read(("Nom;Ville\nA;Laval\nB" + end).getBytes(StandardCharsets.UTF_8)))
                .containsExactly(List.of("A", "Laval"), List.of("B", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nom;Ville\n\"A\";\"Laval\"\n\"B\";\"Trois-Riv",
                "Nom;Ville\n\"A\";\"Laval\"\n\"B;Lévis\nC;Gaspé\n",
                "Nom;Ville\n\"A\";\"Laval\"\n\"B, dite \"\"la belle"
            })
    void aFileThatWasCutInsideACellIsRefusedWithTheLine(String text) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, WINDOWS, StandardCharsets.UTF_16LE)) {
            var file = new ByteArrayOutputStream();
            file.writeBytes((charset.equals(StandardCharsets.UTF_16LE) ? "\ufeff" : "").getBytes(charset));
            file.writeBytes(text.getBytes(charset));
            UnreadableTable refused = refused(file.toByteArray());
            assertThat(refused.reason()).isEqualTo(UnreadableReason.LEFT_OPEN);
            assertThat(refused.arguments()).containsExactly(3L);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><table><tr><td>A",
                "\ufeff <html>\n<td>A;B",
                "<?xml version=\"1.0\"?>\n<a/>"
            })
    void aPageUnderTheNameOfATableIsNone(String text) {
        assertThat(refused(text.getBytes(StandardCharsets.UTF_8)).reason()).isEqualTo(UnreadableReason.NOT_A_TABLE);
    }

    @Test
    void refusesTextDocumentNamedAsWorkbook() throws Exception {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (String part : List.of("[Content_Types].xml", "word/document.xml")) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<a/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(refused(file.toByteArray()).reason()).isIn(UnreadableReason.NOT_A_TABLE, UnreadableReason.DAMAGED);
    }

    @Test
    void refusesThreeHundredColumns() {
        String line = String.join(";", Collections.nCopies(300, "x")) + "\n";
        assertThat(refused((line + line).getBytes(StandardCharsets.UTF_8)).reason())
                .isEqualTo(UnreadableReason.TOO_MANY_COLUMNS);
    }

    @ParameterizedTest
    @EnumSource
    void refusesMillionRowsAtOpening(TableFormat format) {
        Iterator<List<String>> rows = IntStream.range(0, 1_000_000)
                .mapToObj(i -> List.of("Syndicat " + i, ""))
                .iterator();
        if (format == TableFormat.CSV) {
            byte[] file = written(format, List.of("Nom", "Ville"), rows);
            assertThat(file.length).isLessThan(20_000_000);
            UnreadableTable refused = refusedAtOnce(file);
            assertThat(refused.reason()).isEqualTo(UnreadableReason.TOO_MANY_ROWS);
            assertThat(refused.arguments()).containsExactly(50_000);
        } else {
            // A workbook costs more to make; the limit must be reported as soon as it is exceeded.
            byte[] file = written(format, List.of("Nom", "Ville"), limited(rows, 120_000));
            assertThat(refusedAtOnce(file).reason()).isEqualTo(UnreadableReason.TOO_MANY_ROWS);
        }
    }

    @Test
    void formulaIsTextWhenReadAndEscapedWhenWritten() throws Exception {
        List<String> bad =
                List.of("=HYPERLINK(\"http://x.example\";\"A\")", "@SUM(1)", "+1 514 555-0199", "-2+3", "\tB", "|cmd");
        byte[] csv = written(TableFormat.CSV, List.of("Nom", "Ville"), both(bad));
        String text = new String(csv, StandardCharsets.UTF_8).substring(1).replace("\"", "");
        assertThat(text.lines().skip(1)).allMatch(line -> line.startsWith("'") && line.contains(";'"));
        for (byte[] file : List.of(
                csv,
                written(
                        TableFormat.XLSX,
                        List.of("Nom"),
                        bad.stream().map(List::of).iterator()))) {
            assertThat(read(file))
                    .as("our export is read back unchanged")
                    .extracting(row -> row.get(0))
                    .containsExactlyElementsOf(bad.stream().map(String::strip).toList());
        }
        var workbook = new ByteArrayOutputStream();
        try (var made = new org.dhatim.fastexcel.Workbook(workbook, "Convergence", "1.0")) {
            Worksheet sheet = made.newWorksheet("A");
            sheet.value(0, 0, "Nom");
            sheet.value(0, 1, "Ville");
            sheet.formula(1, 0, "HYPERLINK(\"http://x.example\",\"A\")");
            sheet.value(1, 1, "=1+1");
        }
        assertThat(read(workbook.toByteArray()).get(0))
                .as("never an executable formula")
                .containsExactly("", "=1+1");
    }

    @Test
    void everyReasonHasMessagesInBothLanguages() {
        for (UnreadableReason reason : UnreadableReason.values()) {
            UnreadableTable refused = new UnreadableTable(reason, 20, 3);
            for (Language language : List.of(Language.FRENCH, Language.ENGLISH)) {
                Words words = MESSAGES.in(language, ZoneId.of("America/Toronto"));
                assertThat(words.say(refused.messageKey(), refused.arguments()))
                        .doesNotContain("table.unreadable", "{")
                        .endsWith(".");
            }
        }
    }

    private static Iterator<List<String>> both(List<String> cells) {
        return cells.stream().map(cell -> List.of(cell, cell)).iterator();
    }

    private static Iterator<List<String>> limited(Iterator<List<String>> rows, int most) {
        return IntStream.range(0, most).mapToObj(i -> rows.next()).iterator();
    }

    private static byte[] written(
            TableFormat format, List<String> head, Iterator<? extends List<? extends @Nullable Object>> rows) {
        var out = new ByteArrayOutputStream();
        TableWriter.write(format, "Liste", head, rows, MESSAGES.in(Language.FRENCH, ZoneId.of("America/Toronto")), out);
        return out.toByteArray();
    }

    private static List<List<String>> read(byte[] file) {
        List<List<String>> rows = new ArrayList<>();
        try (TableReader table = TableReader.open(new ByteArrayInputStream(file))) {
            table.rows().forEachRemaining(row -> rows.add(row.cells()));
        }
        return rows;
    }

    private static UnreadableTable refused(byte[] file) {
        return caught(() -> read(file));
    }

    private static UnreadableTable refusedAtOnce(byte[] file) {
        return caught(() -> TableReader.open(new ByteArrayInputStream(file)).close());
    }

    private static UnreadableTable caught(Runnable reading) {
        List<UnreadableTable> caught = new ArrayList<>();
        assertThatExceptionOfType(UnreadableTable.class)
                .isThrownBy(reading::run)
                .satisfies(caught::add);
        return caught.get(0);
    }
}
