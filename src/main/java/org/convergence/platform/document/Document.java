package org.convergence.platform.document;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a stored file.
 *
 * @param name a file name, never a path, that ends as its type does
 * @param bytes its length
 * @param sha256 of what is kept, in hexadecimal
 * @param size of a picture; {@code null} for all else
 * @param owner what it belongs to; {@code null} where nothing has claimed it yet
 * @param uploadedBy the account that brought it in
 * @param discardedAt when it was thrown away, to be deleted a day later; {@code null} where it was not
 */
public record Document(
        DocumentId id,
        String name,
        DocumentType type,
        long bytes,
        String sha256,
        @Nullable Size size,
        @Nullable DocumentOwner owner,
        UUID uploadedBy,
        Instant uploadedAt,
        @Nullable Instant discardedAt) {

    /** Pixels. */
    public record Size(int width, int height) {

        /** The size that it has when neither side may be longer than so many pixels; never larger than it is. */
        public Size within(int longest) {
            double scale = Math.min(1, (double) longest / Math.max(width, height));
            return new Size(
                    Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int) Math.round(height * scale)));
        }
    }

    /** Where it is read. */
    public String address() {
        return "/platform/document/" + id.value();
    }

    /** Where its small picture is read, if it is a picture. */
    public String thumbnailAddress() {
        return address() + "/thumbnail";
    }
}
