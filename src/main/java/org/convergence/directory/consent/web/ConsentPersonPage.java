package org.convergence.directory.consent.web;

import java.util.List;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The consents of one person.
 *
 * @param directory the person's page in the directory
 * @param url of this page
 */
public record ConsentPersonPage(
        String name,
        String directory,
        String url,
        List<ChannelConsents> channels,
        List<ConsentEntryLine> lines,
        boolean mayRecord) {

    static final String LIST = "/directory/consent";
    static final String SETTINGS = LIST + "/settings";

    /** The answers for one channel. */
    public record ChannelConsents(String name, List<ConsentStateRow> states) {}

    /**
     * An entry of the ledger.
     *
     * @param wording the exact wording; {@code null} for none
     * @param more other details, line by line
     */
    public record ConsentEntryLine(
            String when,
            String what,
            List<String> more,
            @Nullable String wording) {}

    /**
     * The form of a consent, another basis or a withdrawal.
     *
     * @param kind which of the three, as in its address
     * @param url of the person's consents page
     */
    public record ConsentFormPage(
            String kind,
            String name,
            String url,
            Form form,
            List<Option> purposes,
            List<Option> channels,
            List<Option> bases,
            List<Option> methods,
            List<Option> countries) {}

    /**
     * The page that creates a preferences link.
     *
     * @param url of the person's consents page
     * @param link the new address, shown once; {@code null} before
     */
    public record PreferenceLinkPage(
            String name, String url, Form form, @Nullable String link) {}

    /** The address of the page. */
    static String url(PersonId id) {
        return LIST + "/persons/" + id.value();
    }
}
