package org.convergence.directory.consent.web;

import java.util.List;
import org.convergence.directory.consent.web.PreferencesPage.PurposeBox;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A person's subscriptions.
 *
 * @param words in the language of the page, which staff pages may not have
 * @param action the form's address
 * @param done the last action, as a sentence; {@code null} for none
 * @param address the mailing address, line by line
 * @param privacy the person in charge of personal data, and their contact; {@code null} where it is not set
 * @param languages the other languages, each with the address of this page in it
 */
public record PreferencesPage(
        Words words,
        String organisation,
        String action,
        @Nullable String done,
        List<PurposeBox> boxes,
        List<String> address,
        @Nullable String contact,
        @Nullable String privacy,
        List<Option> languages)
        implements TranslatedPage {

    /** A kind of messages, with the wording of its consent. */
    public record PurposeBox(String value, String name, String wording, boolean ticked) {}
}
