package org.convergence.platform.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a file is taken in and kept.
 *
 * @param largest a file that is no picture
 * @param largestPicture a picture as it comes
 * @param mostPixels of a picture as it comes: width times height
 * @param side longest side of a picture as it is kept, in pixels
 * @param thumbnail longest side of its small picture, in pixels
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
