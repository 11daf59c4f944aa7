package org.convergence.directory.exchange.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.domain.ExchangeRow;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Field;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The list of exchanges. */
public record ExchangeListPage(
        ListFrame frame,
        ChooserField person,
        ChooserField organisation,
        List<ExchangeListItem> items,
        boolean mayRecord) {

    /** Words of the subject or the text. */
    public static final Field<String> WORDS = Field.text("q", "exchange.filter.q", 1_000)
            .optional()
            .formattedBy((value, t) -> t.say("exchange.filter.words", value));

    /** The first day. */
    public static final Field<LocalDate> FROM = day("from", "exchange.filter.from", "exchange.filter.since");

    /** The last day. */
    public static final Field<LocalDate> TO = day("to", "exchange.filter.to", "exchange.filter.until");

    /** The channel. */
    public static final Field<ExchangeChannel> CHANNEL = ExchangeForm.CHANNEL.optional();

    private static final int NAMES = 4;

    private static Field<LocalDate> day(String name, String label, String shown) {
        Field<LocalDate> day = Field.date(name, label).optional();
        return day.formattedBy((value, t) -> t.say(shown, day.words().apply(value, t)));
    }

    /**
     * The latest exchanges with a person or an organisation, on their page.
     *
     * @param count the total, in words
     * @param add the page that records one; null without the permission
     * @param all the complete list; null where there are no others
     */
    public record PartyExchanges(
            String count,
            List<ExchangeListItem> items,
            @Nullable String add,
            @Nullable String all) {}

    /** An exchange in the list. */
    public record ExchangeListItem(String url, String when, String subject, String detail) {

        static ExchangeListItem of(ExchangeRow row, Words t) {
            return new ExchangeListItem(
                    ExchangePage.url(row.id(), ""), t.shortDate(row.happenedOn()), row.subject(), detail(row, t));
        }

        /** « Courriel · Ana Morales, Centrale fictive ». */
        private static String detail(ExchangeRow row, Words t) {
            List<String> names = row.names();
            String channel = t.say(row.channel().key());
            if (names.isEmpty()) {
                return channel;
            }
            String shown = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
            return names.size() > NAMES
                    ? t.say("exchange.with-others", channel, shown, names.size() - NAMES)
                    : channel + " · " + shown;
        }
    }
}
