package org.convergence.resources.grant.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.TimeZones;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.domain.GrantCall;
import org.convergence.resources.grant.domain.GrantCallFacts;
import org.convergence.resources.grant.domain.GrantCallQueries;
import org.convergence.resources.grant.domain.GrantDoor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of a call. */
@Component
public class GrantCallForm {

    public static final Field<String> TITLE = Field.text("title", "grant.field.title", 300);
    public static final Field<GrantDoor> DOOR =
            Field.choice("door", "grant.field.door", List.of(GrantDoor.values()), GrantDoor::key);
    public static final Field<LocalDate> OPENS =
            Field.date("opens", "grant.field.opens_on").optional().inColumn("opens_on");
    public static final Field<LocalDate> CLOSES =
            Field.date("closes", "grant.field.closes_on").optional().inColumn("closes_on");
    public static final Field<LocalTime> HOUR = Field.of(
                    "hour", "grant.field.closes_time", GrantCallForm::hour, GrantCallFacts.END_OF_DAY)
            .optional()
            .inColumn("closes_time");
    public static final Field<ZoneId> ZONE =
            Field.of("zone", "grant.field.zone", GrantCallForm::zone, ZoneId.of("America/Toronto"));
    public static final Field<Integer> WEEKS = Field.wholeNumber("weeks", "grant.field.weeks_ahead", 1, 52)
            .optional()
            .inColumn("weeks_ahead");
    public static final Field<BigDecimal> FROM =
            amount("from", "grant.field.amount_from").optional().inColumn("amount_from");
    public static final Field<BigDecimal> TO =
            amount("to", "grant.field.amount_to").optional().inColumn("amount_to");
    public static final Field<String> CURRENCY =
            Field.of("currency", "grant.field.currency", GrantCallForm::currency, "CAD");
    public static final Field<Integer> MATCH = Field.wholeNumber("match", "grant.field.match_percent", 0, 99)
            .optional()
            .inColumn("match_percent");
    public static final Field<String> CUMUL =
            Field.text("cumul", "grant.field.cumul", 2_000).optional();
    public static final Field<String> ELIGIBILITY =
            Field.text("eligibility", "grant.field.eligibility", 4_000).optional();
    public static final Field<String> DOCUMENTS =
            Field.text("documents", "grant.field.documents", 4_000).optional();
    public static final Field<String> SOURCE = Field.of("source", "grant.field.source_url", GrantCallForm::source, "")
            .optional()
            .inColumn("source_url");
    public static final Field<LocalDate> CHECKED =
            Field.date("checked", "grant.field.checked_on").optional().inColumn("checked_on");

    static final String FUNDER = "funder";
    static final String RESPONSIBLE = "responsible";

    private static final BigDecimal LARGEST = new BigDecimal("999999999999");
    private static final Pattern HOUR_WRITTEN =
            Pattern.compile("([01]?\\d|2[0-3])\\s*(?:[:hH]\\s*([0-5]?\\d)?(?::\\d\\d)?)");

    private final GrantCallQueries queries;
    private final PartyChooser chooser;
    private final OrganisationSettings settings;
    private final Field<ChosenParties<OrganisationId>> funder;
    private final Field<PersonId> responsible;
    private final FormFields<GrantCallFacts> fields;

    GrantCallForm(GrantCallQueries queries, PartyChooser chooser, OrganisationSettings settings) {
        this.queries = queries;
        this.chooser = chooser;
        this.settings = settings;
        this.funder = chooser.organisations(FUNDER, "grant.field.funder", 1);
        this.responsible =
                chooser.person(RESPONSIBLE, "grant.field.responsible").optional();
        this.fields = FormFields.of(
                TITLE.from(GrantCallFacts::title),
                funder.from(facts -> facts.funder()),
                DOOR.from(GrantCallFacts::door),
                OPENS.from(GrantCallFacts::opensOn),
                CLOSES.from(GrantCallFacts::closesOn),
                HOUR.from(GrantCallFacts::closesTime),
                ZONE.from(facts -> facts.zone().getId()),
                WEEKS.from(GrantCallFacts::weeksAhead),
                FROM.from(GrantCallFacts::amountFrom),
                TO.from(GrantCallFacts::amountTo),
                CURRENCY.from(GrantCallFacts::currency),
                MATCH.from(GrantCallFacts::matchPercent),
                CUMUL.from(GrantCallFacts::cumul),
                ELIGIBILITY.from(GrantCallFacts::eligibility),
                DOCUMENTS.from(GrantCallFacts::documents),
                SOURCE.from(GrantCallFacts::sourceUrl),
                CHECKED.from(GrantCallFacts::checkedOn),
                responsible.from(GrantCallFacts::responsible));
    }

    /**
     * The input of the form.
     *
     * @param newcomer the name of a funder to create in the directory; {@code null} if it is known
     */
    record GrantCallInput(
            int version, GrantCallFacts facts, @Nullable String newcomer) {}

    Form blank() {
        return Form.blank()
                .with(DOOR.name(), GrantDoor.WINDOW)
                .with(HOUR.name(), GrantCallFacts.END_OF_DAY)
                .with(ZONE.name(), settings.current().zone().getId())
                .with(CURRENCY.name(), "CAD")
                .with(CHECKED.name(), settings.today());
    }

