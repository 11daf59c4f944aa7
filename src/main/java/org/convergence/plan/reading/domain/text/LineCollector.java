package org.convergence.plan.reading.domain.text;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.reading.domain.text.ManuscriptLine.FilePosition;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineCell;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineLook;
import org.convergence.plan.reading.domain.text.ManuscriptLine.ManuscriptPart;
import org.jspecify.annotations.Nullable;

/** Collects the lines of a file, numbers them and enforces the budget. */
final class LineCollector {

    private final ReadingBudget budget;
    private final List<ManuscriptLine> lines = new ArrayList<>();
    private int offset;
    private int number;
    private int page = 1;
    private boolean gap;

    LineCollector(ReadingBudget budget) {
        this.budget = budget;
    }

    /** Sets the offset of the next piece in the original text. */
    void startAt(int newOffset) {
        offset = newOffset;
    }

    /** Sets the line number of the next piece; without it, each piece is a line. */
    void onLine(int newNumber) {
        number = newNumber - 1;
    }

    void newPage() {
        page++;
        gap = true;
    }

    /** Records white space before the next line. */
    void gap() {
        gap = true;
    }

    /** Adds a line; a line without characters is white space before the next one. */
    void add(String raw, String marker, LineLook look, @Nullable LineCell cell, ManuscriptPart part) {
        budget.takeLine(raw.length() + 1);
        number++;
        String text = Characters.strip(Characters.clean(raw));
        int begin = 0;
        while (begin < raw.length() && Characters.isWhite(raw.charAt(begin))) {
            begin++;
        }
        if (text.isEmpty()) {
            if (part == ManuscriptPart.BODY) {
                gap = true;
            }
        } else {
            FilePosition at = new FilePosition(offset + begin, number, page);
            boolean body = part == ManuscriptPart.BODY;
            ManuscriptPart own = body && leadsToPage(text) ? ManuscriptPart.CONTENTS : part;
            lines.add(new ManuscriptLine(text, marker, at, look.withGap(body && (look.gap() || gap)), cell, own));
            if (body) {
                gap = false;
            }
        }
        offset += raw.length() + 1;
    }

    /** Dots that lead to a page number, as in a table of contents. */
    private static boolean leadsToPage(String text) {
        int i = text.length() - 1;
        while (i >= 0 && text.length() - i <= 4 && Character.isDigit(text.charAt(i))) {
            i--;
        }
        if (i == text.length() - 1) {
            return false;
        }
        int dots = 0;
        while (i >= 0 && (text.charAt(i) == '.' || text.charAt(i) == '…' || Characters.isWhite(text.charAt(i)))) {
            dots += text.charAt(i) == '.' ? 1 : text.charAt(i) == '…' ? 3 : 0;
            i--;
        }
        return dots >= 4;
    }

    List<ManuscriptLine> lines() {
        return lines;
    }
}
