package org.convergence.platform.redaction;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.Tika;

/**
 * The texts of one file, as far as they can be read within limits of memory, and whether that is all of them. What is
 * inside another file is read by its content, whatever type its sender declared. Pictures and sounds are passed over.
 */
final class FileTexts {

    static final Charset WINDOWS = Charset.forName("windows-1252");

    /** So many bytes of a text, or characters of all texts of a file, are searched: half of the least memory is enough. */
    private static final int MOST = 16 << 20;

    /** So many bytes are unpacked of one file, those of the files inside it included. */
    static final long MOST_UNPACKED = 256L << 20;

    private static final int DEEPEST_PART = 20;
    private static final int DEEPEST_FILE = 4;

    private static final Set<String> PLAIN = Set.of(
            "text/csv",
            "text/plain",
            "text/html",
            "text/markdown",
            "message/rfc822",
            "text/calendar",
            "application/xml");
    private static final Set<String> OLD = Set.of("application/msword", "application/vnd.ms-excel");
    private static final Set<String> METAFILES = Set.of("image/emf", "image/wmf", "application/x-msmetafile");
    private static final Set<String> MUTE = Set.of("image", "font", "audio", "video");

    private static final String BASE64 = "^content-transfer-encoding:[ \\t]*base64";
    private static final Pattern BASE64_PART = Pattern.compile(BASE64, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern ENCODED =
            Pattern.compile("=\\?[^?\\s]+\\?b\\?|" + BASE64, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    /** Encodings of other kinds that are left to a person, as are UTF-32 and the escapes of RTF. */
    private static final Pattern CLOSED = Pattern.compile(
            "\\A\\{\\\\rtf|\0|^begin(?:-base64)? [0-7]{3,4} \\S|;base64,(?<!data:image/.{1,12};base64,)|;encoding=b(?:ase64)?[;:]"
                    + "|^content-transfer-encoding:[ \\t]*x?-?uu",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private static final Tika TYPES = new Tika();

    private final List<String> texts = new ArrayList<>();
    private int length;
    private boolean whole = true;
    private int base64Parts;
    private int inside;
    private long unpackable = MOST_UNPACKED;

    private FileTexts() {}

    /** Reads a file of a stored type. */
    static FileTexts read(String mediaType, byte[] bytes) {
        FileTexts read = new FileTexts();
        try {
            read.addFile(mediaType, bytes);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError failed) {
            // One file must not stop the search of the others; what was read of it is searched.
            read.whole = false;
        }
        return read;
    }

    private void addFile(String mediaType, byte[] bytes) {
        if (PLAIN.contains(mediaType)) {
            addPlain(bytes);
        } else if (OLD.contains(mediaType)) {
            addBinary(bytes);
        } else if (mediaType.equals("application/pdf")) {
            PdfTexts.addTo(this, bytes);
        } else if (isPackage(mediaType)) {
            OfficePackage.read(bytes, this);
        }
    }

    static boolean isPlain(String mediaType) {
        return PLAIN.contains(mediaType);
    }

    static boolean isPackage(String mediaType) {
        return mediaType.contains("openxmlformats") || mediaType.contains("opendocument");
    }

    List<String> texts() {
        return texts;
    }

    /** Whether nothing of the file was left unread, pictures apart. */
    boolean isWhole() {
        return whole;
    }

    void markIncomplete() {
        whole = false;
    }

    void add(String text) {
        if (length + text.length() > MOST) {
            whole = false;
        } else {
            length += text.length();
            texts.add(text);
        }
    }

    /** Whether so many bytes more may be unpacked. */
    boolean mayUnpack(int bytes) {
        unpackable -= bytes;
        return unpackable >= 0;
    }

    /** Adds the texts of a file inside this one, by its content and its name. */
    void addInside(String name, byte[] bytes) {
        if (inside == DEEPEST_FILE) {
            whole = false;
            return;
        }
        inside++;
        addByContent(TYPES.detect(bytes, name), bytes);
        inside--;
    }

    private void addByContent(String type, byte[] bytes) {
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K') {
            OfficePackage.read(bytes, this);
        } else if (type.equals("application/pdf")) {
            PdfTexts.addTo(this, bytes);
        } else if (OLD.contains(type) || METAFILES.contains(type) || type.contains("tika-msoffice")) {
            addBinary(bytes);
        } else if (isText(bytes)) {
            addPlain(bytes);
        } else if (!MUTE.contains(type.substring(0, type.indexOf('/')))) {
            addBinary(bytes);
            whole = false;
        }
    }

    /** A binary file stores text in one of these encodings, starting at any byte; a file packed within it stays closed. */
    void addBinary(byte[] bytes) {
        if (bytes.length > MOST / 2) {
            whole = false;
            return;
        }
        String text = new String(bytes, WINDOWS);
        whole &= !text.contains("PK\u0003\u0004") && !text.contains("%PDF-");
        add(text);
        add(new String(bytes, StandardCharsets.UTF_16LE));
        int from = Math.min(1, bytes.length);
        add(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_16LE));
    }

    private void addPlain(byte[] bytes) {
        if (bytes.length > MOST) {
            whole = false;
            return;
        }
        String text = new String(bytes, charset(bytes));
        add(text);
        whole &= !CLOSED.matcher(text).find();
        if (ENCODED.matcher(text).find()) {
            addMail(text);
        }
    }

    /**
     * The texts of a mail that are written in Base64: its header lines, parts and attachments. They are searched, and not
     * rewritten. Parts in Base64 that belong to no mail, as in a text that quotes one, stay unread.
     */
    private void addMail(String text) {
        int before = base64Parts;
        try {
            var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            addPart(new MimeMessage(Session.getInstance(new Properties()), bytes), 0);
        } catch (MessagingException | IOException damaged) {
            whole = false;
        }
        whole &= base64Parts - before >= BASE64_PART.matcher(text).results().count();
    }

    private void addPart(Part part, int depth) throws MessagingException, IOException {
        for (Header header : Collections.list(part.getAllHeaders())) {
            add(MimeUtility.decodeText(MimeUtility.unfold(header.getValue())));
            base64Parts += BASE64_PART
                            .matcher(header.getName() + ": " + header.getValue())
                            .find()
                    ? 1
                    : 0;
        }
        if (depth == DEEPEST_PART) {
            whole = false;
        } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                addPart(parts.getBodyPart(i), depth + 1);
            }
        } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof Part mail) {
            addPart(mail, depth + 1);
        } else {
            addContent(part);
        }
    }

    private void addContent(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/*")) {
            try {
                if (part.getContent() instanceof String text) {
                    add(text);
                    return;
                }
            } catch (IOException unknownCharset) {
                whole = false;
            }
        }
        try (InputStream in = part.getInputStream()) {
            byte[] bytes = in.readNBytes(MOST);
            String name = part.getFileName();
            addInside(name == null ? "" : name, bytes);
        }
    }

    /** Whether it has no control characters, or a mark of UTF-16. */
    static boolean isText(byte[] bytes) {
        if (isUtf16(bytes)) {
            return true;
        }
        for (byte each : bytes) {
            if (each >= 0 && each < ' ' && (each < '\t' || each > '\r') && each != 0x1b) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1
                && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xfe + 0xff
                && bytes[0] != bytes[1]
                && ((bytes[0] & 0xff) == 0xfe || (bytes[0] & 0xff) == 0xff);
    }

    /** The encoding of plain text: spreadsheets of Windows save theirs in Windows-1252. */
    static Charset charset(byte[] bytes) {
        if (isUtf16(bytes)) {
            return (bytes[0] & 0xff) == 0xfe ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        // In pieces, since the characters are not needed.
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer piece = CharBuffer.allocate(1 << 13);
        while (true) {
            CoderResult result = decoder.decode(in, piece, true);
            if (result.isError()) {
                return WINDOWS;
            }
            if (result.isUnderflow()) {
                return StandardCharsets.UTF_8;
            }
            piece.clear();
        }
    }
}
