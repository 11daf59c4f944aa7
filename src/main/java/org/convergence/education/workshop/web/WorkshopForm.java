package org.convergence.education.workshop.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.education.workshop.domain.Facilitator;
import org.convergence.education.workshop.domain.Facilitator.FacilitatorFacts;
import org.convergence.education.workshop.domain.Workshop;
import org.convergence.education.workshop.domain.Workshop.CoCreation;
import org.convergence.education.workshop.domain.Workshop.WorkshopFacts;
import org.convergence.education.workshop.domain.WorkshopCatalogue;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of workshops, facilitators and capacity. */
@Component
public record WorkshopForm(
        PlanLineOptions lines, WorkshopCatalogue catalogue, PartyChooser chooser, OrganisationSettings settings) {

    public static final Field<String> TITLE = Field.text("title", "workshop.field.title", 200);
    public static final Field<String> THEME = Field.text("theme", "workshop.field.theme", 100);
    public static final Field<Integer> MINUTES = Field.wholeNumber("minutes", "workshop.field.minutes", 10, 960);
    public static final Field<String> OUTLINE = Field.text("outline", "workshop.field.outline", 10_000);
    public static final Field<Boolean> PUBLISHED = Field.checkbox("published", "workshop.field.published");
    public static final Field<String> KIT = Field.text("kit", "workshop.field.kit", PlanAttribution.LONGEST_LINK)
            .optional();
    public static final Field<String> NOTE =
            Field.text("note", "workshop.field.availability", 500).optional();
    public static final Field<Boolean> ACTIVE = Field.checkbox("active", "workshop.field.active");
    public static final Field<Integer> YEAR = Field.wholeNumber("year", "workshop.field.year", 2000, 2200);
    public static final Field<BigDecimal> HOURS = Field.of(
            "hours", "workshop.field.year-hours", answers -> answers.optionalHours("hours", 99_999), BigDecimal.ZERO);

    public static final Field<Integer> HEAD_COUNT = Field.wholeNumber("people", "workshop.field.head-count", 0, 10_000);
    public static final Field<Integer> WOMEN =
            Field.wholeNumber("women", "workshop.field.women", 0, 10_000).optional();
    public static final Field<Integer> MEN =
            Field.wholeNumber("men", "workshop.field.men", 0, 10_000).optional();

    public static final Field<String> NOTES =
            Field.text("notes", "workshop.field.notes", 4_000).optional();

    public static final Field<LocalDate> CHECKED_ON =
            Field.date("checkedOn", "workshop.field.checked-on").optional();
    public static final Field<String> CHECKED_BY =
            Field.text("checkedBy", "workshop.field.checked-by", 200).optional();

    public static final Field<String> WE_BRING =
            Field.text("weBring", "workshop.field.we-bring", 1_000).optional();
    public static final Field<String> THEY_BRING =
            Field.text("theyBring", "workshop.field.they-bring", 1_000).optional();
    public static final Field<LocalDate> REVIEWED_ON =
            Field.date("reviewedOn", "workshop.field.reviewed-on").optional();
    public static final Field<String> LICENCE =
            Field.text("licence", "workshop.field.licence", 200).optional();

    public static final Field<String> CLOSED = Field.text("name", "workshop.field.closed", 200);
    public static final Field<LocalDate> CLOSED_FROM = Field.date("fromOn", "workshop.field.closed-from");
    public static final Field<LocalDate> CLOSED_UNTIL = Field.date("untilOn", "workshop.field.closed-until");

    static final String PERSON = "person";
    static final String PARTNER = "partner";

    record WorkshopInput(int version, WorkshopFacts facts) {}

    WorkshopInput read(FormValues answers) {
        String kit = answers.find(KIT);
        if (kit != null && !PlanAttribution.isLink(kit)) {
            answers.reject(KIT.name(), "workshop.refused.link");
        }
        List<String> languages = Language.SPOKEN.stream()
                .filter(answers.form().values("languages")::contains)
                .toList();
        if (languages.isEmpty()) {
            answers.reject("languages", "shell.form.required");
        }
        UUID action = answers.optionalId("action");
        return new WorkshopInput(
                answers.version(),
                new WorkshopFacts(
                        answers.get(TITLE),
                        answers.get(THEME),
                        answers.get(MINUTES),
                        languages,
                        answers.get(OUTLINE),
                        answers.get(PUBLISHED),
                        kit,
                        action == null ? null : new ActionId(action),
                        readPartner(answers)));
    }

    private @Nullable CoCreation readPartner(FormValues answers) {
        OrganisationId partner = chooser.knownOrganisation(answers.form(), PARTNER);
        LocalDate reviewedOn = answers.find(REVIEWED_ON);
        if (reviewedOn != null && reviewedOn.isAfter(settings.today())) {
            answers.reject(REVIEWED_ON.name(), "workshop.refused.checked");
        }
        String weBring = answers.find(WE_BRING);
        String theyBring = answers.find(THEY_BRING);
        String licence = answers.find(LICENCE);
        if (partner == null) {
            if (reviewedOn != null || weBring != null || theyBring != null || licence != null) {
                answers.reject(PARTNER, "workshop.refused.partner");
            }
            return null;
        }
        return new CoCreation(partner, weBring, theyBring, reviewedOn, licence);
    }

    ChooserField partner(Form form) {
        return chooser.knownOrganisations(form, PARTNER, 1);
    }

    static Form open(Workshop it) {
        Form form = Form.blank();
        CoCreation with = it.with();
        if (with != null) {
            form.with(PARTNER, with.partner())
                    .with(WE_BRING.name(), with.weBring())
                    .with(THEY_BRING.name(), with.theyBring())
                    .with(REVIEWED_ON.name(), with.reviewedOn())
                    .with(LICENCE.name(), with.licence());
        }
        return form.atVersion(it.version())
                .with(TITLE.name(), it.title())
                .with(THEME.name(), it.theme())
                .with(MINUTES.name(), it.minutes())
                .with("languages", it.languages())
                .with(OUTLINE.name(), it.outline())
                .with(PUBLISHED.name(), it.published())
                .with(KIT.name(), it.kitUrl())
                .with("action", it.action());
    }

    static List<Option> languages(Words t) {
        return Language.SPOKEN.stream()
                .map(code -> new Option(code, t.capital(t.languageName(code))))
                .toList();
    }

    List<Option> actions(Form form) {
        return lines.find(form, "action");
    }

    /** The workshops that are given. */
    List<Option> workshops() {
        return catalogue.findAll().stream()
                .filter(each -> each.retiredOn() == null)
                .map(each -> Option.of(each.typedId(), each.title()))
                .toList();
    }

    FacilitatorFacts readFacilitator(FormValues answers) {
        LocalDate checkedOn = answers.find(CHECKED_ON);
        String checkedBy = answers.find(CHECKED_BY);
        if ((checkedOn == null) != (checkedBy == null)) {
            answers.reject((checkedOn == null ? CHECKED_ON : CHECKED_BY).name(), "shell.form.required");
        }
        if (checkedOn != null && checkedOn.isAfter(settings.today())) {
            answers.reject(CHECKED_ON.name(), "workshop.refused.checked");
        }
        List<String> known =
                WorkshopFormatter.regions().stream().map(Option::value).toList();
        return new FacilitatorFacts(
                answers.form().values("regions").stream()
                        .filter(known::contains)
                        .distinct()
                        .toList(),
                answers.textOrEmpty(NOTE),
                answers.get(ACTIVE),
                answers.ids("workshops"),
                checkedOn,
                checkedBy);
    }

    static Form open(Facilitator it) {
        return Form.blank()
                .atVersion(it.version())
                .with("regions", it.regions())
                .with(NOTE.name(), it.note())
                .with(ACTIVE.name(), it.active())
                .with("workshops", it.workshops())
                .with(CHECKED_ON.name(), it.checkedOn())
                .with(CHECKED_BY.name(), it.checkedBy());
    }

    PersonId readPerson(FormValues answers) {
        return answers.get(chooser.person(PERSON, "workshop.field.person"));
    }

    /** The people of a session, with women and men where they were counted. */
    static Participations readPeople(FormValues answers) {
        int people = answers.get(HEAD_COUNT);
        int women = Objects.requireNonNullElse(answers.find(WOMEN), 0);
        int men = Objects.requireNonNullElse(answers.find(MEN), 0);
        if (women + men > people) {
            answers.reject(WOMEN.name(), "realisation.participations.more", women + men, people);
            return Participations.of(people);
        }
        return new Participations(women, men, 0, people - women - men, null);
    }
}
