package org.convergence.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.convergence.platform.table.UnreadableTable.UnreadableReason;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    @TempDir
    Path folder;

    private static final Messages MESSAGES = Messages.load();
    private static final Words FR = MESSAGES.in(Language.FRENCH, ZoneId.of("America/Toronto"));
    private static final Words EN = MESSAGES.in(Language.ENGLISH, ZoneId.of("America/Toronto"));
    private static final List<String> HEAD = List.of("Titre", "Date", "Heures", "Publique", "Inscrit");
    private static final List<@Nullable Object> ROW = Arrays.asList(
            "Atelier; « école »,\nà \"Alma\"",
            LocalDate.of(2025, 1, 14),
            new BigDecimal("2.5"),
            true,
            Instant.parse("2025-01-14T19:30:00Z"));

    @Test
    void writesFrenchCsv() {
        String csv = new String(write(TableFormat.CSV, FR, List.of(ROW)), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\ufeffTitre;Date;Heures;Publique;Inscrit\r\n");
        assertThat(csv).contains("\"\"Alma\"\"\";2025-01-14;2,5;oui;2025-01-14 14:30");
    }

    @Test
    void writesEnglishCsv() {
        String csv = new String(write(TableFormat.CSV, EN, List.of(ROW)), StandardCharsets.UTF_8);
        assertThat(csv).contains(",2025-01-14,2.5,yes,2025-01-14 14:30");
    }

    @ParameterizedTest
    @EnumSource
    void readsWrittenTable(TableFormat format) {
        byte[] file = write(format, EN, List.of(ROW, Arrays.asList("Réunion", null, 1200, false, null)));
        List<TableRow> rows = read(file);
        assertThat(rows.get(0).cells())
                .startsWith("Atelier; « école »,\nà \"Alma\"", "2025-01-14", "2.5", "yes")
                .hasSize(5);
        assertThat(rows.get(1).cells()).containsExactly("Réunion", "", "1200", "no", "");
    }

    private static Stream<String> formulas() {
        return "=+-@|＝＋－＠｜﹦"
                .chars()
                .mapToObj(Character::toString)
                .flatMap(it -> Stream.of("", "\t", "\r", "\n", " ", "\u00a0", "\u200b", "\ufeff")
                        .map(before -> before + it + "1"));
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void textIsNeverExecutedAsFormula(String text) throws IOException {
        String csv = new String(write(TableFormat.CSV, FR, List.of(List.of(text))), StandardCharsets.UTF_8);
        assertThat(csv.lines().skip(1).findFirst().orElse("").replace("\"", "")).startsWith("'");
        byte[] xlsx = write(TableFormat.XLSX, FR, List.of(List.of(text)));
        assertThat(part(xlsx, "xl/worksheets/sheet1.xml")).doesNotContain("<f>").contains("t=\"");
    }

    @Test
    void negativeNumberStaysNumber() {
        String csv = new String(write(TableFormat.CSV, EN, List.of(List.of(-3))), StandardCharsets.UTF_8);
        assertThat(csv).endsWith("\r\n-3\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-8", "UTF-16"})
    void recognisesEncodingOfCsv(String charset) {
        byte[] file = "Prénom;Âge\r\nZoé;41\r\n".getBytes(Charset.forName(charset));
        try (TableReader table = open(file)) {
            assertThat(table.head()).containsExactly("Prénom", "Âge");
            assertThat(table.rows().next().cells()).containsExactly("Zoé", "41");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void recognisesSeparatorOfCsv(String separator) {
        String text = "Nom;Note;Ville\r\n\"a; b, c\";\"deux\nlignes\";Alma\r\nd;e;f\r\n".replace(";", separator);
        try (TableReader table = open(text.getBytes(StandardCharsets.UTF_8))) {
            assertThat(table.head()).containsExactly("Nom", "Note", "Ville");
            assertThat(table.rows().next().cell(1)).isEqualTo("deux\nlignes");
        }
    }

    @Test
    void skipsTitleAndBlankRowsAboveHead() {
        byte[] file = "sep=;\r\nRéalisations 2024;;\r\n\r\n;;\r\nTitre;Date;\r\nA;1;\r\n\r\nB\r\n"
                .getBytes(StandardCharsets.UTF_8);
        try (TableReader table = open(file)) {
            assertThat(table.head()).containsExactly("Titre", "Date");
            Iterator<TableRow> rows = table.rows();
            assertThat(rows.next().number()).isEqualTo(6);
            assertThat(rows.next()).isEqualTo(new TableRow(8, List.of("B", "")));
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void readsOneColumnTable() {
        assertThat(read("Titre\nA\nB\n".getBytes(StandardCharsets.UTF_8)))
                .extracting(row -> row.cell(0))
                .containsExactly("A", "B");
    }

    @Test
    void readsManyRowsOneByOne() {
        List<List<Object>> many = IntStream.range(0, 40_000)
                .mapToObj(i -> List.<Object>of("Rangée " + i, i))
                .toList();
        byte[] file = write(TableFormat.XLSX, FR, many);
        assertThat(read(file))
                .hasSize(40_000)
                .last()
                .extracting(TableRow::number)
                .isEqualTo(40_001);
    }

    @Test
    void enforcesLimits() {
        TableLimits small = new TableLimits(2, 2, 10, 200_000);
        assertThat(refused("a;b\n1;2\n1;2\n1;2\n", small)).isEqualTo(UnreadableReason.TOO_MANY_ROWS);
        assertThat(refused("a;b;c\n1;2;3\n", small)).isEqualTo(UnreadableReason.TOO_MANY_COLUMNS);
        assertThat(refused("a;b\n12345678901;2\n", small)).isEqualTo(UnreadableReason.CELL_TOO_LONG);
        assertThat(refused("a;b\n" + "1;2\n".repeat(60_000), small)).isEqualTo(UnreadableReason.TOO_LARGE);
        assertThat(refused("a;b\n1;\"" + "2;3\n".repeat(20_000), new TableLimits(2, 2, 10, 900_000)))
                .isEqualTo(UnreadableReason.CELL_TOO_LONG);
    }

    @Test
    void refusesOtherFilesWithReason() {
        assertThat(refused("", TableLimits.USUAL)).isEqualTo(UnreadableReason.EMPTY);
        assertThat(refused("\n\n;;\n", TableLimits.USUAL)).isEqualTo(UnreadableReason.EMPTY);
        assertThat(refused("%PDF-1.7", TableLimits.USUAL)).isEqualTo(UnreadableReason.NOT_A_TABLE);
        assertThat(refused("a\0b", TableLimits.USUAL)).isEqualTo(UnreadableReason.NOT_A_TABLE);
        assertThat(refused("PK\u0003\u0004 not a zip", TableLimits.USUAL)).isEqualTo(UnreadableReason.DAMAGED);
        assertThat(refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
                .isEqualTo(UnreadableReason.OLD_OR_LOCKED);
    }

    @Test
    void refusesZipBomb() throws IOException {
        byte[] bomb = packed("xl/worksheets/sheet1.xml", out -> {
            byte[] zeros = new byte[1_000_000];
            Arrays.fill(zeros, (byte) ' ');
            for (int i = 0; i < 220; i++) {
                out.write(zeros);
            }
        });
        assertThat(bomb.length).isLessThan(1_000_000);
        assertThat(refused(bomb)).isIn(UnreadableReason.TOO_LARGE, UnreadableReason.CELL_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"r=\"AAAAAAA1\"", "r = 'ZZZZZZ1'", "r=\"&#65;&#65;&#65;&#65;&#65;&#65;1\""})
    void refusesCellBeyondEveryColumn(String address) throws IOException {
        byte[] file = packed(
                "xl/worksheets/sheet1.xml",
                out -> out.write(("<worksheet><sheetData><row r=\"1\"><c " + address
                                + "><v>1</v></c></row></sheetData></worksheet>")
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(refused(file)).isIn(UnreadableReason.TOO_MANY_COLUMNS, UnreadableReason.DAMAGED);
    }

    @Test
    void everyReasonHasMessage() {
        for (UnreadableReason reason : UnreadableReason.values()) {
            UnreadableTable refused = new UnreadableTable(reason, 20, 3);
            assertThat(FR.has(refused.messageKey())).as(refused.messageKey()).isTrue();
        }
        UnreadableTable large = new UnreadableTable(UnreadableReason.TOO_LARGE, 20);
        assertThat(FR.say(large.messageKey(), large.arguments())).startsWith("Ce fichier dépasse 20\u00a0Mo");
    }

    @Test
    void sheetsHaveUniqueNames() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExcelWorkbook workbook = new ExcelWorkbook(out, FR)) {
            for (String name : List.of("Par région: [2024]", "par région  2024", "'", "a".repeat(40), "a".repeat(41))) {
                workbook.addSheet(name, HEAD, List.<List<Object>>of().iterator());
            }
        }
        assertThat(part(out.toByteArray(), "xl/workbook.xml"))
                .contains("2024 2\"", "2024\"", "name=\"Table\"", "name=\"" + "a".repeat(31) + "\"")
                .contains("name=\"" + "a".repeat(29) + " 2\"");
    }

    private interface WorkbookPart {
        void write(ZipOutputStream out) throws IOException;
    }

    /** A valid workbook with one part replaced. */
    private byte[] packed(String name, WorkbookPart part) throws IOException {
        byte[] good = write(TableFormat.XLSX, FR, List.of(List.of("a", "b")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path file = Files.write(folder.resolve("good.xlsx"), good);
        try (ZipFile in = new ZipFile(file.toFile());
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(name)) {
                    part.write(zip);
                } else {
                    in.getInputStream(entry).transferTo(zip);
                }
            }
        }
        return out.toByteArray();
    }

    private String part(byte[] file, String name) throws IOException {
        Path written = Files.write(folder.resolve("part.xlsx"), file);
        try (ZipFile in = new ZipFile(written.toFile())) {
            return new String(in.getInputStream(in.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] write(
            TableFormat format, Words words, Iterable<? extends List<? extends @Nullable Object>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter.write(format, "Réalisations", HEAD, rows.iterator(), words, out);
        return out.toByteArray();
    }

    private static TableReader open(byte[] file) {
        return TableReader.open(new ByteArrayInputStream(file));
    }

    private static List<TableRow> read(byte[] file) {
        List<TableRow> rows = new ArrayList<>();
        try (TableReader table = open(file)) {
            table.rows().forEachRemaining(rows::add);
        }
        return rows;
    }

    private static UnreadableReason refused(String text, TableLimits limits) {
        return refused(text.getBytes(StandardCharsets.UTF_8), limits);
    }

    private static UnreadableReason refused(byte[] file) {
        return refused(file, TableLimits.USUAL);
    }

    private static UnreadableReason refused(byte[] file, TableLimits limits) {
        UnreadableReason[] reason = new UnreadableReason[1];
        assertThatExceptionOfType(UnreadableTable.class)
                .isThrownBy(() -> {
                    try (InputStream in = new ByteArrayInputStream(file);
                            TableReader table = TableReader.open(in, limits)) {
                        table.rows().forEachRemaining(row -> {});
                    }
                })
                .satisfies(e -> reason[0] = e.reason());
        return Stream.of(reason).findFirst().orElseThrow();
    }
}
