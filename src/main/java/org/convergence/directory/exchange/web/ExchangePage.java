package org.convergence.directory.exchange.web;

import java.util.List;
import org.convergence.directory.exchange.ExchangeId;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.OptionGroup;
import org.jspecify.annotations.Nullable;

/**
 * The page of an exchange.
 *
 * @param when its day and its channel, in words
 * @param text {@code null} where it is empty
 * @param mayRecord whether the reader may correct and delete it
 * @param activity the page of the action of the plan that it is; {@code null} if it is none
 */
public record ExchangePage(
        ExchangeId id,
        String title,
        String when,
        List<ExchangeParticipantLink> people,
        List<ExchangeParticipantLink> organisations,
        @Nullable String text,
        boolean mayRecord,
        @Nullable String activity,
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
     * @param lines of the plan that it may serve; empty if it does already, or the reader may record no action
     */
    public record ExchangeFormPage(
            @Nullable String subject,
            String action,
            String cancel,
            Form form,
            ChooserField people,
            ChooserField organisations,
            List<OptionGroup> lines,
            @Nullable Conflict conflict) {}
}
