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
import org.convergence.plan.reading.domain.text.ListNumbering.ListLevel;
import org.convergence.plan.reading.domain.text.ListNumbering.NumberStyle;
import org.convergence.plan.reading.domain.text.Manuscript.FileKind;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineCell;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineLook;
import org.convergence.plan.reading.domain.text.ManuscriptLine.ManuscriptPart;
import org.convergence.plan.reading.domain.text.ManuscriptReader.LineReader;
import org.convergence.plan.reading.domain.text.PlanRefused.PlanRefusalReason;
import org.jspecify.annotations.Nullable;

/** Reads Word files from before 2007. */
final class DocReader implements LineReader {

    private static final Pattern HEADING = Pattern.compile("(?:heading|titre) ?([1-9])");
    private static final Pattern CONTENTS = Pattern.compile("(?:toc|tm) ?[1-9]");
    private static final char CELL_END = '\u0007';
    private static final int BODY_TEXT = 9;
    private static final int LEVELS = 9;

    @Override
    public Manuscript read(WrittenFile file, ReadingBudget budget) {
        try (HWPFDocument doc = new HWPFDocument(new ByteArrayInputStream(file.content()))) {
            LineCollector lines = new LineCollector(budget);
            body(doc, lines);
            if (lines.lines().isEmpty()) {
                throw new PlanRefused(PlanRefusalReason.NO_TEXT);
            }
            rest(doc.getHeaderStoryRange(), ManuscriptPart.PAGE_FURNITURE, lines);
            rest(doc.getFootnoteRange(), ManuscriptPart.FOOTNOTE, lines);
            return new Manuscript(FileKind.DOC, lines.lines());
        } catch (EncryptedDocumentException e) {
            throw new PlanRefused(PlanRefusalReason.ENCRYPTED, e);
        } catch (OldWordFileFormatException e) {
            throw new PlanRefused(PlanRefusalReason.UNKNOWN_TYPE, "Word 6, Word 95");
        } catch (PlanRefused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The library throws any kind of exception on a damaged file.
            throw new PlanRefused(PlanRefusalReason.UNREADABLE, e);
        }
    }

    private static void body(HWPFDocument doc, LineCollector lines) {
        ListNumbering numbers = new ListNumbering();
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
            LineCell cell = inTable ? new LineCell(table, row, column, 1) : null;
            String raw = paragraph.text();
            add(doc, paragraph, raw, cell, numbers, lines);
            column += inTable && raw.indexOf(CELL_END) >= 0 ? 1 : 0;
        }
    }

    private static void add(
            HWPFDocument doc,
            Paragraph paragraph,
            String raw,
            @Nullable LineCell cell,
            ListNumbering numbers,
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
        ManuscriptPart part = CONTENTS.matcher(name).matches() ? ManuscriptPart.CONTENTS : ManuscriptPart.BODY;
        for (String piece : text.split("\n", -1)) {
            int width = indent + marker.length() + piece.strip().length();
            lines.add(piece, marker, new LineLook(heading, list, indent, width, 0, strong, false), cell, part);
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

    private static String number(Paragraph paragraph, ListNumbering numbers) {
        HWPFList list = paragraph.getList();
        ListLevel[] levels = new ListLevel[LEVELS];
        for (char i = 0; i < LEVELS; i++) {
            levels[i] = level(list, i);
        }
        return numbers.next(Integer.toString(list.getLsid()), paragraph.getIlvl(), levels);
    }

    private static ListLevel level(HWPFList list, char depth) {
        try {
            StringBuilder pattern = new StringBuilder();
            String text = list.getNumberText(depth);
            for (char c : (text == null ? "" : text).toCharArray()) {
                pattern.append(c < LEVELS ? "%" + (c + 1) : String.valueOf(c));
            }
            NumberStyle style =
                    switch (list.getNumberFormat(depth)) {
                        case 1 -> NumberStyle.UPPER_ROMAN;
                        case 2 -> NumberStyle.LOWER_ROMAN;
                        case 3 -> NumberStyle.UPPER_LETTER;
                        case 4 -> NumberStyle.LOWER_LETTER;
                        case 23 -> NumberStyle.BULLET;
                        case 255 -> NumberStyle.NONE;
                        default -> NumberStyle.DECIMAL;
                    };
            return new ListLevel(list.getStartAt(depth), style, pattern.toString());
        } catch (RuntimeException damagedOrShortList) {
            return new ListLevel(1, NumberStyle.BULLET, "•");
        }
    }

    private static void rest(@Nullable Range range, ManuscriptPart part, LineCollector lines) {
        for (int i = 0; range != null && i < range.numParagraphs(); i++) {
            String text = Range.stripFields(range.getParagraph(i).text());
            lines.add(text, "", LineLook.plain(0, text.length(), false), null, part);
        }
    }
}
