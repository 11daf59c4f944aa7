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

/** Puts several PDF files behind one another, beside memory rather than in it. */
public final class PdfBinder {

    private PdfBinder() {}

    /** Whether a file can be bound: it opens without a password and has a page. */
    public static boolean canBind(Path file) {
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            return !document.isEncrypted() && document.getNumberOfPages() > 0;
        } catch (IOException | RuntimeException damaged) {
            // PDFBox answers damage with exceptions of many kinds.
            return false;
        }
    }

    /**
     * Binds the files in their order, and leaves the stream open.
     *
     * @param files each of which {@linkplain #canBind can be bound}
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
