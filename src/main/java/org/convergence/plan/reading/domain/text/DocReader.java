package org.convergence.plan.reading.domain.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.convergence.plan.reading.domain.text.Line.Part;
import org.convergence.plan.reading.domain.text.ListNumbers.Level;
import org.convergence.plan.reading.domain.text.ListNumbers.Style;
import org.convergence.plan.reading.domain.text.PlanRefused.Reason;
import org.jspecify.annotations.Nullable;

/** Reads Word files from before 2007. */
final class DocReader implements LineReader {

    private static final Pattern HEADING = Pattern.compile("(?:heading|titre) ?([1-9])");
    private static final Pattern CONTENTS = Pattern.compile("(?:toc|tm) ?[1-9]");
    private static final char CELL_END = '\u0007';
    private static final int BODY_TEXT = 9;
    private static final int LEVELS = 9;

    @Override
    public Manuscript read(WrittenFile file, Budget budget) {
        try (HWPFDocument doc = new HWPFDocument(new ByteArrayInputStream(file.content()))) {
            LineCollector lines = new LineCollector(budget);
            body(doc, lines);
            if (lines.lines().isEmpty()) {
                throw new PlanRefused(Reason.NO_TEXT);
            }
            rest(doc.getHeaderStoryRange(), Part.PAGE_FURNITURE, lines);
            rest(doc.getFootnoteRange(), Part.FOOTNOTE, lines);
            return new Manuscript(FileKind.DOC, lines.lines());
        } catch (EncryptedDocumentException e) {
            throw new PlanRefused(Reason.ENCRYPTED, e);
        } catch (OldWordFileFormatException e) {
            throw new PlanRefused(Reason.UNKNOWN_TYPE, "Word 6, Word 95");
        } catch (PlanRefused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The library throws any kind of exception on a damaged file.
            throw new PlanRefused(Reason.UNREADABLE, e);
        }
    }

    private static void body(HWPFDocument doc, LineCollector lines) {
        ListNumbers numbers = new ListNumbers();
        Range range = doc.getRange();
        int table = 0;
        int row = 0;
        int column = 0;
        boolean inTable = false;
        for (int i = 0; i < range.numParagraphs(); i++) {
            Paragraph paragraph = range.getParagraph(i);
            if (paragraph.isInTable() && !inTable) {
                table++;
                row = 0;
                column = 0;
            }
            inTable = paragraph.isInTable();
            if (inTable && paragraph.isTableRowEnd()) {
                row++;
                column = 0;
                continue;
            }
            Cell cell = inTable ? new Cell(table, row, column, 1) : null;
            String raw = paragraph.text();
            add(doc, paragraph, raw, cell, numbers, lines);
            column += inTable && raw.indexOf(CELL_END) >= 0 ? 1 : 0;
        }
    }

    private static void add(
            HWPFDocument doc,
            Paragraph paragraph,
            String raw,
            @Nullable Cell cell,
            ListNumbers numbers,
            LineCollector lines) {
        if (raw.indexOf('\f') >= 0) {
            lines.newPage();
        }
        StyleDescription style = doc.getStyleSheet().getStyleDescription(paragraph.getStyleIndex());
        String name =
                style == null || style.getName() == null ? "" : style.getName().toLowerCase(Locale.ROOT);
        Matcher matcher = HEADING.matcher(name);
        int heading = matcher.lookingAt() ? Integer.parseInt(matcher.group(1)) : 0;
        if (heading == 0 && paragraph.getLvl() >= 0 && paragraph.getLvl() < BODY_TEXT) {
            heading = paragraph.getLvl() + 1;
        }
        String text = Range.stripFields(raw)
                .replace(CELL_END, ' ')
                .replace('\u000B', '\n')
                .replace('\u001E', '-');
        boolean empty = Characters.strip(text).isEmpty();
        String marker = empty || !paragraph.isInList() ? "" : number(paragraph, numbers);
        int list = marker.isEmpty() ? 0 : paragraph.getIlvl() + 1;
        int indent = Math.max(0, paragraph.getIndentFromLeft() / 120);
        boolean strong = !empty && bold(paragraph);
        Part part = CONTENTS.matcher(name).matches() ? Part.CONTENTS : Part.BODY;
        for (String piece : text.split("\n", -1)) {
            int width = indent + marker.length() + piece.strip().length();
            lines.add(piece, marker, new Look(heading, list, indent, width, 0, strong, false), cell, part);
            marker = "";
            list = 0;
        }
    }

    private static boolean bold(Paragraph paragraph) {
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            var run = paragraph.getCharacterRun(i);
            if (!run.isBold() && !Characters.strip(run.text()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static String number(Paragraph paragraph, ListNumbers numbers) {
        HWPFList list = paragraph.getList();
        Level[] levels = new Level[LEVELS];
        for (char i = 0; i < LEVELS; i++) {
            levels[i] = level(list, i);
        }
        return numbers.next(Integer.toString(list.getLsid()), paragraph.getIlvl(), levels);
    }

    private static Level level(HWPFList list, char depth) {
        try {
            StringBuilder pattern = new StringBuilder();
            String text = list.getNumberText(depth);
            for (char c : (text == null ? "" : text).toCharArray()) {
                pattern.append(c < LEVELS ? "%" + (c + 1) : String.valueOf(c));
            }
            Style style =
                    switch (list.getNumberFormat(depth)) {
                        case 1 -> Style.UPPER_ROMAN;
                        case 2 -> Style.LOWER_ROMAN;
                        case 3 -> Style.UPPER_LETTER;
                        case 4 -> Style.LOWER_LETTER;
                        case 23 -> Style.BULLET;
                        case 255 -> Style.NONE;
                        default -> Style.DECIMAL;
                    };
            return new Level(list.getStartAt(depth), style, pattern.toString());
        } catch (RuntimeException damagedOrShortList) {
            return new Level(1, Style.BULLET, "•");
        }
    }

    private static void rest(@Nullable Range range, Part part, LineCollector lines) {
        for (int i = 0; range != null && i < range.numParagraphs(); i++) {
            String text = Range.stripFields(range.getParagraph(i).text());
            lines.add(text, "", Look.plain(0, text.length(), false), null, part);
        }
    }
}
