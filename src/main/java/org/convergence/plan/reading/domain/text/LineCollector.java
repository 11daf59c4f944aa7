package org.convergence.plan.reading.domain.text;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.reading.domain.text.Line.Part;
import org.jspecify.annotations.Nullable;

/** Gathers the lines of a file, numbers them and keeps within the budget. */
final class LineCollector {

    private final Budget budget;
    private final List<Line> lines = new ArrayList<>();
    private int offset;
    private int number;
    private int page = 1;
    private boolean gap;

    LineCollector(Budget budget) {
        this.budget = budget;
    }

    /** The next piece begins at this offset of the text as the file has it. */
    void startAt(int newOffset) {
        offset = newOffset;
    }

    /** The next piece stands on this line; without it, each piece is a line. */
    void onLine(int newNumber) {
        number = newNumber - 1;
    }

    void newPage() {
        page++;
        gap = true;
    }

    /** White space stands before the next line. */
    void gap() {
        gap = true;
    }

    /** A line without characters is white space before the next one. */
    void add(String raw, String marker, Look look, @Nullable Cell cell, Part part) {
        budget.takeLine(raw.length() + 1);
        number++;
        String text = Characters.strip(Characters.clean(raw));
        int begin = 0;
        while (begin < raw.length() && Characters.isWhite(raw.charAt(begin))) {
            begin++;
        }
        if (text.isEmpty()) {
            if (part == Part.BODY) {
                gap = true;
            }
        } else {
            Position at = new Position(offset + begin, number, page);
            boolean body = part == Part.BODY;
            Part own = body && leadsToPage(text) ? Part.CONTENTS : part;
            lines.add(new Line(text, marker, at, look.withGap(body && (look.gap() || gap)), cell, own));
            if (body) {
                gap = false;
            }
        }
        offset += raw.length() + 1;
    }

    /** Dots that lead to the number of a page, as in a table of contents. */
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

    List<Line> lines() {
        return lines;
    }
}
