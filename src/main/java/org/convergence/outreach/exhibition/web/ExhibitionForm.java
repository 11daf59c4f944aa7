package org.convergence.outreach.exhibition.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.outreach.exhibition.domain.Exhibition;
import org.convergence.outreach.exhibition.domain.Exhibition.BookingFacts;
import org.convergence.outreach.exhibition.domain.Exhibition.ConditionReport;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionBooking;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionFacts;
import org.convergence.outreach.exhibition.domain.Exhibition.PanelDamage;
import org.convergence.outreach.exhibition.domain.Exhibition.ReportFacts;
import org.convergence.outreach.exhibition.domain.Exhibition.TravelDays;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.plan.realisation.DayRange;
import org.convergence.platform.geography.Region;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of exhibitions, bookings and condition reports. */
@Component
public record ExhibitionForm(PartyChooser chooser, PlanLineOptions lines) {

    public static final Field<String> TITLE = Field.text("title", "exhibition.field.title", 200);
    public static final Field<Integer> PANELS = Field.wholeNumber("panels", "exhibition.field.panels", 1, 500);
    public static final Field<Integer> VALUE = Field.wholeNumber("value", "exhibition.field.value", 0, 10_000_000);
    public static final Field<Integer> SPACE = Field.wholeNumber("space", "exhibition.field.space", 1, 2_000);
    public static final Field<Integer> DISMOUNT = Field.wholeNumber("dismount", "exhibition.field.dismount", 0, 30);
    public static final Field<Integer> TRANSPORT = Field.wholeNumber("transport", "exhibition.field.transport", 0, 30);
    public static final Field<Integer> MOUNT = Field.wholeNumber("mount", "exhibition.field.mount", 0, 30);
    public static final Field<String> PLACE =
            Field.text("place", "exhibition.field.place", 200).optional();
    public static final Field<String> CITY = Field.text("city", "exhibition.field.city", 100);
    public static final Field<String> CONTACT =
            Field.text("contact", "exhibition.field.contact", 200).optional();
    public static final Field<LocalDate> OPENS = Field.date("opensOn", "exhibition.field.opens");
    public static final Field<LocalDate> CLOSES = Field.date("closesOn", "exhibition.field.closes");
    public static final Field<String> SPACE_NOTE = Field.text("spaceNote", "exhibition.field.space-note", 1_000);
    public static final Field<String> SECURITY_NOTE =
            Field.text("securityNote", "exhibition.field.security-note", 1_000);
    public static final Field<LocalDate> ON = Field.date("on", "exhibition.field.on");
    public static final Field<Boolean> NAIL_TO_NAIL = Field.checkbox("nailToNail", "exhibition.field.nail-to-nail");
    public static final Field<Boolean> LIABILITY = Field.checkbox("liability", "exhibition.field.liability");
    public static final Field<String> MADE_BY = Field.text("madeBy", "exhibition.field.made-by", 200);
    public static final Field<String> DAMAGE =
            Field.text("damage", "exhibition.field.damage", 10_000).optional();
    public static final Field<String> SETTLEMENT = Field.text("settlement", "exhibition.field.settlement", 1_000);
    public static final Field<Integer> PEOPLE = Field.wholeNumber("people", "exhibition.field.people", 0, 1_000_000);
    public static final Field<String> REASON = Field.text("reason", "exhibition.field.reason", 500);

    static final String RESPONSIBLE = "responsible";
    static final String HOST = "host";
    static final String ACTION = "action";
    static final String REGION = "region";

    /** The regions of Québec, by place code. */
    public static final List<Option> REGIONS = Arrays.stream(Region.values())
            .map(each -> new Option("QC-" + each.code(), each.officialName()))
            .toList();

    static final String PHOTOGRAPHS = "photographs";

    private static final Pattern DAMAGED = Pattern.compile("\\s*(\\d{1,3})\\s*[:.,–-]?\\s*(\\S.{0,499})");

    private static final FormFields<Exhibition> EXHIBITION = FormFields.of(
            TITLE.from(Exhibition::title),
            PANELS.from(Exhibition::panels),
            VALUE.from(Exhibition::insuredValue),
            SPACE.from(Exhibition::spaceMetres),
            DISMOUNT.from(it -> it.travel().dismount()),
            TRANSPORT.from(it -> it.travel().transport()),
            MOUNT.from(it -> it.travel().mount()));

