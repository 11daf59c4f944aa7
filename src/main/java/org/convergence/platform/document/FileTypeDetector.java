package org.convergence.platform.document;

import static org.convergence.platform.document.FileRefused.FileRefusalReason.BOMB;
import static org.convergence.platform.document.FileRefused.FileRefusalReason.DAMAGED;
import static org.convergence.platform.document.FileRefused.FileRefusalReason.HEIC;
import static org.convergence.platform.document.FileRefused.FileRefusalReason.LOCKED;
import static org.convergence.platform.document.FileRefused.FileRefusalReason.MACROS;
import static org.convergence.platform.document.FileRefused.FileRefusalReason.TYPE;
import static org.convergence.platform.document.FileRefused.FileRefusalReason.WEB_PAGE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/**
 * Detects a file's type from its content. The name only distinguishes CSV from other text, which browsers treat alike.
 */
final class FileTypeDetector {

    private static final int LOOKED_AT = 1 << 16;

    /** Text formats that are executed or rendered. */
    private static final Set<String> NOT_MERELY_TEXT = Set.of(
            "application/rtf", "text/rtf", "application/postscript", "application/javascript", "text/javascript");

    private static final Map<String, DocumentType> OLE = Map.of(
            "WordDocument", DocumentType.OLD_WORD, "Workbook", DocumentType.OLD_EXCEL, "Book", DocumentType.OLD_EXCEL);

    private FileTypeDetector() {}

    /**
     * The type of a complete file.
     *
     * @param name as messages show it to the sender
     * @throws FileRefused if the type is not accepted
     */
    static DocumentType detect(Path file, String name) throws IOException {
        MediaType found;
        try (TikaInputStream in = TikaInputStream.get(file)) {
            found = MimeTypes.getDefaultMimeTypes().detect(in, new Metadata());
        }
        String type = found.toString();
        if (found.getType().equals("image") && found.getSubtype().startsWith("hei")) {
            throw new FileRefused(HEIC, name);
        }
        if (type.equals("text/html") || type.equals("application/xhtml+xml") || type.equals("image/svg+xml")) {
            throw new FileRefused(WEB_PAGE, name);
        }
        return switch (type) {
            case "image/jpeg", "image/png", "image/webp", "application/pdf" -> whole(type, file, name);
            case "application/x-tika-msoffice" -> inOle(file, name);
            case "application/zip",
                    "application/x-tika-ooxml",
                    "application/vnd.oasis.opendocument.text",
                    "application/vnd.oasis.opendocument.spreadsheet" -> new OfficeArchive(file, name).type();
            case "application/xml", "text/xml" -> xml(file, name);
            default -> text(found, file, name);
        };
    }

    private static DocumentType whole(String mediaType, Path file, String name) throws IOException {
        DocumentType type = DocumentType.ofMediaType(mediaType);
        if (type == null || !FileCompletenessCheck.isComplete(file, type)) {
            throw new FileRefused(DAMAGED, name);
        }
        return type;
    }

    private static DocumentType inOle(Path file, String name) {
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new FileRefused(LOCKED, name);
            }
            for (Entry entry : root) {
                DocumentType type = OLE.get(entry.getName());
                if (type != null) {
                    try (InputStream all = root.createDocumentInputStream(entry)) {
                        // A truncated file may still have its directory, but not the contents.
                        all.transferTo(OutputStream.nullOutputStream());
                    }
                    return type;
                }
            }
            throw new FileRefused(TYPE, name);
        } catch (FileRefused refused) {
            throw refused;
        } catch (IOException | RuntimeException damaged) {
            throw new FileRefused(DAMAGED, name);
        }
    }

    /** A document type declaration could hide entities and external files, and is refused. */
    private static DocumentType xml(Path file, String name) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.DTD) {
                    throw new FileRefused(TYPE, name);
                }
            }
            return DocumentType.XML;
        } catch (XMLStreamException damaged) {
            throw new FileRefused(DAMAGED, name);
        }
    }

    private static DocumentType text(MediaType found, Path file, String name) throws IOException {
        boolean more = NOT_MERELY_TEXT.contains(found.toString())
                || found.getSubtype().endsWith("xml")
                || !looksLikeText(file);
        if (more) {
            throw new FileRefused(TYPE, name);
        }
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? DocumentType.CSV : DocumentType.TEXT;
    }

    /** Text has no control characters other than white space; UTF-16 text begins with a byte order mark. */
    private static boolean looksLikeText(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(LOOKED_AT);
        }
        if (start.length >= 2 && (begins(start, 0xFE, 0xFF) || begins(start, 0xFF, 0xFE))) {
            return true;
        }
        for (byte b : start) {
            int letter = b & 0xFF;
            if (letter == 0x7F || (letter < ' ' && (letter < '\t' || letter > '\r') && letter != 0x1B)) {
                return false;
            }
        }
        return true;
    }

    private static boolean begins(byte[] bytes, int first, int second) {
        return (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /**
     * A Word, Excel or OpenDocument file, which is a zip archive. It is unpacked once without storing anything, since its
     * declared sizes cannot be trusted: an archive that unpacks to an excessive size is refused.
     */
    private record OfficeArchive(Path file, String name) {

        private static final int MOST_ENTRIES = 10_000;
        private static final long MOST_UNPACKED = 250_000_000;
        private static final int LONGEST_WORD = 1 << 20;

        DocumentType type() {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                requireModest(zip);
                DocumentType odf = DocumentType.ofMediaType(word(zip, "mimetype"));
                return odf == DocumentType.ODT || odf == DocumentType.ODS
                        ? odf
                        : office(word(zip, "[Content_Types].xml"));
            } catch (IOException | IllegalArgumentException damaged) {
                throw new FileRefused(DAMAGED, name);
            }
        }

        private DocumentType office(String types) {
            if (types.contains("macroEnabled") || types.contains("ms-office.vbaProject")) {
                throw new FileRefused(MACROS, name);
            } else if (types.contains("wordprocessingml.document.main+xml")) {
                return DocumentType.WORD;
            } else if (types.contains("spreadsheetml.sheet.main+xml")) {
                return DocumentType.EXCEL;
            }
            throw new FileRefused(TYPE, name);
        }

        private void requireModest(ZipFile zip) throws IOException {
            if (zip.size() > MOST_ENTRIES) {
                throw new FileRefused(BOMB, name);
            }
            byte[] block = new byte[1 << 16];
            long unpacked = 0;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(block); read >= 0; read = in.read(block)) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED) {
                            throw new FileRefused(BOMB, name);
                        }
                    }
                }
            }
        }

        private static String word(ZipFile zip, String entry) throws IOException {
            ZipEntry found = zip.getEntry(entry);
            if (found == null) {
                return "";
            }
            try (InputStream in = zip.getInputStream(found)) {
                return new String(in.readNBytes(LONGEST_WORD), StandardCharsets.UTF_8).strip();
            }
        }
    }
}
