package org.convergence.education.workshop.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.education.tool.HandOutSetting;
import org.convergence.education.tool.ToolId;
import org.convergence.education.tool.ToolStock;
import org.convergence.education.workshop.RefusalOffer;
import org.convergence.education.workshop.WorkshopChannel;
import org.convergence.education.workshop.WorkshopId;
import org.convergence.education.workshop.WorkshopRequestKind;
import org.convergence.education.workshop.domain.WorkshopRequest;
import org.convergence.education.workshop.domain.WorkshopRequestFacts;
import org.convergence.education.workshop.domain.WorkshopRequestFacts.CopyOrder;
import org.convergence.education.workshop.domain.WorkshopRequestFacts.RequestContact;
import org.convergence.education.workshop.domain.WorkshopRequestFacts.WishedDays;
import org.convergence.education.workshop.domain.WorkshopSession;
import org.convergence.education.workshop.domain.WorkshopSession.WorkshopSessionFacts;
import org.convergence.platform.geography.Place;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of a request, of its answers, and of a session; the public form has the first ones. */
@Component
public record WorkshopRequestForm(PartyChooser chooser, ToolStock stock) {

    public static final Field<WorkshopRequestKind> KIND =
            Field.choice("kind", "workshop.request", List.of(WorkshopRequestKind.values()), WorkshopRequestKind::key);
    /** The kinds of the public form for workshops. */
    public static final Field<WorkshopRequestKind> ASKED_KIND = Field.choice(
            "kind",
            "public.workshop.field.kind",
            List.of(WorkshopRequestKind.REQUEST, WorkshopRequestKind.QUESTION, WorkshopRequestKind.NOTICE),
            WorkshopRequestKind::key);

    public static final Field<Integer> COPIES = Field.wholeNumber("copies", "public.workshop.field.copies", 1, 1_000);
    public static final Field<HandOutSetting> SETTING =
            Field.choice("setting", "workshop.field.setting", List.of(HandOutSetting.values()), HandOutSetting::key);
    public static final Field<WorkshopRequestKind> ANY_KIND = KIND.optional();
    public static final Field<WorkshopChannel> CHANNEL = Field.choice(
            "channel",
            "workshop.field.channel",
            List.of(WorkshopChannel.MAIL, WorkshopChannel.PHONE),
            WorkshopChannel::key);
    public static final Field<String> ASKER = Field.text("asker", "public.workshop.field.asker", 200);
    public static final Field<String> NAME = Field.text("name", "public.workshop.field.name", 200);
    public static final Field<String> MAIL =
            Field.text("mail", "public.workshop.field.mail", 254).optional();
    public static final Field<String> PHONE =
            Field.text("phone", "public.workshop.field.phone", 50).optional();
    public static final Field<String> PLACE =
            Field.text("place", "public.workshop.field.place", 300).optional();
    public static final Field<Integer> PEOPLE = Field.wholeNumber("people", "public.workshop.field.people", 1, 10_000)
            .optional();
    public static final Field<String> PURPOSE =
            Field.text("purpose", "public.workshop.field.purpose", 2_000).optional();
    public static final Field<String> ACCESS =
            Field.text("access", "public.workshop.field.access", 1_000).optional();
    public static final Field<LocalDate> FIRST =
            Field.date("first", "public.workshop.field.first").optional();
    public static final Field<LocalDate> SECOND =
            Field.date("second", "public.workshop.field.second").optional();
    public static final Field<LocalDate> THIRD =
            Field.date("third", "public.workshop.field.third").optional();
    public static final Field<LocalDate> DAY = Field.date("day", "workshop.field.day");
    public static final Field<BigDecimal> HOURS =
            Field.of("hours", "workshop.field.hours", answers -> answers.optionalHours("hours", 200), BigDecimal.ZERO);
    public static final Field<String> NOTE =
            Field.text("note", "workshop.field.note", 1_000).optional();
    public static final Field<RefusalOffer> ALTERNATIVE = Field.choice(
            "alternative", "workshop.field.alternative", List.of(RefusalOffer.values()), RefusalOffer::key);

    static final String RESPONSIBLE = "responsible";
    static final String ORGANISATION = "organisation";
    static final String FACILITATORS = "facilitators";

    /** The group gives the workshop itself. */
    public static final Field<Boolean> SELF_LED = Field.checkbox("selfLed", "workshop.field.self-led");

    /** The fields behind a letter that is shown before it leaves. */
    static final List<String> CARRIED = List.of(
            "version",
            "workshop",
            ORGANISATION,
            DAY.name(),
            "begins",
            "region",
            PLACE.name(),
            HOURS.name(),
            FACILITATORS,
            SELF_LED.name(),
            ALTERNATIVE.name(),
            NOTE.name());

    record RequestInput(int version, WorkshopRequestFacts facts) {}

    /** A request as staff entered it. */
    RequestInput read(FormValues answers, WorkshopChannel channel) {
        String language = answers.text("language", 2);
        if (!language.isEmpty() && !PublicLanguages.isSupported(language)) {
            answers.reject("language", "shell.form.choice");
        }
        return new RequestInput(
                answers.version(),
                read(
                        answers.get(KIND),
                        answers,
                        channel,
                        language,
                        readOrganisation(answers),
                        chooser.chosenPersons(answers.form(), RESPONSIBLE, 1).first()));
    }

    /** A request from outside: no organisation of the directory is recognised yet. */
    WorkshopRequestFacts readPublic(FormValues answers, String language) {
        return read(answers.get(ASKED_KIND), answers, WorkshopChannel.FORM, language, null, null);
    }

    /** An order from outside. */
    WorkshopRequestFacts readOrder(FormValues answers, String language) {
        return read(WorkshopRequestKind.COPIES, answers, WorkshopChannel.FORM, language, null, null);
    }

