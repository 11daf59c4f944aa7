package org.convergence.platform.rendering;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.logging.Level;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.TransformerFactory;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.convergence.platform.text.Words;

/** Writes a paper as a tagged PDF with embedded fonts. The layout loads nothing from outside. */
final class PdfWriter {

    private static final long IN_MEMORY = 24_000_000;

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
        // Otherwise all jars are searched for these factories, several times for each document.
        System.setProperty(SAXParserFactory.class.getName(), name(SAXParserFactory.newInstance()));
        System.setProperty(DocumentBuilderFactory.class.getName(), name(DocumentBuilderFactory.newInstance()));
        System.setProperty(TransformerFactory.class.getName(), name(TransformerFactory.newInstance()));
    }

    private static String name(Object factory) {
        return factory.getClass().getName();
    }

    private PdfWriter() {}

    static void write(Paper paper, Words words, RenderingOptions edition, OutputStream out) {
        PdfMedium medium = new PdfMedium(edition, paper.layout());
        // A combining accent would be drawn beside its letter.
        String html = Normalizer.normalize(PdfHtmlDocument.html(paper, words, edition, medium), Normalizer.Form.NFC);
        layOut(html, medium, out);
    }

    /** Lays a document out; only the medium's own photographs are loaded. */
    static void layOut(String html, PdfMedium medium, OutputStream out) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        // Beyond this size PDFBox keeps pages in temporary files.
        try (PDDocument document = new PDDocument(MemoryUsageSetting.setupMixed(IN_MEMORY).streamCache)) {
            builder.usePdfUaAccessibility(true);
            builder.usePDDocument(document);
            builder.withProducer("Convergence");
            builder.useUnicodeLineBreaker(new PdfLineBreaker(Locale.CANADA_FRENCH));
            builder.useObjectDrawerFactory(medium);
            builder.useExternalResourceAccessControl(
                    (address, type) -> medium.hasPhotograph(address),
                    ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.useExternalResourceAccessControl(
                    (address, type) -> medium.hasPhotograph(address),
                    ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
            builder.useUriResolver((base, address) -> address);
            builder.useProtocolsStreamImplementation(
                    medium, "photograph", "http", "https", "file", "classpath", "data");
            font(builder, "Sans", "ConvergenceSans-Regular", 400, FontStyle.NORMAL);
            font(builder, "Sans", "ConvergenceSans-Bold", 700, FontStyle.NORMAL);
            font(builder, "Sans", "ConvergenceSans-Italic", 400, FontStyle.ITALIC);
            font(builder, "Sans", "ConvergenceSans-BoldItalic", 700, FontStyle.ITALIC);
            font(builder, "Serif", "ConvergenceSerif-Bold", 700, FontStyle.NORMAL);
            builder.withHtmlContent(html, null);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                PdfLinkDescriptions.copyToAnnotations(document);
                document.save(new NonClosingOutputStream(out));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void font(PdfRendererBuilder builder, String family, String file, int weight, FontStyle style) {
        builder.useFont(() -> open(file), family, weight, style, true);
    }

    private static InputStream open(String file) {
        InputStream font = PdfWriter.class.getResourceAsStream("/fonts/" + file + ".ttf");
        if (font == null) {
            throw new IllegalStateException("The font is missing: " + file);
        }
        return font;
    }
}
