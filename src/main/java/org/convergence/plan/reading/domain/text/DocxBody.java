package org.convergence.plan.reading.domain.text;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.convergence.plan.reading.domain.text.ManuscriptLine.ManuscriptPart;
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
}
