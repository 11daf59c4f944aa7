package org.convergence.plan.reading.domain.text;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineCell;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineLook;
import org.convergence.plan.reading.domain.text.ManuscriptLine.ManuscriptPart;
import org.convergence.plan.reading.domain.text.PlanRefused.PlanRefusalReason;
import org.jspecify.annotations.Nullable;

/** Walks through the text of a Word file and emits each paragraph with its table cell and its look. */
final class DocxBody {

    private final DocxStyles styles;
    private final DocxNumbering numbering;
    private final LineCollector lines;
    private final ReadingBudget budget;
    private final Deque<DocxParagraph> open = new ArrayDeque<>();
    private int tables;
    private int nesting;
    private int row;
    private int column;
    private int span;
    private int contents;

    DocxBody(DocxStyles styles, DocxNumbering numbering, LineCollector lines, ReadingBudget budget) {
        this.styles = styles;
        this.numbering = numbering;
        this.lines = lines;
        this.budget = budget;
    }

    void read(XmlPart xml, ManuscriptPart part) throws IOException {
        Deque<Boolean> containers = new ArrayDeque<>();
        while (xml.next()) {
            DocxParagraph paragraph = open.peek();
            if (xml.isText()) {
                continue;
            }
            if (!xml.isStart()) {
                end(xml, part, containers);
            } else {
                switch (xml.name()) {
                    case "p" -> open.push(new DocxParagraph(styles, budget));
                    case "sdt" -> containers.push(false);
                    case "docPartGallery" -> markContents(xml, containers);
                    case "tbl", "tr", "tc", "gridSpan" -> table(xml);
                    // Deleted or moved text, and alternatives for older programs and for machines.
                    case "del",
                            "moveFrom",
                            "Fallback",
                            "instrText",
                            "delText",
                            "pPrChange",
                            "rPrChange",
                            "sectPr",
                            "footnotePr",
                            "annotation" -> xml.skip();
                    default -> {
                        if (paragraph != null) {
                            paragraph.apply(xml);
                        }
                    }
                }
            }
        }
    }

    private void markContents(XmlPart xml, Deque<Boolean> containers) {
        if (!containers.isEmpty() && xml.value().startsWith("Table of Contents")) {
            containers.pop();
            containers.push(true);
            contents++;
        }
    }

    private void table(XmlPart xml) {
        switch (xml.name()) {
            case "tbl" -> {
                if (nesting++ == 0) {
                    tables++;
                    row = -1;
                }
            }
            case "tr" -> {
                if (nesting == 1) {
                    row++;
                    column = 0;
                }
            }
            case "tc" -> {
                if (nesting == 1) {
                    span = 1;
                }
            }
            default -> {
                if (nesting == 1) {
                    span = Math.max(1, xml.value(1));
                }
            }
        }
    }

    private void end(XmlPart xml, ManuscriptPart part, Deque<Boolean> containers) {
        switch (xml.name()) {
            case "p" -> {
                DocxParagraph paragraph = open.poll();
                if (paragraph != null) {
                    boolean listing = contents > 0 || paragraph.isContents();
                    paragraph.emit(
                            lines,
                            numbering,
                            cell(),
                            part == ManuscriptPart.BODY && listing ? ManuscriptPart.CONTENTS : part);
                }
            }
            case "sdt" -> contents -= Boolean.TRUE.equals(containers.poll()) ? 1 : 0;
            case "tbl" -> nesting--;
            case "tc" -> column += nesting == 1 ? span : 0;
            default -> {
                // Other end tags close nothing opened here.
            }
        }
    }

    private @Nullable LineCell cell() {
        return nesting == 0 ? null : new LineCell(tables, row, column, span);
    }

    /** One paragraph of a Word file while its runs are read. */
    static final class DocxParagraph {

        private static final int TWENTIETHS_OF_A_CHARACTER = 120;

        private final DocxStyles styles;
        private final ReadingBudget budget;
        private final StringBuilder text = new StringBuilder();
        private String style = "";
        private @Nullable String list;
        private int level = -1;
        private int outline = -1;
        private int indent;
        private boolean inRun;
        private boolean runBold;
        private boolean hidden;
        private int runSize;
        private int size;
        private boolean allBold = true;
        private boolean newPage;

