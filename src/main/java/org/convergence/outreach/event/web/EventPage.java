package org.convergence.outreach.event.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.PageSection;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.domain.ChildcareRequest.ChildrenRow;
import org.convergence.outreach.event.domain.Event;
import org.convergence.outreach.event.domain.Event.DoorCount;
import org.convergence.outreach.event.domain.Event.EventQuota;
import org.convergence.outreach.event.domain.Event.EventState;
import org.convergence.outreach.event.domain.EventItem;
import org.convergence.outreach.event.domain.EventLetterKind;
import org.convergence.outreach.event.domain.EventLetterService.EventLetterRound;
import org.convergence.outreach.event.domain.EventLetterService.UntoldOrder;
import org.convergence.outreach.event.domain.EventMealQueries.MealCount;
import org.convergence.outreach.event.domain.EventOrder;
import org.convergence.outreach.event.domain.EventOrder.EventOrderState;
import org.convergence.outreach.event.domain.EventOrder.EventTable;
import org.convergence.outreach.event.domain.EventOrder.GuestNeed;
import org.convergence.outreach.event.domain.EventOrderService.AnnouncedEvent;
import org.convergence.outreach.event.domain.EventOrderService.OrderDetails;
import org.convergence.outreach.event.domain.EventQueries.EventRow;
import org.convergence.outreach.event.domain.EventTakingService.EventExpenses;
import org.convergence.outreach.event.domain.EventTakingService.TakingRow;
import org.convergence.outreach.event.domain.Sponsorship;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.imports.web.ImportStartPage;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * An event with its seats, orders and result.
 *
 * @param state of today, in which nobody registers after its day
 * @param orders {@code null} for readers who do not see people
 * @param words typed to find an order
 * @param programme its items; a speaker who is not named in public only for readers who see people
 * @param mailings the letters to everyone that may be sent, or were; empty for readers who do not send them
 * @param cancellations the letters that told its cancellation, by order; empty unless it is cancelled
 * @param untold the registrations to be told otherwise; empty for readers who do not send letters
 * @param sponsors the sponsorships, accepted ones first; their amounts only for readers who see sums
 * @param expenses what was spent for it; {@code null} for readers who do not see expenses
 * @param outcome the form of the head count and the money; {@code null} before its day
 * @param mayTake whether the reader may enter takings of the night
 * @param isToday whether it is its day, on which the figures of the door are those of now
 */
