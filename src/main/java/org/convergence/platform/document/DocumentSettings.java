package org.convergence.platform.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits and sizes of uploaded files.
 *
 * @param largest of a file that is not a picture
 * @param largestPicture of an uploaded picture
 * @param mostPixels of an uploaded picture: width times height
 * @param side longest side of a stored picture, in pixels
 * @param thumbnail longest side of a thumbnail, in pixels
 */
@ConfigurationProperties("convergence.document")
record DocumentSettings(
        @DefaultValue("25MB") DataSize largest,
        @DefaultValue("25MB") DataSize largestPicture,
        @DefaultValue("64000000") long mostPixels,
        @DefaultValue("2400") int side,
        @DefaultValue("480") int thumbnail) {

    long largestOfAll() {
        return Math.max(largest.toBytes(), largestPicture.toBytes());
    }
}
