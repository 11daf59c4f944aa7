package org.convergence.platform.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files of each kind, good and bad, made by the usual libraries. */
public final class SampleFiles {

    private SampleFiles() {}

    /** Writes the bytes of a file. */
    @FunctionalInterface
    public interface ByteWriter {
        void to(ByteArrayOutputStream out) throws Exception;
    }

    public static byte[] made(ByteWriter writing) {
        var out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /** Red above, blue below, so that its orientation is visible. */
    public static BufferedImage picture(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width, height / 2);
        pen.setColor(Color.BLUE);
        pen.fillRect(0, height / 2, width, height - height / 2);
        pen.dispose();
        return image;
    }

    public static byte[] jpeg(int width, int height) {
        return made(out -> ImageIO.write(picture(width, height), "jpeg", out));
    }

    public static byte[] png(int width, int height) {
        return made(out -> ImageIO.write(picture(width, height), "png", out));
    }

    /** As a phone writes it: with orientation, camera and place. */
    public static byte[] photograph(int width, int height, int orientation) {
        return made(out -> {
            var all = new TiffOutputSet();
            var root = all.getOrCreateRootDirectory();
            root.add(TiffTagConstants.TIFF_TAG_ORIENTATION, (short) orientation);
            root.add(TiffTagConstants.TIFF_TAG_MAKE, "Téléphone de Camille");
            all.getOrCreateExifDirectory().add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, "2026:03:10 14:30:00");
            all.setGpsInDegrees(-73.5673, 45.5017);
            new ExifRewriter().updateExifMetadataLossless(jpeg(width, height), out, all);
        });
    }

    /** The smallest WebP there is. */
    public static byte[] webp() {
        return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    }

    /** Only its header declares this number of pixels. */
    public static byte[] pngBomb(int width, int height) {
        return made(out -> {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
            var head = new ByteArrayOutputStream();
            var data = new java.io.DataOutputStream(head);
            data.writeInt(width);
            data.writeInt(height);
            data.write(new byte[] {8, 2, 0, 0, 0});
            chunk(out, "IHDR", head.toByteArray());
            chunk(out, "IDAT", packed(new byte[1 << 20]));
            chunk(out, "IEND", new byte[0]);
        });
    }

    /** A good picture with a text chunk that unpacks to this number of bytes. */
    public static byte[] pngWithText(byte[] png, int unpacked) {
        return made(out -> {
            out.write(png, 0, 33);
            var text = new ByteArrayOutputStream();
            text.write("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
            text.write(packed(new byte[unpacked]));
            chunk(out, "zTXt", text.toByteArray());
            out.write(png, 33, png.length - 33);
        });
    }

    private static byte[] packed(byte[] bytes) {
        var deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 16];
        while (!deflater.finished()) {
            out.write(block, 0, deflater.deflate(block));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] bytes) throws IOException {
        var sum = new CRC32();
        sum.update(type.getBytes(StandardCharsets.ISO_8859_1));
        sum.update(bytes);
        var data = new java.io.DataOutputStream(out);
        data.writeInt(bytes.length);
        data.write(type.getBytes(StandardCharsets.ISO_8859_1));
        data.write(bytes);
        data.writeInt((int) sum.getValue());
    }

    public static byte[] pdf() {
        return made(out -> {
            try (var pdf = new PDDocument()) {
                pdf.addPage(new PDPage());
                pdf.save(out);
            }
        });
    }

    public static byte[] word() {
        return made(out -> {
            try (var word = new XWPFDocument()) {
                word.createParagraph().createRun().setText("Procès-verbal");
                word.write(out);
            }
        });
    }

    public static byte[] excel() {
        return made(out -> {
            try (var book = new XSSFWorkbook()) {
                book.createSheet("Présences").createRow(0).createCell(0).setCellValue("Nom");
                book.write(out);
            }
        });
    }

    public static byte[] oldExcel() {
        return made(out -> {
            try (var book = new HSSFWorkbook()) {
                book.createSheet("Présences");
                book.write(out);
            }
        });
    }

    public static byte[] openDocument(String type) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", type.getBytes(StandardCharsets.US_ASCII));
        parts.put("content.xml", "<office:document-content/>".getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    /** A Word file with a password. */
    public static byte[] locked() {
        return made(out -> {
            try (var files = new POIFSFileSystem()) {
                var info = new EncryptionInfo(EncryptionMode.agile);
                var encryptor = info.getEncryptor();
                encryptor.confirmPassword("secret");
                try (var inside = encryptor.getDataStream(files)) {
                    inside.write(word());
                }
                files.writeFilesystem(out);
            }
        });
    }

    /** A Word file with one more part of blank bytes. */
    public static byte[] wordWithBlank(long bytes) {
        return made(out -> {
            try (var in = new ZipInputStream(new ByteArrayInputStream(word()));
                    var zip = new ZipOutputStream(out)) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(zip);
                }
                zip.putNextEntry(new ZipEntry("word/media/blank.bin"));
                byte[] block = new byte[1 << 20];
                for (long left = bytes; left > 0; left -= block.length) {
                    zip.write(block);
                }
            }
        });
    }

    /** A Word file that declares macros. */
    public static byte[] wordWithMacros() {
        return zip(Map.of("[Content_Types].xml", """
                <Types><Override PartName="/word/document.xml"
                ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>
                """.getBytes(StandardCharsets.UTF_8)));
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        return made(out -> {
            try (var zip = new ZipOutputStream(out)) {
                for (var part : parts.entrySet()) {
                    var entry = new ZipEntry(part.getKey());
                    if (part.getKey().equals("mimetype")) {
                        var sum = new CRC32();
                        sum.update(part.getValue());
                        entry.setMethod(ZipEntry.STORED);
                        entry.setSize(part.getValue().length);
                        entry.setCrc(sum.getValue());
                    }
                    zip.putNextEntry(entry);
                    zip.write(part.getValue());
                }
            }
        });
    }

    /** Begins like an iPhone's picture. */
    public static byte[] heic() {
        return made(out -> {
            out.write(new byte[] {0, 0, 0, 24});
            out.write("ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1));
            out.write(new byte[4096]);
        });
    }

    /** The first half of the bytes. */
    public static byte[] half(byte[] whole) {
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }

    /** Both, concatenated. */
    public static byte[] joined(byte[] first, byte[] second) {
        return made(out -> {
            out.write(first);
            out.write(second);
        });
    }

    public static BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
