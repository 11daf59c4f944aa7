package org.convergence.platform.redaction;

import java.util.regex.Pattern;

/** A cell of a sheet that was a number, such as a telephone's, and is a word once it is replaced: it becomes a text. */
final class NumberCell {

    private static final Pattern EXCEL = Pattern.compile(
            "<c\\b((?:(?! t=)[^>/])*)(?: t=\"n\"((?:(?! t=)[^>/])*))?>(<f\\b[^>]*>[^<]*</f>)?(<v>[^<]*[^<0-9.eE+-][^<]*</v>)");
    private static final Pattern OPEN_DOCUMENT = Pattern.compile(
            "office:value-type=\"(?:float|percentage|currency)\"([^>]*?) office:value=\"[^\"]*[^\"0-9.eE+-][^\"]*\"");

    private NumberCell() {}

    /** A rewritten part of a workbook in which each cell has the type of its value. */
    static String mend(String part, String sheet) {
        if (part.startsWith("xl/worksheets/")) {
            return EXCEL.matcher(sheet).replaceAll("<c$1$2 t=\"str\">$3$4");
        }
        return part.equals("content.xml")
                ? OPEN_DOCUMENT.matcher(sheet).replaceAll("office:value-type=\"string\"$1")
                : sheet;
    }
}
