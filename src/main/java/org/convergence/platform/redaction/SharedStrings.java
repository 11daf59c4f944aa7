package org.convergence.platform.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The strings that the cells of a workbook share. A sheet is read with the strings in its cells, so that a name in one row
 * is found, and is written so where it changes: the cells of other rows keep their strings.
 */
final class SharedStrings {

    private static final String NAME = "xl/sharedStrings.xml";

    private static final Pattern STRING = Pattern.compile("<si\\b[^>]*?(?:/>|>(.*?)</si>)", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<c\\b([^>]*?)\\st=\"s\"([^>]*)>\\s*<v>(\\d{1,8})</v>\\s*</c>");

    private final Charset charset;
    private final String written;
    private final List<String> strings = new ArrayList<>();
    private final BitSet used = new BitSet();
    private final BitSet kept = new BitSet();
    private final BitSet alone = new BitSet();

    private SharedStrings(byte[] content) {
        charset = FileTexts.charset(content);
        written = new String(content, charset);
        STRING.matcher(written)
                .results()
                .map(each -> each.group(1))
                .forEach(each -> strings.add(each == null ? "" : each));
    }

    /** The strings of a package; none if it is no workbook, or they are too many to be read. */
    static SharedStrings read(ZipFile zip, int most) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(NAME);
        if (entry == null) {
            return new SharedStrings(new byte[0]);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(most + 1);
            return new SharedStrings(content.length > most ? new byte[0] : content);
        }
    }

    /** Whether the part is the strings themselves, which are written last. */
    boolean isStrings(String part) {
        return !strings.isEmpty() && part.equals(NAME);
    }

    /** A part of the workbook, rewritten; a sheet with its strings in the cells, unless that would be too long. */
    String rewrite(String part, String text, UnaryOperator<String> replaced, int most) {
        boolean sheet = !strings.isEmpty() && part.startsWith("xl/worksheets/");
        String read = sheet ? inCells(text, most) : text;
        String said = replaced.apply(read);
        if (sheet && said.equals(read)) {
            CELL.matcher(text).results().forEach(each -> kept.set(number(each)));
            return text;
        }
        return said;
    }

    private String inCells(String sheet, int most) {
        var said = new StringBuilder();
        Matcher cell = CELL.matcher(sheet);
        int at = 0;
        while (cell.find()) {
            int number = number(cell);
            if (said.length() > most) {
                alone.set(number);
            } else if (number < strings.size()) {
                used.set(number);
                said.append(sheet, at, cell.start())
                        .append("<c")
                        .append(cell.group(1))
                        .append(" t=\"inlineStr\"")
                        .append(cell.group(2))
                        .append("><is>")
                        .append(strings.get(number))
                        .append("</is></c>");
                at = cell.end();
            }
        }
        return said.append(sheet, at, sheet.length()).toString();
    }

    private static int number(MatchResult cell) {
        return Integer.parseInt(cell.group(3));
    }

    /**
     * Writes the strings after all sheets, without those that no cell needs now; one that was read in no cell is rewritten
     * itself. Answers whether that changed anything.
     */
    boolean write(ZipOutputStream zip, UnaryOperator<String> replaced) throws IOException {
        if (strings.isEmpty()) {
            return false;
        }
        int[] number = {-1};
        String said = STRING.matcher(written).replaceAll(each -> {
            number[0]++;
            if (alone.get(number[0]) || !used.get(number[0])) {
                return Matcher.quoteReplacement(replaced.apply(each.group()));
            }
            return kept.get(number[0]) ? Matcher.quoteReplacement(each.group()) : "<si><t></t></si>";
        });
        zip.putNextEntry(new ZipEntry(NAME));
        zip.write(said.getBytes(charset));
        zip.closeEntry();
        return !said.equals(written);
    }
}
