package org.convergence.plan.reading.domain.text;

import org.convergence.plan.reading.domain.text.PlanRefused.PlanRefusalReason;

/** Reads the lines of a written file of any kind. */
public final class ManuscriptReader {

    private final FileKindRecogniser kinds = new FileKindRecogniser();

    /**
     * The lines of the file, within the budget.
     *
     * @throws PlanRefused if the file cannot be read
     */
    public Manuscript read(WrittenFile file, ReadingBudget budget) {
        if (file.content().length == 0) {
            throw new PlanRefused(PlanRefusalReason.EMPTY);
        }
        if (file.content().length > budget.limits().bytes()) {
            throw new PlanRefused(PlanRefusalReason.TOO_LARGE, budget.limits().bytes() / (1024 * 1024) + " MB");
        }
        LineReader reader =
                switch (kinds.recognise(file.content())) {
                    case TEXT -> new TextFileReader();
                    case DOCX -> new DocxReader();
                    case DOC -> new DocReader();
                    case PDF -> new PdfReader();
                };
        return reader.read(file, budget);
    }

    /** Reads the lines of one kind of file. */
    interface LineReader {

        /**
         * The manuscript.
         *
         * @throws PlanRefused if the file cannot be read
         */
        Manuscript read(WrittenFile file, ReadingBudget budget);
    }
}
