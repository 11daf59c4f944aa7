package org.convergence.directory.exchange.web;

import java.util.List;
import org.convergence.directory.exchange.ExchangeId;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * The page of an exchange.
 *
 * @param when its day and its channel, in words
 * @param text {@code null} where it is empty
 * @param mayRecord whether the reader may correct and delete it
 */
public record ExchangePage(
        ExchangeId id,
        String title,
        String when,
        List<ExchangeParticipantLink> people,
        List<ExchangeParticipantLink> organisations,
        @Nullable String text,
        boolean mayRecord,
        ChangeHistory history) {

    /** The address of the list. */
    static final String LIST = "/directory/exchange";

    /** A participant with a page. */
    public record ExchangeParticipantLink(String label, String url) {}

    /** The confirmation before an exchange is deleted. */
    public record ExchangeRemoval(String subject, String url, Form form) {}

    /** The address of an action on it. */
    public String url(String gesture) {
        return url(id, gesture);
    }

    static String url(ExchangeId id, String gesture) {
        return LIST + "/" + id.value() + gesture;
    }

    /**
     * The form of an exchange.
     *
     * @param subject that of the exchange to correct, null for a new one
     * @param cancel the page to go to without saving
     */
    public record ExchangeFormPage(
            @Nullable String subject,
            String action,
            String cancel,
            Form form,
            ChooserField people,
            ChooserField organisations,
            @Nullable Conflict conflict) {}
}