    Form open(GrantCall call) {
        return fields.open(call.facts()).atVersion(call.version());
    }

    GrantCallInput read(FormValues answers) {
        return fields.read(answers, () -> {
            ChosenParties<OrganisationId> chosen = answers.get(funder);
            if (chosen.isEmpty() && answers.form().problem(FUNDER) == null) {
                answers.reject(FUNDER, "shell.form.required");
            }
            GrantDoor door = answers.get(DOOR);
            LocalDate closes = answers.find(CLOSES);
            Integer weeks = answers.find(WEEKS);
            BigDecimal from = answers.find(FROM);
            BigDecimal to = answers.find(TO);
            if (door == GrantDoor.WINDOW && closes == null && answers.form().problem(CLOSES.name()) == null) {
                answers.reject(CLOSES.name(), "grant.refused.window");
            }
            if (door != GrantDoor.WINDOW && weeks != null) {
                answers.reject(WEEKS.name(), "grant.refused.yearly");
            }
            if (from != null && to != null && from.compareTo(to) > 0) {
                answers.reject(TO.name(), "grant.refused.amounts");
            }
            OrganisationId known = chosen.first();
            GrantCallFacts facts = new GrantCallFacts(
                    known == null ? new OrganisationId(new UUID(0, 0)) : known,
                    answers.get(TITLE),
                    door,
                    answers.find(OPENS),
                    closes,
                    Objects.requireNonNullElse(answers.find(HOUR), GrantCallFacts.END_OF_DAY),
                    answers.get(ZONE),
                    weeks,
                    from,
                    to,
                    answers.get(CURRENCY),
                    answers.find(MATCH),
                    answers.find(CUMUL),
                    answers.find(ELIGIBILITY),
                    answers.find(DOCUMENTS),
                    answers.find(SOURCE),
                    answers.find(CHECKED),
                    answers.find(responsible));
            return new GrantCallInput(
                    answers.version(),
                    facts,
                    chosen.newcomers().stream().findFirst().orElse(null));
        });
    }

    /** @param since the version on which the form was opened */
    Conflict compare(Form mine, GrantCall stands, int since, Words t) {
        return fields.compare(mine, queries.findOpened(stands.typedId(), since), open(stands), t);
    }

    GrantCallFormPage page(
            @Nullable GrantCall call, Form form, String action, String cancel, @Nullable Conflict conflict, Words t) {
        form.restore(action);
        return new GrantCallFormPage(
                call == null ? null : call.facts().title(),
                action,
                cancel,
                form,
                chooser.organisations(form, FUNDER, 1, List.of()),
                chooser.responsible(form, RESPONSIBLE),
                zones(form.value(ZONE.name()), t),
                conflict);
    }

    private List<Option> zones(String chosen, Words t) {
        return Stream.concat(Stream.of(settings.current().zone().getId(), chosen), TimeZones.OFFERED.stream())
                .distinct()
                .flatMap(name -> TimeZones.find(name).stream())
                .map(zone -> new Option(zone.getId(), t.capital(GrantFormatter.zone(zone, t)) + " – " + place(zone)))
                .toList();
    }

    private static String place(ZoneId zone) {
        return zone.getId().substring(zone.getId().indexOf('/') + 1).replace('_', ' ');
    }

    static Field<BigDecimal> amount(String name, String label) {
        return Field.of(name, label, answers -> cents(answers, name), BigDecimal.ZERO);
    }

    private static @Nullable BigDecimal cents(FormValues answers, String name) {
        BigDecimal amount = answers.optionalNumber(name, BigDecimal.ZERO, LARGEST);
        if (amount != null && amount.stripTrailingZeros().scale() > 2) {
            answers.reject(name, "grant.refused.cents");
        }
        return amount;
    }

    private static @Nullable LocalTime hour(FormValues answers) {
        String text = answers.form().value("hour").replace('\u00a0', ' ').strip();
        Matcher written = HOUR_WRITTEN.matcher(text);
        if (text.isEmpty() || !written.matches()) {
            if (!text.isEmpty()) {
                answers.reject("hour", "grant.refused.hour");
            }
            return null;
        }
        String minutes = Objects.requireNonNullElse(written.group(2), "0");
        return LocalTime.of(
                TextParser.wholeNumber(written.group(1)).orElse(0),
                TextParser.wholeNumber(minutes).orElse(0));
    }

    private static @Nullable ZoneId zone(FormValues answers) {
        ZoneId zone = TimeZones.find(answers.form().value("zone").strip()).orElse(null);
        if (zone == null) {
            answers.reject("zone", "shell.form.choice");
        }
        return zone;
    }

    private static @Nullable String currency(FormValues answers) {
        String code = answers.form().value("currency").strip().toUpperCase(Locale.ROOT);
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(each -> each.getCurrencyCode().equals(code));
        if (!code.isEmpty() && !known) {
            answers.reject("currency", "grant.refused.currency");
        }
        return code.isEmpty() ? null : code;
    }

    private static @Nullable String source(FormValues answers) {
        String url = answers.optionalText("source", 500);
        if (url != null && !url.matches("https?://[^\\s]+")) {
            answers.reject("source", "grant.refused.source");
        }
        return url;
    }
}
