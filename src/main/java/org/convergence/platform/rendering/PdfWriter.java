package org.convergence.platform.rendering;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.TransformerFactory;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.convergence.platform.rendering.WordWriter.NonClosingOutputStream;
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
        layOut(html(paper, words, edition, medium), medium, out);
    }

    /** How many pages the paper takes. Drawing and writing them, which is left out, takes most of the time. */
    static int countPages(Paper paper, Words words, RenderingOptions edition) {
        PdfMedium medium = new PdfMedium(edition, paper.layout());
        AtomicInteger pages = new AtomicInteger();
        layOut(html(paper, words, edition, medium), medium, (renderer, document) -> {
            renderer.layout();
            pages.set(renderer.getRootBox().getLayer().getPages().size());
        });
        return pages.get();
    }

    private static String html(Paper paper, Words words, RenderingOptions edition, PdfMedium medium) {
        // A combining accent would be drawn beside its letter.
        return Normalizer.normalize(
                PdfHtmlDocument.html(paper.withBoundNumbers(), words, edition, medium), Normalizer.Form.NFC);
    }

    static void layOut(String html, PdfMedium medium, OutputStream out) {
        layOut(html, medium, (renderer, document) -> {
            renderer.createPDFWithoutClosing();
            copyToAnnotations(document);
            document.save(new NonClosingOutputStream(out));
        });
    }

    private interface PdfUse {
        void use(PdfBoxRenderer renderer, PDDocument document) throws IOException;
    }

    /** Lays a document out; only the medium's own photographs are loaded. */
    private static void layOut(String html, PdfMedium medium, PdfUse use) {
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
                use.use(renderer, document);
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

    /**
     * The layout writes the title of a link as alternative text of its structure element only; PDF/UA-1 (ISO 14289-1,
     * 7.18.5) also asks for it in the annotation.
     */
    private static void copyToAnnotations(PDDocument document) throws IOException {
        PDNumberTreeNode parents =
                document.getDocumentCatalog().getStructureTreeRoot().getParentTree();
        Map<Integer, COSObjectable> elements = parents.getNumbers();
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                COSObjectable element = elements.get(annotation.getStructParent());
                if (annotation instanceof PDAnnotationLink
                        && element != null
                        && element.getCOSObject() instanceof COSDictionary link) {
                    annotation.setContents(link.getString(COSName.ALT));
                }
            }
        }
    }

    /**
     * Finds line breaks by the rules of the language, but never after an apostrophe within a word (« l’école », “don’t”),
     * nor between two years (« 2026-2027 »).
     */
    static final class PdfLineBreaker implements FSTextBreaker {

        private final FSTextBreaker breaks;
        private String text = "";

        PdfLineBreaker(Locale language) {
            this.breaks = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(language));
        }

        @Override
        public void setText(String text) {
            this.text = text;
            breaks.setText(text);
        }

        @Override
        public int next() {
            int at = breaks.next();
            while (at != BreakIterator.DONE && isWithinWord(at)) {
                at = breaks.next();
            }
            return at;
        }

        private boolean isWithinWord(int at) {
            if (at < 2 || at >= text.length()) {
                return false;
            }
            char last = text.charAt(at - 1);
            char before = text.charAt(at - 2);
            return last == '’'
                    ? Character.isLetter(before)
                    : last == '-' && Character.isDigit(before) && Character.isDigit(text.charAt(at));
        }
    }
}
