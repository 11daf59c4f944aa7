package org.convergence.platform.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Writes CSV as the reader's spreadsheet expects it: with a byte order mark, its separator and its decimal mark. */
final class CsvTableWriter {

    private static final String FORMULA_STARTS = "=+-@|";
    private static final String BREAKS = "\t\r\n";

    private CsvTableWriter() {}

    static void write(
            List<String> head,
            Iterator<? extends List<? extends @Nullable Object>> rows,
            Words words,
            OutputStream out) {
        boolean french = words.language() == Language.FRENCH;
        try {
            var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            text.write('\ufeff');
            CsvWriter csv = CsvWriter.builder()
                    .fieldSeparator(french ? ';' : ',')
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(text);
            csv.writeRecord(head.stream().map(CsvTableWriter::harmless).toList());
            while (rows.hasNext()) {
                csv.writeRecord(
                        rows.next().stream().map(cell -> cell(cell, words)).toList());
            }
            csv.flush();
            text.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(@Nullable Object value, Words words) {
        if (value == null) {
            return "";
        } else if (value instanceof Number number) {
            String plain = new BigDecimal(number.toString()).toPlainString();
            return words.language() == Language.FRENCH ? plain.replace('.', ',') : plain;
        } else if (value instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, words.zone())
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString()
                    .replace('T', ' ');
        } else if (value instanceof Boolean yes) {
            return words.say(yes ? "table.yes" : "table.no");
        }
        return harmless(value.toString());
    }

    /** Prefixes text that a spreadsheet might execute as a formula with an apostrophe, which the spreadsheet hides. */
    private static String harmless(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /** Reverts {@link #harmless}. */
    static String unescape(String cell) {
        return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    /**
     * Whether the first visible character begins a formula, in any width: East Asian spreadsheets execute « ＝ » like «
     * = ». Invisible characters before it are skipped, since spreadsheets drop them.
     */
    private static boolean isFormula(String text) {
        if (text.isEmpty() || Character.isLetterOrDigit(text.charAt(0))) {
            return false;
        }
        return BREAKS.indexOf(text.charAt(0)) >= 0
                || text.codePoints()
                        .filter(it -> !isInvisible(it))
                        .mapToObj(it -> Normalizer.normalize(Character.toString(it), Normalizer.Form.NFKC))
                        .findFirst()
                        .filter(FORMULA_STARTS::contains)
                        .isPresent();
    }

    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