        DocxParagraph(DocxStyles styles, ReadingBudget budget) {
            this.styles = styles;
            this.budget = budget;
        }

        boolean isContents() {
            return styles.isContents(style);
        }

        /** Applies an element to this paragraph. */
        void apply(XmlPart xml) throws IOException {
            switch (xml.name()) {
                case "r" -> {
                    inRun = true;
                    runBold = styles.bold(style);
                    runSize = styles.size(style);
                    hidden = false;
                }
                case "b" -> runBold = inRun ? xml.isOn() : runBold;
                case "sz" -> runSize = inRun ? xml.value(0) / 2 : runSize;
                case "vanish" -> hidden = inRun && xml.isOn();
                case "t" -> words(xml);
                case "tab", "ptab" -> text.append(inRun ? "\t" : "");
                case "br", "cr" -> {
                    newPage |= "page".equals(xml.attribute("type")) && text.isEmpty();
                    text.append('\n');
                }
                case "noBreakHyphen" -> text.append('\u2011');
                case "sym" -> symbol(xml.attribute("char"));
                default -> property(xml);
            }
        }

        private void property(XmlPart xml) {
            if (inRun) {
                return;
            }
            switch (xml.name()) {
                case "pStyle" -> style = xml.value();
                case "numId" -> list = xml.value();
                case "ilvl" -> level = xml.value(0);
                case "outlineLvl" -> outline = xml.value(9);
                case "pageBreakBefore" -> newPage = xml.isOn();
                case "ind" -> {
                    String left = xml.attribute("left");
                    indent =
                            XmlPart.number(left == null ? xml.attribute("start") : left, 0) / TWENTIETHS_OF_A_CHARACTER;
                }
                default -> {
                    // Other properties do not affect the structure.
                }
            }
        }

        private void words(XmlPart xml) throws IOException {
            int before = text.length();
            while (xml.next() && !xml.isEndOf("t")) {
                if (xml.isText() && !hidden) {
                    text.append(xml.text());
                    if (text.length() > budget.limits().characters()) {
                        throw new PlanRefused(
                                PlanRefusalReason.TOO_LARGE, budget.limits().characters() + " characters");
                    }
                }
            }
            if (!Characters.strip(text.substring(before)).isEmpty()) {
                allBold &= runBold;
                size = Math.max(size, runSize);
            }
        }

        private void symbol(@Nullable String code) {
            try {
                text.append(code == null ? "" : String.valueOf((char) Integer.parseInt(code, 16)));
            } catch (NumberFormatException e) {
                text.append('•');
            }
        }

        /** Emits the paragraph: one line, and one more after each line break in it. */
        void emit(LineCollector lines, DocxNumbering numbering, @Nullable LineCell cell, ManuscriptPart part) {
            if (newPage) {
                lines.newPage();
            }
            String own = list == null ? styles.list(style) : list;
            boolean listed = own != null && !own.equals("0");
            boolean empty = Characters.strip(text.toString()).isEmpty();
            int depth = Math.min(8, level >= 0 ? level : numbering.levelOf(style, styles.level(style)));
            String marker = own == null || !listed || empty ? "" : numbering.next(own, depth);
            int heading = outline >= 0 && outline < 9 ? outline + 1 : styles.heading(style);
            LineLook look = new LineLook(heading, listed ? depth + 1 : 0, indent, 0, size, allBold && !empty, false);
            List<String> pieces = heading > 0
                    ? List.of(text.toString().replace('\n', ' '))
                    : List.of(text.toString().split("\n", -1));
            for (String piece : pieces) {
                int width = indent + marker.length() + piece.strip().length();
                lines.add(piece, marker, with(look, width), cell, part);
                marker = "";
                look = new LineLook(0, 0, indent, 0, size, look.strong(), false);
            }
        }

        private static LineLook with(LineLook look, int width) {
            return new LineLook(
                    look.heading(), look.list(), look.indent(), width, look.size(), look.strong(), look.gap());
        }
    }
}
