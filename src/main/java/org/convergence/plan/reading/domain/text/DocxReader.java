package org.convergence.plan.reading.domain.text;

import java.io.IOException;
import java.util.regex.Pattern;
import org.convergence.plan.reading.domain.text.Manuscript.FileKind;
import org.convergence.plan.reading.domain.text.ManuscriptLine.ManuscriptPart;
import org.convergence.plan.reading.domain.text.ManuscriptReader.LineReader;
import org.convergence.plan.reading.domain.text.PlanRefused.PlanRefusalReason;

/** Reads Word files since 2007, part by part, without holding the whole document. */
final class DocxReader implements LineReader {

    private static final Pattern FURNITURE = Pattern.compile("word/(?:header|footer)\\d*\\.xml");
    private static final Pattern NOTES = Pattern.compile("word/(?:footnotes|endnotes)\\.xml");

    @Override
    public Manuscript read(WrittenFile file, ReadingBudget budget) {
        try (DocxPackage docx = DocxPackage.open(file.content(), budget.limits())) {
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

    private static void read(DocxPackage docx, String path, ManuscriptPart part, DocxBody body) throws IOException {
        try (XmlPart xml = docx.part(path)) {
            if (xml != null) {
                body.read(xml, part);
            }
        }
    }
}
