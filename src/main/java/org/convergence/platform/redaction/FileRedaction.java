package org.convergence.platform.redaction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Lets something else stand for names in a file: in plain text, and in the texts of Word, Excel and OpenDocument files as long
 * as a name stands in one piece there. What another made (a PDF, a scan, an old Word or Excel file) is not written anew.
 */
final class FileRedaction {

    private static final Set<String> PLAIN = Set.of("text/csv", "text/plain", "message/rfc822", "text/calendar");
    private static final Set<String> OLD = Set.of("application/msword", "application/vnd.ms-excel");
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern BLOCK_END = Pattern.compile("</(?:w:p|text:p|text:h|a:p|row|c|si)>");

    private FileRedaction() {}

    /**
     * What became of a file.
     *
     * @param bytes as they are to be kept
     * @param left whether a name still stands there
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Redacted(byte[] bytes, boolean left) {}

    /** The file without the names; empty where it holds none, as far as it can be read. */
    static Optional<Redacted> of(String mediaType, byte[] bytes, NamePattern names, String standIn) {
        if (PLAIN.contains(mediaType)) {
            Charset charset = charset(bytes);
            String text = new String(bytes, charset);
            String said = names.instead(text, standIn);
            return said.equals(text) ? Optional.empty() : Optional.of(new Redacted(said.getBytes(charset), false));
        }
        if (OLD.contains(mediaType)) {
            // Such a file holds its texts in one of these two ways, beginning at any byte.
            return Stream.of(
                            new String(bytes, WINDOWS),
                            new String(bytes, StandardCharsets.UTF_16LE),
                            new String(
                                    bytes,
                                    Math.min(1, bytes.length),
                                    Math.max(0, bytes.length - 1),
                                    StandardCharsets.UTF_16LE))
                    .filter(text -> names.compiled().matcher(text).find())
                    .findFirst()
                    .map(text -> new Redacted(bytes, true));
        }
        if (mediaType.equals("application/pdf")) {
            return PdfText.of(bytes)
                    .filter(text -> names.compiled().matcher(text).find())
                    .map(text -> new Redacted(bytes, true));
        }
        if (mediaType.contains("openxmlformats") || mediaType.contains("opendocument")) {
            return packed(bytes, names, standIn);
        }
        return Optional.empty();
    }

    private static Optional<Redacted> packed(byte[] bytes, NamePattern names, String standIn) {
        var out = new ByteArrayOutputStream();
        boolean found = false;
        boolean left = false;
        try (var in = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
                var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
                    String text = new String(content, StandardCharsets.UTF_8);
                    String said = names.instead(text, standIn);
                    boolean still = names.compiled().matcher(shown(said)).find();
                    found |= still || !said.equals(text);
                    left |= still;
                    content = said.getBytes(StandardCharsets.UTF_8);
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(content);
                zip.closeEntry();
            }
        } catch (IOException damaged) {
            return Optional.empty();
        }
        return found ? Optional.of(new Redacted(out.toByteArray(), left)) : Optional.empty();
    }

    /** As one reads it: pieces of a line run on, blocks are apart. */
    private static String shown(String xml) {
        return TAG.matcher(BLOCK_END.matcher(xml).replaceAll("\n")).replaceAll("");
    }

    /** How a plain text is written: spreadsheets of Windows save theirs in its own letters. */
    private static Charset charset(byte[] bytes) {
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
}
