package org.convergence.platform.redaction;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Contributed by a module that keeps files of its own besides the stored documents: a bean of this type. */
public interface RedactableFiles {

    /** The table name in mentions found in them. */
    String place();

    /** The ids of the records with files. */
    List<UUID> findIds();

    /** The text of a record's file. */
    Optional<String> findText(UUID id);

    /** Rewrites the text of a record's files; false if unchanged. */
    boolean replaceIn(UUID id, UnaryOperator<String> replaced, String standIn);

    /** A record with its place and key, as lists of rows name it. */
    static String row(RedactableFiles files, UUID id) {
        return files.place() + " [\"" + id + "\"]";
    }

    /** The text of a record's file, as a found text. */
    static TextRedaction.FoundText found(RedactableFiles files, UUID id, String text) {
        return new TextRedaction.FoundText(files.place(), "[\"" + id + "\"]", "", text);
    }
}
