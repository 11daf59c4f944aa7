package org.convergence.platform.redaction;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces names in a file: in plain text, and in the texts of Word, Excel and OpenDocument files, even split into
 * several runs. Base64 in mails, PDF files, scans, old Word and Excel files are not rewritten.
 */
final class FileRewriter {

    private static final Set<String> PLAIN = Set.of(
            "text/csv",
            "text/plain",
            "text/html",
            "text/markdown",
            "message/rfc822",
            "text/calendar",
            "application/xml");
    private static final Set<String> OLD = Set.of("application/msword", "application/vnd.ms-excel");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final Pattern ENCODED = Pattern.compile(
            "=\\?[^?\\s]+\\?b\\?|^content-transfer-encoding:\\s*base64", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern EMBEDDED =
            Pattern.compile("\\.(?:xls|doc|ppt)[xm]$|\\.od[tsp]$", Pattern.CASE_INSENSITIVE);
    private static final int DEEPEST = 20;
    private static final int DEEPEST_PACKAGE = 3;
    /** So many bytes are unpacked of one file, those within its files included. */
    private static final int MOST_UNPACKED = 100 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(FileRewriter.class);

    private FileRewriter() {}

    /** The texts of a file, as far as it can be read. */
    static List<String> extractTexts(String mediaType, byte[] bytes) {
        if (PLAIN.contains(mediaType)) {
            String text = new String(bytes, charset(bytes));
            List<String> texts = new ArrayList<>(List.of(text));
            texts.addAll(decode(text));
            return texts;
        }
        if (OLD.contains(mediaType)) {
            // Such a file stores text in one of these two encodings, starting at any byte.
            return List.of(
                    new String(bytes, WINDOWS),
                    new String(bytes, StandardCharsets.UTF_16LE),
                    new String(
                            bytes,
                            Math.min(1, bytes.length),
                            Math.max(0, bytes.length - 1),
                            StandardCharsets.UTF_16LE));
        }
        if (mediaType.equals("application/pdf")) {
            return extract(bytes);
        }
        List<String> texts = new ArrayList<>();
        if (isPacked(mediaType)) {
            packed(
                    bytes,
                    text -> {
                        texts.add(text);
                        return text;
                    },
                    0,
                    new AtomicInteger(MOST_UNPACKED));
        }
        return texts;
    }

    private static boolean isPacked(String mediaType) {
        return mediaType.contains("openxmlformats") || mediaType.contains("opendocument");
    }

    /** The file with its texts rewritten; empty if nothing changes, or it cannot be rewritten. */
    static Optional<byte[]> rewrite(String mediaType, byte[] bytes, UnaryOperator<String> replaced) {
        if (PLAIN.contains(mediaType)) {
            Charset charset = charset(bytes);
            String text = new String(bytes, charset);
            String said = replaced.apply(text);
            return said.equals(text) ? Optional.empty() : Optional.of(said.getBytes(charset));
        }
        return isPacked(mediaType) ? packed(bytes, replaced, 0, new AtomicInteger(MOST_UNPACKED)) : Optional.empty();
    }

    private static Optional<byte[]> packed(
            byte[] bytes, UnaryOperator<String> replaced, int depth, AtomicInteger unread) {
        var out = new ByteArrayOutputStream();
        boolean changed = false;
        try (var in = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
                var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            SharedStrings shared = SharedStrings.read(bytes, unread.get());
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readNBytes(unread.get() + 1);
                if (unread.addAndGet(-content.length) < 0) {
                    unread.set(0);
                    LOG.warn("A packed file is too large to be searched for names to its end");
                    return Optional.empty();
                }
                if (shared.isStrings(entry.getName())) {
                    continue;
                }
                if (isMarkup(content)) {
                    Charset charset = charset(content);
                    String text = new String(content, charset);
                    String said = shared.rewrite(entry.getName(), text, replaced, unread.get() / 4);
                    changed |= !said.equals(text);
                    content = said.equals(text) ? content : said.getBytes(charset);
                } else if (depth < DEEPEST_PACKAGE
                        && EMBEDDED.matcher(entry.getName()).find()) {
                    Optional<byte[]> embedded = packed(content, replaced, depth + 1, unread);
                    changed |= embedded.isPresent();
                    content = embedded.orElse(content);
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(content);
                zip.closeEntry();
            }
            changed |= shared.write(zip, replaced);
        } catch (IOException damaged) {
            return Optional.empty();
        }
        return changed ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    /** Whether a part of a packed file is XML, whatever its name: a mark of the encoding and blanks may stand before. */
    private static boolean isMarkup(byte[] content) {
        int at = 0;
        while (at < content.length && " \t\r\n\0\u00ef\u00bb\u00bf\u00fe\u00ff".indexOf(content[at] & 0xff) >= 0) {
            at++;
        }
        return at < content.length && content[at] == '<';
    }

    /** The encoding of plain text: spreadsheets of Windows save theirs in Windows-1252. */
    static Charset charset(byte[] bytes) {
        if (bytes.length > 1 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xfe + 0xff) {
            return (bytes[0] & 0xff) == 0xfe ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException other) {
            return WINDOWS;
        }
    }

    /**
     * The texts of a mail kept as a file that are written in Base64: its header lines, parts and attachments, decoded.
     * They are searched, and not rewritten. Empty for a file without Base64, or that is no mail.
     */
    private static List<String> decode(String text) {
        if (!ENCODED.matcher(text).find()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        try {
            var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            addPart(new MimeMessage(Session.getInstance(new Properties()), bytes), 0, texts);
        } catch (MessagingException | IOException damaged) {
            // What could be decoded is searched.
        }
        return texts;
    }

    private static void addPart(Part part, int depth, List<String> texts) throws MessagingException, IOException {
        for (Header header : Collections.list(part.getAllHeaders())) {
            texts.add(MimeUtility.decodeText(MimeUtility.unfold(header.getValue())));
        }
        Object content = part.getContent();
        if (content instanceof String text) {
            texts.add(text);
        } else if (content instanceof Multipart parts && depth < DEEPEST) {
            for (int i = 0; i < parts.getCount(); i++) {
                addPart(parts.getBodyPart(i), depth + 1, texts);
            }
        } else if (content instanceof Part mail && depth < DEEPEST) {
            addPart(mail, depth + 1, texts);
        } else if (content instanceof InputStream file && depth < DEEPEST) {
            texts.addAll(extractTexts(new ContentType(part.getContentType()).getBaseType(), file.readAllBytes()));
        }
    }

    /**
     * The texts of a PDF: its pages, and the strings beside them, such as its author, bookmarks, fields, comments and the
     * names of its attachments; empty if damaged.
     */
    private static List<String> extract(byte[] bytes) {
        List<String> texts = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(bytes)) {
            texts.add(new PDFTextStripper().getText(document));
            COSDocument objects = document.getDocument();
            addStrings(objects.getTrailer(), 0, texts);
            for (COSObjectKey key : objects.getXrefTable().keySet()) {
                addStrings(objects.getObjectFromPool(key).getObject(), 0, texts);
            }
        } catch (IOException | RuntimeException damaged) {
            // What could be read is searched.
        }
        return texts;
    }

    private static void addStrings(@Nullable COSBase value, int depth, List<String> texts) throws IOException {
        if (value instanceof COSString string) {
            texts.add(string.getString());
        } else if (value instanceof COSArray array && depth < DEEPEST) {
            for (COSBase each : array) {
                addStrings(each, depth + 1, texts);
            }
        } else if (value instanceof COSDictionary dictionary && depth < DEEPEST) {
            for (COSBase each : dictionary.getValues()) {
                addStrings(each, depth + 1, texts);
            }
            if (value instanceof COSStream stream && COSName.METADATA.equals(stream.getCOSName(COSName.TYPE))) {
                try (InputStream metadata = stream.createInputStream()) {
                    byte[] bytes = metadata.readAllBytes();
                    texts.add(new String(bytes, charset(bytes)));
                }
            }
        }
    }
}
