package org.convergence.platform.document;

import static org.convergence.platform.document.FileRefused.FileRefusalReason.DAMAGED;
import static org.convergence.platform.document.FileRefused.FileRefusalReason.TOO_MANY_PIXELS;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import net.coobird.thumbnailator.resizers.Resizers;
import org.springframework.stereotype.Component;

/**
 * Re-encodes a picture before it is stored: upright, reduced to the largest size shown, without camera metadata
 * (R-PHOTO-1); also makes its thumbnail. One at a time, since a decoded picture is large.
 */
@Component
class ImageSanitizer {

    /** A picture with more pixels than this is read at a reduced size. */
    private static final long READ_WHOLE = 16_000_000;

    /** The WebP reader cannot read at a reduced size. */
    private static final long MOST_WEBP = 6_000_000;

    /** An opaque PNG of more bytes than this is a photograph, not a drawing, and becomes a JPEG. */
    private static final long HEAVY_PNG = 1_500_000;

    private static final float QUALITY = 0.85f;

    private final DocumentSettings settings;
    private final ReentrantLock door = new ReentrantLock(true);

    ImageSanitizer(DocumentSettings settings) {
        this.settings = settings;
    }

    /**
     * The result.
     *
     * @param type the type as stored
     */
    record SanitizedImage(DocumentType type, TemporaryFile picture, Document.ImageSize size, TemporaryFile thumbnail) {}

    /**
     * Re-encodes a picture.
     *
     * @param side its longest side at most, in pixels
     * @throws FileRefused if its header declares too many pixels, or it cannot be read
     */
    SanitizedImage sanitize(Path file, DocumentType type, String name, int side) throws IOException {
        door.lock();
        try (TemporaryFile bare = TemporaryFile.create()) {
            boolean png = type == DocumentType.PNG;
            if (png && !PngChunkFilter.copyPicture(file, bare.path())) {
                throw new FileRefused(DAMAGED, name);
            }
            ImageOrientation upright =
                    type == DocumentType.JPEG ? ImageOrientation.readFrom(file) : ImageOrientation.AS_IT_IS;
            return print(drawn(read(png ? bare.path() : file, type, name), upright, side), type);
        } catch (FileRefused refused) {
            throw refused;
        } catch (IOException | RuntimeException unreadable) {
            throw new FileRefused(DAMAGED, name);
        } finally {
            door.unlock();
        }
    }

    private BufferedImage read(Path file, DocumentType type, String name) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mediaType());
        if (!readers.hasNext()) {
            throw new IOException("no reader");
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            long most = type == DocumentType.WEBP ? MOST_WEBP : settings.mostPixels();
            if ((long) width * height > most) {
                throw new FileRefused(TOO_MANY_PIXELS, name, most / 1_000_000);
            }
            ImageReadParam part = reader.getDefaultReadParam();
            int step = (long) width * height > READ_WHOLE ? Math.max(1, Math.max(width, height) / settings.side()) : 1;
            part.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, part);
        } finally {
            reader.dispose();
        }
    }

    /** Scaled, turned upright and converted to sRGB. */
    private BufferedImage drawn(BufferedImage read, ImageOrientation upright, int side) {
        Document.ImageSize fit =
                new Document.ImageSize(read.getWidth(), read.getHeight()).scaleToFit(Math.min(side, settings.side()));
        int colours = read.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage small = new BufferedImage(fit.width(), fit.height(), colours);
        Resizers.PROGRESSIVE.resize(read, small);
        if (upright.equals(ImageOrientation.AS_IT_IS)) {
            return small;
        }
        BufferedImage turned = upright.swapsSides()
                ? new BufferedImage(fit.height(), fit.width(), colours)
                : new BufferedImage(fit.width(), fit.height(), colours);
        draw(small, turned, upright);
        return turned;
    }

    private SanitizedImage print(BufferedImage image, DocumentType type) throws IOException {
        Document.ImageSize size = new Document.ImageSize(image.getWidth(), image.getHeight());
        Document.ImageSize least = size.scaleToFit(settings.thumbnail());
        BufferedImage white = onWhite(image);
        BufferedImage tiny = new BufferedImage(least.width(), least.height(), BufferedImage.TYPE_INT_RGB);
        Resizers.PROGRESSIVE.resize(white, tiny);
        TemporaryFile picture = TemporaryFile.create();
        TemporaryFile thumbnail = TemporaryFile.create();
        try {
            write(tiny, "jpeg", thumbnail);
            boolean seeThrough = image.getColorModel().hasAlpha();
            boolean png = seeThrough || type == DocumentType.PNG;
            write(image, png ? "png" : "jpeg", picture);
            if (png && !seeThrough && picture.length() > HEAVY_PNG) {
                png = false;
                write(image, "jpeg", picture);
            }
            return new SanitizedImage(png ? DocumentType.PNG : DocumentType.JPEG, picture, size, thumbnail);
        } catch (IOException | RuntimeException e) {
            picture.close();
            thumbnail.close();
            throw e;
        }
    }

    private static BufferedImage onWhite(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return image;
        }
        BufferedImage white = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        draw(image, white, ImageOrientation.AS_IT_IS);
        return white;
    }

    private static void draw(BufferedImage image, BufferedImage onto, ImageOrientation upright) {
        Graphics2D pen = onto.createGraphics();
        try {
            if (!onto.getColorModel().hasAlpha()) {
                pen.setColor(Color.WHITE);
                pen.fillRect(0, 0, onto.getWidth(), onto.getHeight());
            }
            pen.drawImage(image, upright.transform(image.getWidth(), image.getHeight()), null);
        } finally {
            pen.dispose();
        }
    }

    private static void write(BufferedImage image, String format, TemporaryFile file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        file.path().toFile().delete();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.path().toFile())) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
    }

    /**
     * How a photograph must be turned to be upright, from its EXIF orientation.
     *
     * @param orientation 1 to 8, as EXIF counts them
     */
    private record ImageOrientation(int orientation) {

        static final ImageOrientation AS_IT_IS = new ImageOrientation(1);

        /** The orientation in the file; unchanged if there is none that can be read. */
        static ImageOrientation readFrom(Path jpeg) throws IOException {
            try {
                var exif = JpegMetadataReader.readMetadata(jpeg.toFile(), List.of(new ExifReader()))
                        .getFirstDirectoryOfType(ExifIFD0Directory.class);
                Integer said = exif == null ? null : exif.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
                return said == null || said < 1 || said > 8 ? AS_IT_IS : new ImageOrientation(said);
            } catch (ImageProcessingException unreadable) {
                return AS_IT_IS;
            }
        }

        /** Whether width and height are exchanged. */
        boolean swapsSides() {
            return orientation >= 5;
        }

        /** The transformation of a picture, given its size before it. */
        AffineTransform transform(int width, int height) {
            return switch (orientation) {
                case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
                case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
                case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
                case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
                case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
                case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
                default -> new AffineTransform();
            };
        }
    }
}
