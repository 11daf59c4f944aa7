package org.convergence.platform.redaction;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Contributed by a module that keeps files of its own besides the stored documents: a bean of this type. */
public interface RedactableFiles {

    /** Replaces the names in each of its files; gives the number of files rewritten. */
    int redact(NameSpellings names, String standIn);

    /** The table name in mentions found in them. */
    String place();

    /** The ids of the records with files. */
    List<UUID> findIds();

    /** The text of a record's file. */
    Optional<String> findText(UUID id);

    /** Rewrites the text of a record's files; false if unchanged. */
    boolean replaceIn(UUID id, UnaryOperator<String> replaced, String standIn);

    /** The text of a record's file, as a found text. */
    static TextRedaction.FoundText found(RedactableFiles files, UUID id, String text) {
        return new TextRedaction.FoundText(files.place(), "[\"" + id + "\"]", "", text);
    }
}
