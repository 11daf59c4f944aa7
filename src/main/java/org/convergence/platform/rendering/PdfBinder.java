package org.convergence.platform.rendering;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Joins several PDF files, using temporary files rather than memory. */
public final class PdfBinder {

    private PdfBinder() {}

    /** Whether a file can be joined: it opens without a password and has a page. */
    public static boolean canBind(Path file) {
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            return !document.isEncrypted() && document.getNumberOfPages() > 0;
        } catch (IOException | RuntimeException damaged) {
            // PDFBox reports damage with exceptions of many kinds.
            return false;
        }
    }

    /**
     * Joins the files in order, and leaves the stream open.
     *
     * @param files each of which {@linkplain #canBind can be joined}
     */
    public static void bind(List<Path> files, OutputStream out) throws IOException {
        if (files.size() == 1) {
            Files.copy(files.get(0), out);
            return;
        }
        List<Path> all = new ArrayList<>(files);
        PDFMergerUtility merger = new PDFMergerUtility();
        merger.setDestinationStream(out);
        for (Path file : all) {
            merger.addSource(file.toFile());
        }
        merger.mergeDocuments(IOUtils.createTempFileOnlyStreamCache());
    }
}
