package org.convergence.platform.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The accepted file types. Browsers execute none of them. */
public enum DocumentType {
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    /** Read, and stored as JPEG or PNG. */
    WEBP("image/webp", "webp"),
    PDF("application/pdf", "pdf"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    OLD_WORD("application/msword", "doc"),
    EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    OLD_EXCEL("application/vnd.ms-excel", "xls"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    CSV("text/csv", "csv"),
    TEXT("text/plain", "txt", "text", "md"),
    /** Well-formed, without a document type declaration; electronic invoices. */
    XML("application/xml", "xml");

    private final String mediaType;
    private final List<String> extensions;

    DocumentType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    /** The media type of responses. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether it is shown rather than downloaded. */
    public boolean isPicture() {
        return this == JPEG || this == PNG || this == WEBP;
    }

    /** The file extensions, the usual one first. */
    List<String> extensions() {
        return extensions;
    }

    static @Nullable DocumentType ofMediaType(String mediaType) {
        for (DocumentType type : values()) {
            if (type.mediaType.equals(mediaType)) {
                return type;
            }
        }
        return null;
    }
}
