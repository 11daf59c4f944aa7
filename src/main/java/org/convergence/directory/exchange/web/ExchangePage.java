package org.convergence.directory.exchange.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeId;
import org.convergence.platform.audit.History;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * The page of an exchange.
 *
 * @param when its day and its channel, in words
 * @param text what was said; {@code null} where nobody told
 * @param mayRecord whether this person may correct it and strike it out
 */
public record ExchangePage(
        UUID id,
        String title,
        String when,
        List<Link> people,
        List<Link> organisations,
        @Nullable String text,
        boolean mayRecord,
        History history) {

    /** Where all of them stand. */
    static final String LIST = "/directory/exchange";

    /** Someone with a page of her own. */
    public record Link(String label, String url) {}

    /** Whether an exchange is really to be removed. */
    public record Removal(String subject, String url, Form form) {}

    /** The address of a gesture on it. */
    public String url(String gesture) {
        return LIST + "/" + id + gesture;
    }

    static String url(ExchangeId id, String gesture) {
        return LIST + "/" + id.value() + gesture;
    }
}