    private @Nullable CopyOrder readCopies(FormValues answers) {
        UUID tool = answers.optionalId("tool");
        if (tool == null || stock.findTitle(new ToolId(tool)).isEmpty()) {
            answers.reject("tool", tool == null ? "shell.form.required" : "shell.form.choice");
            return null;
        }
        return new CopyOrder(new ToolId(tool), answers.get(COPIES));
    }

    private WorkshopRequestFacts read(
            WorkshopRequestKind kind,
            FormValues answers,
            WorkshopChannel channel,
            String language,
            @Nullable OrganisationId organisation,
            @Nullable PersonId responsible) {
        UUID workshop = answers.optionalId("workshop");
        String mail = answers.find(MAIL);
        String phone = answers.find(PHONE);
        if (mail != null && !mail.matches("[^@\\s<>,;]+@[^@\\s<>,;]+\\.[^@\\s<>,;.]+")) {
            answers.reject(MAIL.name(), "public.workshop.refused.mail");
        }
        if (mail == null && phone == null) {
            answers.reject(MAIL.name(), "public.workshop.refused.contact");
        }
        Set<LocalDate> days = new LinkedHashSet<>();
        for (Field<LocalDate> each : List.of(FIRST, SECOND, THIRD)) {
            LocalDate day = answers.find(each);
            if (day != null) {
                days.add(day);
            }
        }
        return new WorkshopRequestFacts(
                kind,
                channel,
                workshop == null ? null : new WorkshopId(workshop),
                organisation,
                answers.get(ASKER),
                new RequestContact(answers.get(NAME), mail, phone),
                language,
                region(answers),
                answers.textOrEmpty(PLACE),
                WishedDays.of(List.copyOf(days)),
                answers.find(PEOPLE),
                answers.textOrEmpty(PURPOSE),
                answers.textOrEmpty(ACCESS),
                responsible,
                kind == WorkshopRequestKind.COPIES ? readCopies(answers) : null);
    }

    static @Nullable String region(FormValues answers) {
        String region = answers.optionalText("region", 10);
        if (region != null && Place.findByCode(region).isEmpty()) {
            answers.reject("region", "shell.form.choice");
        }
        return region;
    }

    static Form open(WorkshopRequest it) {
        WorkshopRequestFacts facts = it.facts();
        Form form = Form.blank()
                .atVersion(it.version())
                .with(KIND.name(), facts.kind())
                .with(CHANNEL.name(), facts.channel())
                .with("workshop", facts.workshop())
                .with(ORGANISATION, facts.organisation())
                .with(ASKER.name(), facts.asker())
                .with(NAME.name(), facts.contact().name())
                .with(MAIL.name(), facts.contact().mail())
                .with(PHONE.name(), facts.contact().phone())
                .with("language", facts.language())
                .with("region", facts.region())
                .with(PLACE.name(), facts.place())
                .with(PEOPLE.name(), facts.people())
                .with(PURPOSE.name(), facts.purpose())
                .with(ACCESS.name(), facts.access())
                .with(RESPONSIBLE, facts.responsible());
        CopyOrder order = facts.order();
        if (order != null) {
            form.with("tool", order.tool()).with(COPIES.name(), order.copies());
        }
        List<Field<LocalDate>> fields = List.of(FIRST, SECOND, THIRD);
        List<LocalDate> days = facts.wishedDays();
        for (int i = 0; i < days.size(); i++) {
            form.with(fields.get(i).name(), days.get(i));
        }
        return form;
    }

    record SessionInput(int version, WorkshopSessionFacts facts, String note) {}

    /** A session, its day not before today. */
    SessionInput readSession(FormValues answers, LocalDate today, @Nullable OrganisationId organisation) {
        LocalDate day = answers.get(DAY);
        if (day.isBefore(today.minusYears(1))) {
            answers.reject(DAY.name(), "workshop.refused.past");
        }
        String begins = answers.optionalText("begins", 5);
        if (begins != null && !begins.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            answers.reject("begins", "workshop.refused.time");
        }
        return new SessionInput(
                answers.version(),
                new WorkshopSessionFacts(
                        new WorkshopId(answers.id("workshop")),
                        organisation == null ? readOrganisation(answers) : organisation,
                        day,
                        begins,
                        region(answers),
                        answers.textOrEmpty(PLACE),
                        answers.get(HOURS),
                        split(answers.form()).values(FACILITATORS).stream()
                                .flatMap(id -> TextParser.id(id).stream())
                                .toList(),
                        answers.get(SELF_LED)),
                answers.textOrEmpty(NOTE));
    }

    /** A carried form, its facilitators apart again. */
    static Form split(Form form) {
        return form.with(
                FACILITATORS,
                form.values(FACILITATORS).stream()
                        .flatMap(each -> Stream.of(each.split(" ")))
                        .filter(each -> !each.isEmpty())
                        .toList());
    }

    static Form open(WorkshopSession it, List<UUID> facilitators) {
        return Form.blank()
                .atVersion(it.version())
                .with("workshop", it.workshop())
                .with(ORGANISATION, it.organisation())
                .with(DAY.name(), it.day())
                .with("begins", it.begins())
                .with("region", it.region())
                .with(PLACE.name(), it.place())
                .with(HOURS.name(), it.hours())
                .with("facilitators", facilitators)
                .with(SELF_LED.name(), it.selfLed() ? true : null);
    }

    @Nullable
    OrganisationId readOrganisation(FormValues answers) {
        return chooser.knownOrganisation(answers.form(), ORGANISATION);
    }

    ChooserField organisation(Form form) {
        return chooser.knownOrganisations(form, ORGANISATION, 1);
    }

    ChooserField responsible(Form form) {
        return chooser.responsible(form, RESPONSIBLE);
    }
}
