package org.convergence.platform.rendering;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A photograph made fit for print: JPEG, on white, at most as large as it is shown. A large one is read at a reduced
 * size, to save memory.
 */
final class PrintableImage {

    private static final int LARGEST = 1_600;
    private static final long MOST_PIXELS = 120_000_000;
    private static final float QUALITY = 0.85f;

    private final byte[] jpeg;
    private final int width;
    private final int height;

    private PrintableImage(byte[] jpeg, int width, int height) {
        this.jpeg = jpeg;
        this.width = width;
        this.height = height;
    }

    byte[] jpeg() {
        return jpeg;
    }

    /** Pixels. */
    int width() {
        return width;
    }

    /** Pixels. */
    int height() {
        return height;
    }

    /** The picture; empty if the bytes are not one. */
    static Optional<PrintableImage> decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return Optional.empty();
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return fit(reader, bytes);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // An unreadable picture is replaced by its description.
            return Optional.empty();
        }
    }

    private static Optional<PrintableImage> fit(ImageReader reader, byte[] bytes) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            return Optional.empty();
        }
        int larger = Math.max(width, height);
        if (larger <= LARGEST && reader.getFormatName().equalsIgnoreCase("jpeg")) {
            return Optional.of(new PrintableImage(bytes, width, height));
        }
        int step = Math.max(1, larger / LARGEST);
        ImageReadParam part = reader.getDefaultReadParam();
        part.setSourceSubsampling(step, step, 0, 0);
        BufferedImage read = reader.read(0, part);
        double scale = Math.min(1, (double) LARGEST / Math.max(read.getWidth(), read.getHeight()));
        BufferedImage fit = onWhite(read, Math.max(1, (int) Math.round(read.getWidth() * scale)), Math.max(1, (int)
                Math.round(read.getHeight() * scale)));
        return Optional.of(new PrintableImage(jpeg(fit), fit.getWidth(), fit.getHeight()));
    }

    private static BufferedImage onWhite(BufferedImage image, int width, int height) {
        BufferedImage white = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = white.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        } finally {
            pen.dispose();
        }
        return white;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
