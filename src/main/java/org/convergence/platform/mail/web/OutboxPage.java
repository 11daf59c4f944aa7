package org.convergence.platform.mail.web;

import java.util.List;
import java.util.stream.Stream;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.domain.OutboxService.LetterEnvelope;
import org.convergence.platform.mail.domain.OutboxService.OutboxFilter;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The outbox: whether mail can leave, a form to test it, and a page of envelopes.
 *
 * @param set whether a mail server is set
 * @param limits which limits hold letters back now, one sentence for each
 * @param filter the envelopes that are shown; {@code null} for all
 * @param first the first page; {@code null} on it
 * @param next the next page; {@code null} on the last
 */
public record OutboxPage(
        boolean set,
        List<String> limits,
        Form trial,
        @Nullable OutboxFilter filter,
        List<Tab> tabs,
        List<LetterEnvelope> envelopes,
        @Nullable String first,
        @Nullable String next) {

    static final String LIST = "/platform/mail";

    /** The page with the envelopes of a filter. */
    static String url(@Nullable OutboxFilter filter) {
        return filter == null ? LIST : LIST + "?only=" + filter;
    }

    /** The page of a filter after a position. */
    static String url(@Nullable OutboxFilter filter, String after) {
        return LIST + "?" + (filter == null ? "" : "only=" + filter + "&") + "after=" + after;
    }

    /** All envelopes, and those of each filter. */
    static List<Tab> tabs(@Nullable OutboxFilter filter, Words t) {
        return Stream.concat(
                        Stream.of(new Tab(t.say("mail.envelopes.all"), LIST, filter == null)),
                        Stream.of(OutboxFilter.values())
                                .map(each -> new Tab(t.say(key(each) + ".tab"), url(each), each == filter)))
                .toList();
    }

    static String key(OutboxFilter filter) {
        return "mail.envelopes." + filter;
    }

    /** The title of the envelopes. */
    public String title(Words t) {
        return t.say(filter == null ? "mail.envelopes" : key(filter));
    }

    /** Where a form of an envelope posts to; the filter stays. */
    public String action(LetterEnvelope envelope, String gesture) {
        return LIST + "/" + envelope.id() + "/" + gesture + (filter == null ? "" : "?only=" + filter);
    }

    /** The recipient, the purpose, and the reason of the state. */
    public String detail(LetterEnvelope envelope, Words t) {
        String recipient = envelope.recipient();
        if (recipient.isEmpty()) {
            recipient = t.say(isDelivered(envelope) ? "mail.without-address" : "mail.erased");
        }
        return envelope.reason() == null
                ? recipient
                : recipient + " · " + LetterFormatter.reason(envelope.state(), envelope.reason(), t);
    }

    /** Its state: "Parti le 28 novembre 2026 à 14 h", "Remis autrement le 12 mars 2025", "En attente d'envoi". */
    public String state(LetterEnvelope envelope, Words t) {
        String state = t.capital(t.say(envelope.state().key()));
        if (envelope.leftOn() == null) {
            return state;
        }
        // A delivery by post or by hand has a day without an hour.
        return t.say(
                "mail.envelopes.left",
                state,
                isDelivered(envelope)
                        ? t.date(envelope.leftOn().atZone(t.zone()).toLocalDate())
                        : t.dateTime(envelope.leftOn()));
    }

    private static boolean isDelivered(LetterEnvelope envelope) {
        return envelope.state() == LetterState.DELIVERED_OTHERWISE;
    }

    /** The subject; if it was erased or is hidden, the kind of letter. */
    public String subject(LetterEnvelope envelope, Words t) {
        return envelope.subject().isEmpty() ? LetterFormatter.purpose(envelope.purpose(), t) : envelope.subject();
    }
}
