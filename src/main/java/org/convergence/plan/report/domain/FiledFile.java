package org.convergence.plan.report.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.convergence.platform.rendering.PaperFormat;

/** A file of a filed report, byte for byte as filed. */
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

    /** The files of a report. */
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

        /** Key of its name in the messages. */
        public String key() {
            return "report.file." + name().toLowerCase(Locale.ROOT);
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