public record EventPage(
        Event event,
        EventState state,
        boolean uncounted,
        List<EventQuota> quotas,
        Map<GuestNeed, Integer> needs,
        List<MealCount> meals,
        List<ChildrenRow> children,
        DoorCount door,
        @Nullable List<EventOrder> orders,
        String words,
        List<EventItem> programme,
        List<EventLetterRound> mailings,
        Map<UUID, LetterStatus> cancellations,
        List<UntoldOrder> untold,
        List<Sponsorship> sponsors,
        EventMoney money,
        @Nullable PageSection expenses,
        boolean seesSums,
        @Nullable Form outcome,
        boolean isToday,
        boolean mayEdit,
        boolean mayCheckIn,
        boolean mayTake) {

    static final String LIST = "/outreach/event";

    static String url(EventId id) {
        return LIST + "/" + id.value();
    }

    /** Whether anything is sold, received, spent or aimed at, and the reader sees it. */
    public boolean hasMoney() {
        return seesSums
                && (event.facts().target() != null
                        || !money.takings().isEmpty()
                        || !money.spending().unconverted().isEmpty()
                        || Stream.of(money.income(), money.spending().sum(), event.takings(), event.costs())
                                .anyMatch(amount -> amount.signum() != 0));
    }

    /** What is left: paid invoices of tables and sponsors, tickets sold elsewhere and takings, less costs. */
    public BigDecimal net() {
        return money.income()
                .add(event.takings())
                .subtract(money.spending().sum())
                .subtract(event.costs());
    }

    /** Whether there is a result to show, or to enter. */
    public boolean hasResult() {
        return hasSums() || expenses != null;
    }

    /** Whether the result has sums, or a gesture to enter one. */
    public boolean hasSums() {
        return hasMoney() || mayTake || (outcome != null && !event.state().isAhead());
    }

    /**
     * The sums of the ledger about an event.
     *
     * @param sponsored what sponsors paid
     * @param elsewhere the takings of tickets sold elsewhere
     * @param night all that was taken on the night
     * @param takings of the night, the last first; not all where there are many
     * @param spending the expenses in the books
     */
    public record EventMoney(
            BigDecimal paid,
            BigDecimal sponsored,
            BigDecimal elsewhere,
            BigDecimal night,
            List<TakingRow> takings,
            EventExpenses spending) {

        /** Nothing, as for readers who do not see sums. */
        static final EventMoney NONE = new EventMoney(
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                List.of(),
                new EventExpenses(BigDecimal.ZERO, List.of()));

        BigDecimal income() {
            return paid.add(sponsored).add(elsewhere).add(night);
        }
    }

    /** The form of a taking of the night. */
    public record EventTakingPage(Event event, Form form) {}

    /** A letter to everyone, before it is previewed. */
    public record EventLetterPage(Event event, EventLetterKind kind, Form form) {}

    /** The form of a programme. */
    public record EventProgrammePage(Event event, Form form) {

        /** How many items there is room for. */
        public int rows() {
            int typed = IntStream.rangeClosed(1, EventProgrammeForm.MOST_ITEMS)
                    .filter(n -> EventProgrammeForm.ITEM_FIELDS.stream().anyMatch(each -> form.filled(each + (n - 1))))
                    .max()
                    .orElse(0);
            return TextParser.wholeNumber(form.value("count"))
                    .filter(n -> n > 0 && n <= EventProgrammeForm.MOST_ITEMS)
                    .orElse(Math.max(3, typed));
        }
    }

    /** The first page of an import, with the events to choose from. */
    public record TicketStartPage(ImportStartPage start, List<Option> events) {}

    /** An import, with its event and the choices besides the columns. */
    public record TicketFilePage(ImportPage file, String event, String url, List<Option> sellers) {}

    /** The events to come, or those over. */
    public record EventListPage(List<EventRow> rows, boolean over, boolean mayEdit) {}

    /** The form of an event; {@code about} is {@code null} for a new one. */
    public record EventFormPage(
            Form form, String url, @Nullable String about, String lead, List<Option> actions) {}

    /**
     * The form of an order that staff record.
     *
     * @param languages of its letters and its invoice
     */
    public record OrderFormPage(
            Event event,
            Form form,
            ChooserField buyer,
            List<Option> modes,
            List<Option> prices,
            List<Option> languages) {}

    /**
     * An order with its guests.
     *
     * @param letter the last letter about it; {@code null} for none
     * @param tables at which guests of the event sit
     * @param isToCredit whether its invoice asks for what will not be
     */
    public record OrderPage(
            OrderDetails details,
            @Nullable LetterStatus letter,
            List<EventTable> tables,
            Form form,
            boolean isToCredit,
            boolean mayInvoice) {

        /** The tables with places left, and the number of the next new one. */
        public String freeTables(Words t) {
            int places = details.event().facts().tableSize();
            List<String> free = tables.stream()
                    .filter(each -> each.guests() < places)
                    .map(each -> t.say("event.table.free", each.number(), places - each.guests()))
                    .toList();
            int next = tables.isEmpty() ? 1 : tables.get(tables.size() - 1).number() + 1;
            return t.say("event.seat.help", free.isEmpty() ? t.say("event.table.none-free") : t.list(free), next);
        }
    }

    /** The public page of an event; {@code done} tells what was just done. */
    public record PublicEventPage(
            Words words,
            String us,
            String contact,
            AnnouncedEvent announced,
            @Nullable String done,
            Form form,
            FormShield shield,
            String address,
            List<Option> modes,
            List<Option> prices,
            List<Option> languages)
            implements TranslatedPage {}

    /** The page behind a link; {@code isOpen} tells whether anyone may register today. */
    public record LinkPage(
            Words words,
            OrderDetails details,
            boolean isOpen,
            Form form,
            FormShield shield,
            String address,
            List<Option> languages)
            implements TranslatedPage {

        /** Where the order stands, in a sentence. */
        public String state() {
            EventOrder order = details.order();
            if (!details.event().state().isAhead()) {
                return words.say("public.event.state." + details.event().state());
            }
            String sentence = words.say("public.event.order." + order.state(), order.seats());
            Instant until = order.offeredUntil();
            if (until != null) {
                return sentence + " " + words.say("public.event.order.until", words.dateTime(until));
            }
            return order.state() == EventOrderState.EXPIRED
                    ? sentence + " "
                            + words.say(isOpen ? "public.event.order.again" : "public.event.state." + EventState.CLOSED)
                    : sentence;
        }
    }
}
