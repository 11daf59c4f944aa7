package org.convergence.outreach.event.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.event.domain.Event;
import org.convergence.outreach.event.domain.Event.EventFacts;
import org.convergence.outreach.event.domain.Event.EventMode;
import org.convergence.outreach.event.domain.EventOrder.EventOrderFacts;
import org.convergence.outreach.event.domain.EventOrder.GuestFacts;
import org.convergence.outreach.event.domain.EventOrder.GuestNeed;
import org.convergence.outreach.event.domain.EventOrder.OrderChange;
import org.convergence.outreach.event.domain.EventOrder.OrderGesture;
import org.convergence.outreach.event.domain.EventOrder.SeatPrice;
import org.convergence.outreach.event.domain.EventOrderService.OrderDetails;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Reads and fills the forms of events, orders and guests. */
public final class EventForm {

    private static final BigDecimal MOST_MONEY = new BigDecimal("9999999.99");
    private static final int MOST_QUOTA = 100_000;
    private static final int MOST_SEATS = 500;
    private static final int MOST_PUBLIC_SEATS = 20;
    private static final int MOST_TABLE = 500;
    private static final int MOST_MEALS = 6;
    private static final int USUAL_TABLE = 8;

    private EventForm() {}

    static Form open(Event event) {
        EventFacts facts = event.facts();
        return Form.blank()
                .atVersion(event.version())
                .with("name", facts.name())
                .with("day", facts.day())
                .with("begins", facts.begins())
                .with("place", facts.place())
                .with("quota", facts.inPerson())
                .with("online", facts.online())
                .with("onlineUrl", facts.onlineUrl())
                .with("languages", facts.languages())
                .with("about", facts.about())
                .with("access", facts.access())
                .with("draw", facts.draw() ? true : null)
                .with("licence", facts.licence())
                .with("tableSize", facts.tableSize())
                .with("reduced", facts.reduced())
                .with("regular", facts.regular())
                .with("support", facts.support())
                .with("taxNumbers", facts.taxNumbers())
                .with("target", facts.target())
                .with("action", facts.action())
                .with("meals", facts.meals())
                .with("carers", facts.carers())
                .with("announced", facts.announced() ? true : null);
    }

    static EventFacts read(FormValues answers) {
        BigDecimal reduced = amount(answers, "reduced");
        BigDecimal regular = amount(answers, "regular");
        BigDecimal support = amount(answers, "support");
        if (!areSolidary(Stream.of(reduced, regular, support)
                        .filter(Objects::nonNull)
                        .toList())
                || (regular == null && (reduced != null || support != null))) {
            answers.reject("regular", "event.refused.prices");
        }
        return new EventFacts(
                answers.text("name", 200),
                answers.date("day"),
                matching(answers, "begins", 5, "([01]\\d|2[0-3]):[0-5]\\d", "event.refused.time"),
                text(answers, "place", 300),
                answers.optionalWholeNumber("quota", 0, MOST_QUOTA),
                answers.optionalWholeNumber("online", 0, MOST_QUOTA),
                matching(answers, "onlineUrl", 1_000, "https?://\\S+", "event.refused.url"),
                text(answers, "languages", 200),
                text(answers, "about", 5_000),
                text(answers, "access", 1_000),
                answers.checkbox("draw"),
                answers.optionalText("licence", 50),
                Objects.requireNonNullElse(answers.optionalWholeNumber("tableSize", 2, 20), USUAL_TABLE),
                reduced,
                regular,
                support,
                answers.optionalText("taxNumbers", 200),
                amount(answers, "target"),
                answers.optionalId("action"),
                readMeals(answers),
                readCarers(answers),
                answers.checkbox("announced"));
    }

