package org.convergence.plan.reading.domain.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.convergence.plan.reading.domain.text.Manuscript.FileKind;
import org.convergence.plan.reading.domain.text.PlanRefused.PlanRefusalReason;
import org.convergence.plan.reading.domain.text.ReadingBudget.ReadingLimits;
import org.jspecify.annotations.Nullable;

/** Determines the kind of a file from its content alone. */
final class FileKindRecogniser {

    private static final Set<String> WRITTEN_FOR_MACHINES =
            Set.of("application/rtf", "text/rtf", "text/html", "application/xhtml+xml", "application/postscript");
    private static final int LOOKED_AT = 1 << 16;

    /**
     * The kind of the file.
     *
     * @throws PlanRefused with the type found, if it is not a readable one
     */
    FileKind recognise(byte[] content) {
        MediaType type = detect(content);
        return switch (type.toString()) {
            case "application/pdf" -> FileKind.PDF;
            case "application/zip", "application/x-tika-ooxml" -> inZip(content);
            case "application/x-tika-msoffice" -> inOle(content);
            default -> textOr(type, content);
        };
    }

    private static MediaType detect(byte[] content) {
        try (TikaInputStream in = TikaInputStream.get(content)) {
            return MimeTypes.getDefaultMimeTypes().detect(in, new Metadata());
        } catch (IOException e) {
            throw new PlanRefused(PlanRefusalReason.UNREADABLE, e);
        }
    }

    private static FileKind inZip(byte[] content) {
        try (ZippedDocument docx = ZippedDocument.open(content, ReadingLimits.USUAL)) {
            String main = docx.mainType();
            if (main.contains("wordprocessingml") || main.contains("ms-word")) {
                return FileKind.DOCX;
            } else if (main.contains("spreadsheetml") || main.contains("ms-excel")) {
                return FileKind.WORKBOOK;
            }
            throw new PlanRefused(PlanRefusalReason.UNKNOWN_TYPE, main.isEmpty() ? "application/zip" : main);
        } catch (IOException e) {
            throw new PlanRefused(PlanRefusalReason.UNREADABLE, e);
        }
    }

    private static FileKind inOle(byte[] content) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new PlanRefused(PlanRefusalReason.ENCRYPTED);
            }
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                return FileKind.DOC;
            }
            throw new PlanRefused(PlanRefusalReason.UNKNOWN_TYPE, "application/x-tika-msoffice");
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new PlanRefused(PlanRefusalReason.UNREADABLE, e);
        }
    }

    private static FileKind textOr(MediaType type, byte[] content) {
        boolean forMachines = WRITTEN_FOR_MACHINES.contains(type.toString())
                || type.getSubtype().endsWith("xml");
        boolean named = !type.equals(MediaType.OCTET_STREAM) && !type.getType().equals("text");
        if (!forMachines && (DecodedText.detectUtf16(content) != null || looksLikeText(content, named))) {
            return FileKind.TEXT;
        }
        throw new PlanRefused(PlanRefusalReason.UNKNOWN_TYPE, type.toString());
    }

    /** Text has few control characters, and none if its first bytes look like those of another type. */
    private static boolean looksLikeText(byte[] content, boolean otherType) {
        int seen = Math.min(content.length, LOOKED_AT);
        int controls = 0;
        for (int i = 0; i < seen; i++) {
            int b = content[i] & 0xFF;
            boolean control = (b < ' ' && !(b >= '\t' && b <= '\r')) || b == 0x7F;
            controls += control ? 1 : 0;
        }
        return controls <= (otherType ? 0 : seen / 20 + 4);
    }

    /**
     * The decoded text of a plain file: UTF-8 or UTF-16 where certain, else Windows-1252.
     *
     * @param guessed nothing proves the encoding
     */
    record DecodedText(String text, boolean guessed) {

        private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

        static DecodedText decode(byte[] bytes) {
            if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
                return lenient(bytes, 3, StandardCharsets.UTF_8);
            }
            Charset wide = detectUtf16(bytes);
            if (wide != null) {
                return lenient(bytes, starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF) ? 2 : 0, wide);
            }
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return new DecodedText(text, false);
            } catch (CharacterCodingException notUtf8) {
                return new DecodedText(new String(bytes, WINDOWS_1252), true);
            }
        }

        /** UTF-16 by its byte order mark, or by the zero bytes of Latin letters. */
        static @Nullable Charset detectUtf16(byte[] bytes) {
            if (starts(bytes, 0xFF, 0xFE)) {
                return StandardCharsets.UTF_16LE;
            }
            if (starts(bytes, 0xFE, 0xFF)) {
                return StandardCharsets.UTF_16BE;
            }
            int even = 0;
            int odd = 0;
            int seen = Math.min(bytes.length, 4096) / 2 * 2;
            for (int i = 0; i < seen; i += 2) {
                even += bytes[i] == 0 ? 1 : 0;
                odd += bytes[i + 1] == 0 ? 1 : 0;
            }
            if (seen < 8 || Math.min(even, odd) > seen / 32) {
                return null;
            }
            if (odd > seen / 3) {
                return StandardCharsets.UTF_16LE;
            }
            return even > seen / 3 ? StandardCharsets.UTF_16BE : null;
        }

        private static DecodedText lenient(byte[] bytes, int from, Charset charset) {
            return new DecodedText(new String(bytes, from, bytes.length - from, charset), false);
        }

        private static boolean starts(byte[] bytes, int... marks) {
            if (bytes.length < marks.length) {
                return false;
            }
            for (int i = 0; i < marks.length; i++) {
                if ((bytes[i] & 0xFF) != marks[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
