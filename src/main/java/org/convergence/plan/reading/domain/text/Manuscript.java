package org.convergence.plan.reading.domain.text;

import java.util.List;

/**
 * The whole text of a file, line by line.
 *
 * @param kind the kind of file
 * @param lines every line that holds a character, in reading order
 * @param encodingGuessed the text was decoded as Windows-1252 because it is not UTF-8
 */
public record Manuscript(FileKind kind, List<ManuscriptLine> lines, boolean encodingGuessed) {

    public Manuscript {
        lines = List.copyOf(lines);
    }

    Manuscript(FileKind kind, List<ManuscriptLine> lines) {
        this(kind, lines, false);
    }

    /** The kinds of file from which a plan is read. */
    public enum FileKind {
        TEXT,
        /** Word since 2007. */
        DOCX,
        /** Word before 2007. */
        DOC,
        PDF,
        /** Excel since 2007. */
        WORKBOOK
    }
}
