package org.convergence.plan.reading.domain.text;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.convergence.plan.reading.domain.text.PlanRefused.PlanRefusalReason;

/**
 * Converts what a workbook stores in a cell to the text that a person reads there: shared words, dates, percentages,
 * numbers, and the last computed value of a formula.
 *
 * @param words the texts that cells share
 * @param formats the number format of each style of cells
 * @param bold whether each style of cells is bold
 * @param since1904 days are counted from 1904, as some computers of Apple did
 */
record WorkbookValues(List<String> words, List<String> formats, List<Boolean> bold, boolean since1904) {

    private static final int MOST_DIGITS = 30;

    static WorkbookValues read(ZippedDocument workbook, String folder, ReadingBudget budget) throws IOException {
        List<String> words = new ArrayList<>();
        try (XmlPart part = workbook.part(folder + "sharedStrings.xml")) {
            long left = 4L * budget.limits().characters();
            StringBuilder text = new StringBuilder();
            while (part != null && part.next()) {
                if (part.isStartOf("rPh")) {
                    part.skip();
                } else if (part.isStartOf("t")) {
                    text.append(part.content(budget.limits().characters()));
                } else if (part.isEndOf("si")) {
                    left -= text.length() + 1;
                    if (left < 0) {
                        throw new PlanRefused(
                                PlanRefusalReason.TOO_LARGE, budget.limits().characters() + " characters");
                    }
                    words.add(text.toString());
                    text.setLength(0);
                }
            }
        }
        boolean since1904 = false;
        try (XmlPart part = workbook.part(workbook.mainPath())) {
            while (part != null && part.next()) {
                String mark = part.isStartOf("workbookPr") ? part.attribute("date1904") : null;
                since1904 |= mark != null && (mark.equals("1") || mark.equals("true"));
            }
        }
        return styles(workbook, folder, words, since1904);
    }

    private static WorkbookValues styles(ZippedDocument workbook, String folder, List<String> words, boolean since1904)
            throws IOException {
        Map<Integer, String> own = new HashMap<>();
        List<Boolean> fonts = new ArrayList<>();
        List<String> formats = new ArrayList<>();
        List<Boolean> bold = new ArrayList<>();
        boolean used = false;
        try (XmlPart part = workbook.part(folder + "styles.xml")) {
            while (part != null && part.next()) {
                if (part.isStartOf("numFmt")) {
                    String code = part.attribute("formatCode");
                    own.put(XmlPart.number(part.attribute("numFmtId"), 0), code == null ? "" : code);
                } else if (part.isStartOf("font")) {
                    fonts.add(false);
                } else if (part.isStartOf("b") && !fonts.isEmpty()) {
                    fonts.set(fonts.size() - 1, part.isOn());
                } else if (part.isStartOf("cellXfs")) {
                    used = true;
                } else if (part.isEndOf("cellXfs")) {
                    break;
                } else if (used && part.isStartOf("xf")) {
                    int format = XmlPart.number(part.attribute("numFmtId"), 0);
                    String usual = format < 0 ? null : BuiltinFormats.getBuiltinFormat(format);
                    formats.add(own.getOrDefault(format, usual == null ? "" : usual));
                    int font = XmlPart.number(part.attribute("fontId"), 0);
                    bold.add(font >= 0 && font < fonts.size() && fonts.get(font));
                }
            }
        }
        return new WorkbookValues(words, formats, bold, since1904);
    }

    boolean isBold(int style) {
        return style >= 0 && style < bold.size() && bold.get(style);
    }

    /** The text of a cell; empty for an error of a formula, and for yes and no. */
    String text(String type, String raw, int style) {
        return switch (type) {
            case "s" -> {
                int index = XmlPart.number(raw, -1);
                yield index >= 0 && index < words.size() ? words.get(index) : "";
            }
            case "e", "b" -> "";
            case "str", "inlineStr", "d" -> raw;
            default -> number(raw, style >= 0 && style < formats.size() ? formats.get(style) : "");
        };
    }

    private String number(String raw, String format) {
        BigDecimal number;
        try {
            number = new BigDecimal(raw.strip()).round(new MathContext(15));
        } catch (NumberFormatException empty) {
            return "";
        }
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS) {
            return raw;
        }
        if (!format.isEmpty()
                && DateUtil.isADateFormat(-1, format)
                && DateUtil.isValidExcelDate(number.doubleValue())) {
            return date(number.doubleValue(), format);
        }
        boolean percent = format.endsWith("%");
        BigDecimal shown = percent ? number.movePointRight(2) : number;
        String plain = shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
        return percent ? plain + "\u00a0%" : plain;
    }

    /** A day, or a month where the format shows none; a time alone stays a time. */
    private String date(double number, String format) {
        LocalDateTime time = DateUtil.getLocalDateTime(number, since1904);
        String marks = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
        if (time == null) {
            return "";
        } else if (number < 1) {
            return time.toLocalTime().toString();
        }
        String day = time.toLocalDate().toString();
        return marks.contains("d") || marks.contains("j") ? day : day.substring(0, "2026-01".length());
    }
}
