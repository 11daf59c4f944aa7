package org.convergence.platform.redaction;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Contributed by a room that keeps files of its own beside the stored ones: a bean of this type. */
public interface KeptFiles {

    /** Lets something else stand for the names in each of its files; answers how many things were written anew. */
    int through(NameSpellings names, String standIn);

    /** Where mentions in them are said to stand. */
    String place();

    /** For what files are kept. */
    List<UUID> ids();

    /** What the file of one says. */
    Optional<String> content(UUID id);

    /** Rewrites what the files of one say; answers whether that changed anything. */
    boolean replaceIn(UUID id, UnaryOperator<String> replaced, String standIn);

    /** What the file of one says, as a text that was found. */
    static TextRedaction.Found found(KeptFiles files, UUID id, String text) {
        return new TextRedaction.Found(files.place(), "[\"" + id + "\"]", "", text);
    }
}
