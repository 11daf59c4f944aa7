package org.convergence.platform.redaction;

import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Extracts the text of a PDF. */
final class PdfText {

    private PdfText() {}

    /** Empty if it cannot be read. */
    static Optional<String> extract(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return Optional.of(new PDFTextStripper().getText(document));
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }
}
