package org.convergence.platform.redaction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a Word, Excel or OpenDocument file, and of the packages inside it: read, or rewritten. One part at a time is
 * in memory; a larger one than a limit is copied unread.
 */
final class OfficePackage {

    /** So many bytes of a text are unpacked. */
    static final int MOST_TEXT = 8 << 20;

    private static final int MOST_FILE = 24 << 20;
    private static final int START = 1 << 12;
    private static final int DEEPEST = 3;

    /** Parts of a workbook that name sheets and columns of tables. */
    private static final Pattern STRUCTURE = Pattern.compile("^xl/(?:workbook\\.xml|tables/|pivotCache/.*Definition)");

    private static final Pattern WITH_FORMULAS = Pattern.compile("^xl/(?:worksheets|charts)/[^/]*\\.xml$");
    private static final Pattern FORMULA = Pattern.compile("<(?:\\w+:)?f(?:\\s[^>]*)?>([^<]*)</");

    private final UnaryOperator<String> replaced;
    private final @Nullable FileTexts texts;
    private long unpackable = FileTexts.MOST_UNPACKED;

    private OfficePackage(UnaryOperator<String> replaced, @Nullable FileTexts texts) {
        this.replaced = replaced;
        this.texts = texts;
    }

    /** Adds the texts of a package. */
    static void read(byte[] bytes, FileTexts texts) {
        UnaryOperator<String> read = text -> {
            texts.add(text);
            return text;
        };
        try {
            new OfficePackage(read, texts).copy(bytes, OutputStream.nullOutputStream(), 0);
        } catch (IOException damaged) {
            texts.markIncomplete();
        }
    }

    /** The package with its texts rewritten; empty if nothing changes, or it cannot be rewritten. */
    static Optional<byte[]> rewrite(byte[] bytes, UnaryOperator<String> replaced) {
        try {
            return new OfficePackage(replaced, null).rewrite(bytes, 0);
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> rewrite(byte[] bytes, int depth) throws IOException {
        var out = new ByteArrayOutputStream();
        return copy(bytes, out, depth) ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    /** Copies all parts; answers whether one changed. */
    private boolean copy(byte[] bytes, OutputStream out, int depth) throws IOException {
        boolean changed = false;
        // By its directory: the sizes in front of the parts are missing in files that were written in one go.
        try (ZipFile in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                        .get();
                var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.setLevel(texts == null ? 6 : 0);
            if (texts == null && isNamedByStructure(in)) {
                return false;
            }
            SharedStrings shared = SharedStrings.read(in, MOST_TEXT);
            for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                if (shared.isStrings(entry.getName())) {
                    continue;
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream part = in.getInputStream(entry)) {
                    changed |= copyPart(entry.getName(), part, zip, shared, depth);
                }
                zip.closeEntry();
            }
            changed |= shared.write(zip, replaced);
        }
        return changed;
    }

    /**
     * Whether a sheet, a table or a formula of a workbook bears a name that would be replaced. It stays whole, for a person:
     * a sheet of another name than its formulas ask for is damaged, and so are two sheets of one name.
     */
    private boolean isNamedByStructure(ZipFile in) throws IOException {
        for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
            boolean named = STRUCTURE.matcher(entry.getName()).find();
            if (named || WITH_FORMULAS.matcher(entry.getName()).find()) {
                try (InputStream part = in.getInputStream(entry)) {
                    byte[] content = part.readNBytes(MOST_TEXT);
                    String read = new String(content, FileTexts.charset(content));
                    boolean bears = named
                            ? !replaced.apply(read).equals(read)
                            : FORMULA.matcher(read).results().anyMatch(each -> bearsName(each.group(1)));
                    if (bears) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Apostrophes are doubled in formulas. */
    private boolean bearsName(String formula) {
        String read = formula.replace("''", "'");
        return !replaced.apply(read).equals(read);
    }

    private boolean copyPart(String name, InputStream in, OutputStream out, SharedStrings shared, int depth)
            throws IOException {
        byte[] start = in.readNBytes(START);
        boolean markup = isMarkup(start);
        boolean text = markup || FileTexts.isText(start);
        int most = text ? MOST_TEXT : MOST_FILE;
        byte[] content = concat(start, in.readNBytes(most - START));
        byte[] next = in.readNBytes(1);
        if (next.length > 0 || !mayUnpack(content.length)) {
            // Far more than a person writes: a table of a hundred thousand rows, or a picture.
            incomplete();
            out.write(content);
            out.write(next);
            copyRest(in, out);
            return false;
        }
        if (markup) {
            Charset charset = FileTexts.charset(content);
            String read = new String(content, charset);
            String rewritten = shared.rewrite(name, read, replaced, MOST_TEXT);
            String said = rewritten.equals(read) ? read : NumberCell.mend(name, rewritten);
            if (texts != null && name.endsWith("manifest.xml") && read.contains("encryption-data")) {
                incomplete();
            }
            out.write(said.equals(read) ? content : said.getBytes(charset));
            return !said.equals(read);
        }
        byte[] said = other(name, content, text, depth);
        out.write(said);
        return said != content;
    }

    /** A text, a package or another file inside this one; only the first two are rewritten. */
    private byte[] other(String name, byte[] content, boolean text, int depth) throws IOException {
        if (texts != null) {
            String last = name.substring(name.lastIndexOf('/') + 1);
            texts.add(last);
            if (last.endsWith(".bin") && !text && content[0] != 'P' && content[0] != '%') {
                // The settings of a printer, or an object of another program.
                texts.addBinary(content);
            } else {
                texts.addInside(last, content);
            }
            return content;
        }
        if (text) {
            Charset charset = FileTexts.charset(content);
            String read = new String(content, charset);
            String said = replaced.apply(read);
            return said.equals(read) ? content : said.getBytes(charset);
        }
        boolean inner = content.length > 1 && content[0] == 'P' && content[1] == 'K' && depth < DEEPEST;
        return inner ? rewrite(content, depth + 1).orElse(content) : content;
    }

    private void copyRest(InputStream in, OutputStream out) throws IOException {
        byte[] block = new byte[1 << 13];
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            if (!mayUnpack(read)) {
                throw new IOException("a package that unpacks to too much");
            }
            out.write(block, 0, read);
        }
    }

    private boolean mayUnpack(int bytes) {
        if (texts != null) {
            return texts.mayUnpack(bytes);
        }
        unpackable -= bytes;
        return unpackable >= 0;
    }

    private void incomplete() {
        if (texts != null) {
            texts.markIncomplete();
        }
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /** Whether a part is XML, whatever its name: a mark of the encoding and blanks may stand before. */
    private static boolean isMarkup(byte[] content) {
        int at = 0;
        while (at < content.length && " \t\r\n\0\u00ef\u00bb\u00bf\u00fe\u00ff".indexOf(content[at] & 0xff) >= 0) {
            at++;
        }
        return at < content.length && content[at] == '<';
    }
}
