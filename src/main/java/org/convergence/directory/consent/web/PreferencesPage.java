package org.convergence.directory.consent.web;

import java.util.List;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What somebody receives, and her choice of it.
 *
 * @param words in the language of the page, which may be one that the staff's pages do not speak
 * @param action where the form goes
 * @param done what was just done, as a sentence; {@code null} where nothing was
 * @param address the mailing address, line by line
 * @param privacy who answers for personal data, and how to reach her; {@code null} where it was not said
 * @param languages the other languages, each with the address of this page in it
 */
public record PreferencesPage(
        Words words,
        String organisation,
        String action,
        @Nullable String done,
        List<Box> boxes,
        List<String> address,
        @Nullable String contact,
        @Nullable String privacy,
        List<Option> languages) {

    /** A kind of messages, with the words that a tick means. */
    public record Box(String value, String name, String wording, boolean ticked) {}
}
