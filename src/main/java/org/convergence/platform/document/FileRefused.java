package org.convergence.platform.document;

import org.convergence.platform.database.Refused;

/** The file is not accepted. The message begins with its name. */
final class FileRefused extends Refused {

    /** The reasons; each has its message, {@code document.refused}. */
    enum FileRefusalReason {
        EMPTY,
        TOO_LARGE,
        TYPE,
        NOT_A_PICTURE,
        WEB_PAGE,
        HEIC,
        LOCKED,
        MACROS,
        DAMAGED,
        BOMB,
        TOO_MANY_PIXELS
    }

    private final FileRefusalReason reason;

    /** @param limit megabytes or megapixels, if there is one */
    FileRefused(FileRefusalReason reason, String name, long limit) {
        super("document.refused", reason.name(), name, limit);
        this.reason = reason;
    }

    FileRefused(FileRefusalReason reason, String name) {
        this(reason, name, 0);
    }

    FileRefusalReason reason() {
        return reason;
    }
}
