package org.convergence.plan.reading.domain.text;

import java.io.IOException;
import java.util.regex.Pattern;
import org.convergence.plan.reading.domain.text.Manuscript.FileKind;
import org.convergence.plan.reading.domain.text.ManuscriptLine.ManuscriptPart;
import org.convergence.plan.reading.domain.text.ManuscriptReader.LineReader;
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
                    case WORKBOOK -> new WorkbookReader();
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

    /** Reads Word files since 2007, part by part, without holding the whole document. */
    private static final class DocxReader implements LineReader {

        private static final Pattern FURNITURE = Pattern.compile("word/(?:header|footer)\\d*\\.xml");
        private static final Pattern NOTES = Pattern.compile("word/(?:footnotes|endnotes)\\.xml");

        @Override
        public Manuscript read(WrittenFile file, ReadingBudget budget) {
            try (ZippedDocument docx = ZippedDocument.open(file.content(), budget.limits())) {
                String main = docx.mainPath();
                String folder = main.substring(0, main.lastIndexOf('/') + 1);
                DocxStyles styles;
                try (XmlPart part = docx.part(folder + "styles.xml")) {
                    styles = DocxStyles.read(part);
                }
                DocxNumbering numbering;
                try (XmlPart part = docx.part(folder + "numbering.xml")) {
                    numbering = DocxNumbering.read(part);
                }
                LineCollector lines = new LineCollector(budget);
                read(docx, main, ManuscriptPart.BODY, new DocxBody(styles, numbering, lines, budget));
                boolean written = lines.lines().stream().anyMatch(line -> line.part() == ManuscriptPart.BODY);
                if (!written) {
                    throw new PlanRefused(PlanRefusalReason.NO_TEXT);
                }
                for (String path : docx.paths(FURNITURE)) {
                    read(docx, path, ManuscriptPart.PAGE_FURNITURE, new DocxBody(styles, numbering, lines, budget));
                }
                for (String path : docx.paths(NOTES)) {
                    read(docx, path, ManuscriptPart.FOOTNOTE, new DocxBody(styles, numbering, lines, budget));
                }
                return new Manuscript(FileKind.DOCX, lines.lines());
            } catch (IOException e) {
                throw new PlanRefused(PlanRefusalReason.UNREADABLE, e);
            }
        }

        private static void read(ZippedDocument docx, String path, ManuscriptPart part, DocxBody body)
                throws IOException {
            try (XmlPart xml = docx.part(path)) {
                if (xml != null) {
                    body.read(xml, part);
                }
            }
        }
    }
}
