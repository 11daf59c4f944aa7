package org.convergence.platform.document;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a stored file.
 *
 * @param name a file name, never a path, with the extension of its type
 * @param bytes its length
 * @param sha256 of the stored content, in hexadecimal
 * @param size of a picture; {@code null} for other files
 * @param owner the record it belongs to; {@code null} until one claims it
 * @param uploadedBy the account that uploaded it
 * @param discardedAt when it was discarded, to be deleted a day later; {@code null} if it was not
 */
public record Document(
        DocumentId id,
        String name,
        DocumentType type,
        long bytes,
        String sha256,
        @Nullable ImageSize size,
        @Nullable DocumentOwner owner,
        UUID uploadedBy,
        Instant uploadedAt,
        @Nullable Instant discardedAt) {

    /** Pixels. */
    public record ImageSize(int width, int height) {

        /** This size scaled down so that neither side exceeds {@code longest}; never scaled up. */
        public ImageSize scaleToFit(int longest) {
            double scale = Math.min(1, (double) longest / Math.max(width, height));
            return new ImageSize(
                    Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int) Math.round(height * scale)));
        }
    }

    /** The path of the file. */
    public String address() {
        return "/platform/document/" + id.value();
    }

    /** The path of the thumbnail, if it is a picture. */
    public String thumbnailAddress() {
        return address() + "/thumbnail";
    }
}