    private static final FormFields<ExhibitionBooking> BOOKING = FormFields.of(
            PLACE.from(ExhibitionBooking::place),
            CITY.from(ExhibitionBooking::city),
            CONTACT.from(ExhibitionBooking::contact),
            OPENS.from(it -> it.open().from()),
            CLOSES.from(it -> it.open().to()),
            SPACE_NOTE.from(ExhibitionBooking::spaceNote),
            SECURITY_NOTE.from(ExhibitionBooking::securityNote),
            PEOPLE.from(ExhibitionBooking::people));

    static Form open(Exhibition exhibition) {
        return EXHIBITION
                .open(exhibition)
                .atVersion(exhibition.version())
                .with(RESPONSIBLE, exhibition.responsible())
                .with(ACTION, exhibition.action());
    }

    /** The values of a booking, for the forms of its steps. */
    static Form open(ExhibitionBooking booking) {
        return BOOKING.open(booking)
                .atVersion(booking.version())
                .with(HOST, booking.host())
                .with(REGION, booking.region());
    }

    /** Adds a report to a form, with one damaged panel a line. */
    static Form add(Form form, ConditionReport report) {
        String damage = report.damage().stream()
                .map(each -> each.panel() + " : " + each.damage())
                .collect(Collectors.joining("\n"));
        return form.with(ON.name(), report.madeOn())
                .with(MADE_BY.name(), report.madeBy())
                .with(DAMAGE.name(), damage);
    }

    ExhibitionFacts read(FormValues answers) {
        UUID action = answers.optionalId(ACTION);
        return new ExhibitionFacts(
                answers.get(TITLE),
                answers.get(PANELS),
                answers.get(VALUE),
                answers.get(SPACE),
                new TravelDays(answers.get(DISMOUNT), answers.get(TRANSPORT), answers.get(MOUNT)),
                chooser.chosenPersons(answers.form(), RESPONSIBLE, 1).first(),
                action == null ? null : new ActionId(action));
    }

    BookingFacts readBooking(FormValues answers) {
        ChosenParties<OrganisationId> host = chooser.chosenOrganisations(answers.form(), HOST, 1);
        if (host.isEmpty() && answers.form().problem(HOST) == null) {
            answers.reject(HOST, "shell.form.required");
        }
        LocalDate opens = answers.get(OPENS);
        LocalDate closes = answers.get(CLOSES);
        boolean isOrdered = !closes.isBefore(opens);
        if (!isOrdered && answers.form().problem(CLOSES.name()) == null) {
            answers.reject(CLOSES.name(), "exhibition.refused.days");
        }
        return new BookingFacts(
                host.first(),
                String.join("", host.newcomers()),
                answers.find(PLACE),
                answers.get(CITY),
                readRegion(answers),
                answers.find(CONTACT),
                new DayRange(opens, isOrdered ? closes : opens));
    }

    private static @Nullable String readRegion(FormValues answers) {
        String region = answers.optionalText(REGION, 5);
        if (region != null && REGIONS.stream().noneMatch(each -> each.value().equals(region))) {
            answers.reject(REGION, "exhibition.refused.region");
        }
        return region;
    }

    /** Reads a report, with one damaged panel a line: its number, then what is damaged. */
    static ReportFacts readReport(FormValues answers) {
        Map<Integer, PanelDamage> damage = new LinkedHashMap<>();
        String typed = answers.find(DAMAGE);
        for (String line : typed == null
                ? List.<String>of()
                : typed.lines().filter(each -> !each.isBlank()).toList()) {
            Matcher read = DAMAGED.matcher(line);
            int panel = read.matches() ? TextParser.wholeNumber(read.group(1)).orElse(0) : 0;
            if (panel == 0
                    || damage.put(panel, new PanelDamage(panel, read.group(2).strip())) != null) {
                answers.reject(DAMAGE.name(), "exhibition.refused.damage-line", line.strip());
                break;
            }
        }
        return new ReportFacts(answers.get(ON), answers.get(MADE_BY), List.copyOf(damage.values()));
    }

    ChooserField responsible(Form form) {
        return chooser.persons(form, RESPONSIBLE, 1, List.of());
    }

    ChooserField host(Form form) {
        return chooser.organisations(form, HOST, 1, List.of());
    }

    List<Option> actions(Form form) {
        return lines.find(form, "action");
    }

    @Nullable
    String displayName(Exhibition exhibition) {
        return exhibition.responsible() == null
                ? null
                : chooser.displayName(exhibition.responsible().value().toString());
    }
}
