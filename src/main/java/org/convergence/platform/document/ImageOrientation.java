package org.convergence.platform.document;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How a photograph must be turned to be upright, from its EXIF orientation.
 *
 * @param orientation 1 to 8, as EXIF counts them
 */
record ImageOrientation(int orientation) {

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
