package org.convergence.plan.filing;

import org.convergence.platform.rendering.PaperFormat;

/** A file of a filing, byte for byte as filed. */
public final class FiledFile {

    private final FiledFileKind kind;
    private final String sha256;
    private final byte[] bytes;

    FiledFile(FiledFileKind kind, String sha256, byte[] bytes) {
        this.kind = kind;
        this.sha256 = sha256;
        this.bytes = bytes.clone();
    }

    public FiledFileKind kind() {
        return kind;
    }

    /** The hash stored with it, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

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