    private static List<String> readLines(FormValues answers, String name) {
        return text(answers, name, 400)
                .lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** The adults with the children: two at least, or none (R-EVT-9). */
    private static String readCarers(FormValues answers) {
        List<String> carers = readLines(answers, "carers");
        if (carers.size() == 1) {
            answers.reject("carers", "event.refused.carers");
        }
        return String.join("\n", carers);
    }

    /** The meals, one on each line, without blank lines. */
    private static String readMeals(FormValues answers) {
        List<String> meals = readLines(answers, "meals");
        if (meals.size() > MOST_MEALS) {
            answers.reject("meals", "event.refused.meals", MOST_MEALS);
        }
        return String.join("\n", meals);
    }

    /** The places of the meals that a guest takes; {@code null} if the form did not ask. */
    private static @Nullable List<String> readTaken(FormValues answers, String name) {
        return answers.form().filled("meals-asked")
                ? answers.form().values(name).stream()
                        .filter(each -> each.matches("[1-6]"))
                        .toList()
                : null;
    }

    /** Whether there are no prices, one, or three that rise. */
    private static boolean areSolidary(List<BigDecimal> prices) {
        return prices.isEmpty()
                || (prices.size() == 1 && prices.get(0).signum() > 0)
                || (prices.size() == 3
                        && prices.get(0).signum() > 0
                        && prices.get(0).compareTo(prices.get(1)) <= 0
                        && prices.get(1).compareTo(prices.get(2)) <= 0);
    }

    static @Nullable BigDecimal amount(FormValues answers, String name) {
        BigDecimal amount = answers.optionalNumber(name, BigDecimal.ZERO, MOST_MONEY);
        if (amount != null && amount.stripTrailingZeros().scale() > 2) {
            answers.reject(name, "shell.form.number");
        }
        return amount;
    }

    static String text(FormValues answers, String name, int longest) {
        return Objects.requireNonNullElse(answers.optionalText(name, longest), "");
    }

    static @Nullable String matching(FormValues answers, String name, int longest, String pattern, String key) {
        String text = answers.optionalText(name, longest);
        if (text != null && !text.matches(pattern)) {
            answers.reject(name, key);
        }
        return text;
    }

    /** An order by the public form: of a person or a group, with an address. */
    static EventOrderFacts readRegistration(FormValues answers, String language) {
        if (!answers.form().filled("mail")) {
            answers.reject("mail", "shell.form.required");
        }
        return readOrder(answers, false, null, language, MOST_PUBLIC_SEATS);
    }

    /** An order that staff record, of an organisation if there is a buyer. */
    static EventOrderFacts readOrder(FormValues answers, @Nullable OrganisationId buyer, String language) {
        return readOrder(answers, buyer != null, buyer, language, MOST_SEATS);
    }

    /** As above, where the buyer may be new. */
    static EventOrderFacts readOrder(FormValues answers, ChosenParties<OrganisationId> buyer, String language) {
        return readOrder(answers, !buyer.isEmpty(), buyer.first(), language, MOST_SEATS);
    }

    private static EventOrderFacts readOrder(
            FormValues answers, boolean bought, @Nullable OrganisationId buyer, String language, int most) {
        return new EventOrderFacts(
                Objects.requireNonNullElse(answers.optionalChoice("mode", EventMode.class), EventMode.IN_PERSON),
                answers.wholeNumber("seats", 1, most),
                buyer,
                matching(answers, "mail", 254, "[^@\\s]+@[^@\\s]+\\.[^@\\s]+", "event.refused.mail"),
                language,
                bought ? answers.optionalChoice("price", SeatPrice.class) : null,
                bought ? answers.optionalText("purchaseOrder", 200) : null,
                new GuestFacts(
                        answers.text("name", 200),
                        answers.choices("needs", GuestNeed.class),
                        answers.optionalText("note", 300),
                        readTaken(answers, "meals"),
                        ChildcareForm.read(answers, "")));
    }

    /** The form of an order: its guests, its seats, its purchase order. */
    static Form open(OrderDetails details) {
        Form form = Form.blank()
                .atVersion(details.order().version())
                .with("number", details.order().seats())
                .with("purchaseOrder", details.order().purchaseOrder())
                .with("count", details.guests().size());
        for (int i = 0; i < details.guests().size(); i++) {
            form.with("name-" + i, details.guests().get(i).name())
                    .with(
                            "needs-" + i,
                            Objects.requireNonNullElse(details.guests().get(i).needs(), List.of()))
                    .with("note-" + i, details.guests().get(i).needNote())
                    .with("meals-" + i, taken(details, i))
                    .with("table-" + i, details.guests().get(i).tableNumber());
            ChildcareForm.fill(form, details.guests().get(i), "-" + i);
        }
        return form;
    }

    private static List<String> taken(OrderDetails details, int guest) {
        return Objects.requireNonNullElseGet(
                details.guests().get(guest).meals(),
                () -> meals(details.event().facts()).stream().map(Option::value).toList());
    }

    /** The meals of an event as options, by their places. */
    public static List<Option> meals(EventFacts facts) {
        List<String> names = facts.mealNames();
        return IntStream.range(0, names.size())
                .mapToObj(i -> Option.of(i + 1, names.get(i)))
                .toList();
    }

    /** The form of a gesture: as it was sent, or afresh if another one was. */
    public static Form open(Form sent, OrderDetails details, String gesture) {
        return !sent.filled("gesture") || sent.value("gesture").equals(gesture) ? sent : open(details);
    }

    static OrderChange readChange(FormValues answers) {
        OrderGesture gesture = answers.choice("gesture", OrderGesture.class);
        List<GuestFacts> guests = new ArrayList<>();
        int count = gesture == OrderGesture.NAME_GUESTS ? answers.wholeNumber("count", 0, MOST_SEATS) : 0;
        for (int i = 0; i < count; i++) {
            guests.add(new GuestFacts(
                    answers.optionalText("name-" + i, 200),
                    answers.choices("needs-" + i, GuestNeed.class),
                    answers.optionalText("note-" + i, 300),
                    readTaken(answers, "meals-" + i),
                    ChildcareForm.read(answers, "-" + i)));
        }
        return new OrderChange(
                gesture,
                answers.version(),
                gesture == OrderGesture.RESIZE ? answers.wholeNumber("number", 1, MOST_SEATS) : 0,
                gesture == OrderGesture.CONFIRM ? answers.text("purchaseOrder", 200) : "",
                guests,
                gesture == OrderGesture.SEAT ? readTables(answers) : List.of());
    }

    private static List<@Nullable Integer> readTables(FormValues answers) {
        List<@Nullable Integer> tables = new ArrayList<>();
        int count = answers.wholeNumber("count", 0, MOST_SEATS);
        for (int i = 0; i < count; i++) {
            tables.add(answers.optionalWholeNumber("table-" + i, 1, MOST_TABLE));
        }
        return tables;
    }

    /** The constants as options, named by their messages. */
    public static List<Option> options(Enum<?>[] constants, String prefix, Words t) {
        return Arrays.stream(constants)
                .map(each -> Option.of(each.name(), t.say(prefix + each.name())))
                .toList();
    }

    /** The prices of an event with their amounts, as options. */
    static List<Option> prices(EventFacts facts, Words t) {
        List<Option> offered = new ArrayList<>();
        for (SeatPrice each : SeatPrice.values()) {
            BigDecimal price = facts.price(each);
            if (price != null) {
                offered.add(
                        Option.of(each.name(), t.say("public.event.price." + each) + " · " + t.money(price, "CAD")));
            }
        }
        return offered;
    }

    static List<Option> modes(EventFacts facts, Words t) {
        EventMode[] offered = Arrays.stream(EventMode.values())
                .filter(mode -> facts.seats(mode) != null)
                .toArray(EventMode[]::new);
        return options(offered, "public.event.mode.", t);
    }
}
