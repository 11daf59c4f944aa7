package org.convergence.plan.filing;

import org.convergence.platform.rendering.PaperFormat;

/**
 * A file of a filing, byte for byte as filed.
 *
 * @param sha256 the hash stored with it, in hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent")
public record FiledFile(FiledFileKind kind, String sha256, byte[] bytes) {

    /** The files of a filing. */
    public enum FiledFileKind {
        PDF("pdf", PaperFormat.PDF.mediaType()),
        WORD("docx", PaperFormat.WORD.mediaType()),
        /** The facts behind it. */
        FACTS("json", "application/json");

        private final String extension;
        private final String mediaType;

        FiledFileKind(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }

        /** Its file extension, without a dot. */
        public String extension() {
            return extension;
        }

        /** Its media type. */
        public String mediaType() {
            return mediaType;
        }
    }
}
