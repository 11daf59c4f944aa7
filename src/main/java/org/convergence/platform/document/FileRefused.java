package org.convergence.platform.document;

import org.convergence.platform.database.Refused;

/** A file is not taken in. The sentence begins with its name. */
final class FileRefused extends Refused {

    /** Why not; each has its sentence, {@code document.refused}. */
    enum Reason {
        EMPTY,
        TOO_LARGE,
        TYPE,
        WEB_PAGE,
        HEIC,
        LOCKED,
        MACROS,
        DAMAGED,
        BOMB,
        TOO_MANY_PIXELS
    }

    private final Reason reason;

    /** @param limit megabytes or megapixels, where there is one */
    FileRefused(Reason reason, String name, long limit) {
        super("document.refused", reason.name(), name, limit);
        this.reason = reason;
    }

    FileRefused(Reason reason, String name) {
        this(reason, name, 0);
    }

    Reason reason() {
        return reason;
    }
}
