package org.convergence.platform.document;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record to which a document belongs.
 *
 * @param kind the kind of record, named by the module that owns it, for instance {@code plan.realisation}
 * @param id the record
 */
public record DocumentOwner(String kind, UUID id) {

    public DocumentOwner {
        if (!kind.matches("[a-z][a-z.]*")) {
            throw new IllegalArgumentException("Not a kind of owner");
        }
    }

    static @Nullable DocumentOwner parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int slash = text.indexOf('/');
        return new DocumentOwner(text.substring(0, slash), UUID.fromString(text.substring(slash + 1)));
    }

    /** The form in the database: {@code plan.realisation/<id>}. */
    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
