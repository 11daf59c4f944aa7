package org.convergence.plan.reading.domain.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.convergence.plan.reading.domain.text.PlanRefused.PlanRefusalReason;
import org.convergence.plan.reading.domain.text.ReadingBudget.ReadingLimits;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a Word file or a workbook, unpacked one by one within the limits: both the bytes read and the sizes in
 * the directory count, so that a small file cannot fill the memory.
 */
final class ZippedDocument implements AutoCloseable {

    /** Largest compression ratio of text; only blank pictures exceed it, and they are small. */
    private static final int LARGEST_RATIO = 100;

    private static final long SUSPICIOUS = 10L * 1024 * 1024;
    private static final String MAIN = "main+xml";

    private final ZipFile zip;
    private final long allowed;
    private long unpacked;

    private ZippedDocument(ZipFile zip, long allowed) {
        this.zip = zip;
        this.allowed = allowed;
    }

    static ZippedDocument open(byte[] content, ReadingLimits limits) throws IOException {
        ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get();
        long announced = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            announced += Math.max(0, entry.getSize());
            boolean blown = entry.getSize() > 5 * SUSPICIOUS
                    && entry.getSize() / LARGEST_RATIO > Math.max(1, entry.getCompressedSize());
            if (blown || announced > limits.unpackedBytes()) {
                throw new PlanRefused(PlanRefusalReason.BOMB);
            }
        }
        return new ZippedDocument(zip, limits.unpackedBytes());
    }

    /** The content type of the main part, or empty. */
    String mainType() throws IOException {
        return main()[1];
    }

    /** The path of the main part. */
    String mainPath() throws IOException {
        return main()[0];
    }

    private String[] main() throws IOException {
        try (XmlPart types = part("[Content_Types].xml")) {
            while (types != null && types.next()) {
                String type = types.isStartOf("Override") ? types.attribute("ContentType") : null;
                String path = type == null ? null : types.attribute("PartName");
                if (type != null && path != null && type.endsWith(MAIN)) {
                    return new String[] {path.startsWith("/") ? path.substring(1) : path, type};
                }
            }
        }
        return new String[] {"", ""};
    }

    /** The paths that match, in order. */
    List<String> paths(Pattern pattern) {
        return Collections.list(zip.getEntries()).stream()
                .map(ZipArchiveEntry::getName)
                .filter(name -> pattern.matcher(name).matches())
                .sorted()
                .toList();
    }

    /** A part to read, or null if there is none of that name. */
    @Nullable
    XmlPart part(String path) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(path);
        if (entry == null) {
            return null;
        }
        InputStream in = new MeasuredStream(zip.getInputStream(entry), Math.max(1, entry.getCompressedSize()));
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            return new XmlPart(reader, in);
        } catch (XMLStreamException e) {
            in.close();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class MeasuredStream extends FilterInputStream {

        private final long packed;
        private long own;

        MeasuredStream(InputStream in, long packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            int n = super.read(b, off, len);
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) {
            own += n;
            unpacked += n;
            if (unpacked > allowed || (own > SUSPICIOUS && own / LARGEST_RATIO > packed)) {
                throw new PlanRefused(PlanRefusalReason.BOMB);
            }
        }
    }
}
