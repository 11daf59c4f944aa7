package org.convergence.platform.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a PDF: its pages, the strings beside them, such as its author, bookmarks, fields and comments, its form data,
 * scripts and attachments; of earlier versions too, which a file that was saved on top of itself keeps.
 */
final class PdfTexts {

    private static final int DEEPEST = 20;
    private static final int MOST_TEXT = 8 << 20;
    private static final int MOST_UNPACKED = 32 << 20;
    private static final int MOST_VERSIONS = 10;
    private static final byte[] END = {'%', '%', 'E', 'O', 'F'};

    private static final Set<COSName> TEXT_STREAMS = Set.of(COSName.METADATA, COSName.getPDFName("EmbeddedFile"));
    private static final Set<COSName> TEXT_KEYS = Set.of(COSName.JS, COSName.XFA);

    private final FileTexts texts;

    private PdfTexts(FileTexts texts) {
        this.texts = texts;
    }

    static void addTo(FileTexts texts, byte[] bytes) {
        PdfTexts reader = new PdfTexts(texts);
        List<Integer> ends = versions(bytes);
        if (ends.size() > MOST_VERSIONS) {
            texts.markIncomplete();
        }
        ends.stream().limit(MOST_VERSIONS).forEach(end -> reader.addVersion(Arrays.copyOf(bytes, end)));
        reader.addVersion(bytes);
    }

    /** Where earlier versions end; the first end of a file that is written for the web is none. */
    private static List<Integer> versions(byte[] bytes) {
        List<Integer> ends = new ArrayList<>();
        for (int at = 0; at + END.length <= bytes.length; at++) {
            if (bytes[at] == '%' && Arrays.equals(bytes, at, at + END.length, END, 0, END.length)) {
                ends.add(at + END.length);
            }
        }
        if (!ends.isEmpty()) {
            ends.remove(ends.size() - 1);
        }
        String start = new String(bytes, 0, Math.min(bytes.length, 2048), FileTexts.WINDOWS);
        if (!ends.isEmpty() && start.contains("/Linearized")) {
            ends.remove(0);
        }
        return ends;
    }

    private void addVersion(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            COSDocument objects = document.getDocument();
            addStrings(objects.getTrailer(), 0);
            boolean modest = true;
            for (COSObjectKey key : objects.getXrefTable().keySet()) {
                COSBase object = objects.getObjectFromPool(key).getObject();
                if (object instanceof COSStream stream && !isModest(stream)) {
                    modest = false;
                } else {
                    addStrings(object, 0);
                }
            }
            if (modest) {
                PageWriter pages = new PageWriter();
                new PDFTextStripper().writeText(document, pages);
                texts.add(pages.toString());
            } else {
                texts.markIncomplete();
            }
        } catch (IOException | RuntimeException closed) {
            // With a password, damaged, or too long: what could be read is searched.
            texts.markIncomplete();
        }
    }

    /** Whether a stream unpacks to a size that fits into memory; pictures are never unpacked. */
    private static boolean isModest(COSStream stream) throws IOException {
        COSBase filter = stream.getFilters() instanceof COSArray several ? several.getObject(0) : stream.getFilters();
        if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE)) || !COSName.FLATE_DECODE.equals(filter)) {
            return true;
        }
        byte[] block = new byte[1 << 13];
        int unpacked = 0;
        try (InputStream in = new InflaterInputStream(stream.createRawInputStream())) {
            for (int read = in.read(block); read >= 0 && unpacked <= MOST_UNPACKED; read = in.read(block)) {
                unpacked += read;
            }
        } catch (IOException damaged) {
            return true;
        }
        return unpacked <= MOST_UNPACKED;
    }

    private void addStrings(@Nullable COSBase value, int nested) throws IOException {
        if (value instanceof COSString string) {
            texts.add(string.getString());
        } else if (value instanceof COSArray array && nested < DEEPEST) {
            for (COSBase each : array) {
                addStrings(each, nested + 1);
            }
        } else if (value instanceof COSDictionary dictionary && nested < DEEPEST) {
            for (COSName key : dictionary.keySet()) {
                addStrings(dictionary.getItem(key), nested + 1);
                if (TEXT_KEYS.contains(key)) {
                    addStreams(dictionary.getDictionaryObject(key));
                }
            }
            // The content of a page has no type.
            if (value instanceof COSStream stream
                    && TEXT_STREAMS.stream().anyMatch(each -> each.equals(stream.getCOSName(COSName.TYPE)))) {
                addStreams(stream);
            }
        }
    }

    /** The parts of a form's data are one text. */
    private void addStreams(@Nullable COSBase value) throws IOException {
        if (value instanceof COSStream stream) {
            if (!isModest(stream)) {
                texts.markIncomplete();
                return;
            }
            try (InputStream in = stream.createInputStream()) {
                texts.addInside("", in.readNBytes(MOST_UNPACKED));
            }
        } else if (value instanceof COSArray parts) {
            for (int i = 0; i < parts.size(); i++) {
                addStreams(parts.getObject(i));
            }
        }
    }

    /** The text of the pages, up to a length. */
    private static final class PageWriter extends StringWriter {

        @Override
        public void write(String text) {
            require(text.length());
            super.write(text);
        }

        @Override
        public void write(char[] text, int from, int length) {
            require(length);
            super.write(text, from, length);
        }

        private void require(int more) {
            if (getBuffer().length() + more > MOST_TEXT) {
                throw new IllegalStateException("a PDF with too much text");
            }
        }
    }
}
