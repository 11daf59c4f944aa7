package org.convergence.outreach.congress.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.outreach.congress.domain.Gathering;
import org.convergence.outreach.congress.domain.Gathering.DeadlineFacts;
import org.convergence.outreach.congress.domain.Gathering.DeadlineKind;
import org.convergence.outreach.congress.domain.Gathering.GatheringFacts;
import org.convergence.outreach.congress.domain.Gathering.GatheringId;
import org.convergence.outreach.congress.domain.Gathering.GatheringKind;
import org.convergence.outreach.congress.domain.GatheringService;
import org.convergence.outreach.congress.domain.GatheringService.GatheringFilter;
import org.convergence.outreach.congress.web.CongressPage.CongressFormPage;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The fields of gatherings and their deadlines, and what the forms of this module share. */
@Component
public record CongressForm(PartyChooser chooser, PlanLineOptions lines, GatheringService gatherings) {

    public static final Field<GatheringKind> KIND =
            Field.choice("kind", "congress.field.kind", List.of(GatheringKind.values()), GatheringKind::key);
    public static final Field<String> TITLE = Field.text("title", "congress.field.title", 200);
    public static final Field<LocalDate> BEGINS = Field.date("beginsOn", "congress.field.begins");
    public static final Field<LocalDate> ENDS =
            Field.date("endsOn", "congress.field.ends").optional();
    public static final Field<Boolean> EXPECTED = Field.checkbox("expected", "congress.field.expected");
    public static final Field<String> PLACE =
            Field.text("place", "congress.field.place", 200).optional();
    public static final Field<Integer> EVERY =
            Field.wholeNumber("everyYears", "congress.field.every", 1, 10).optional();
    public static final Field<String> NOTICE =
            Field.text("notice", "congress.field.notice", 1_000).optional();
    public static final Field<String> LINK = Field.text("url", "congress.field.url", PlanAttribution.LONGEST_LINK)
            .optional();
    public static final Field<String> EMERGENCY_RULE =
            Field.text("emergencyRule", "congress.field.emergency-rule", 1_000).optional();

    public static final Field<Boolean> SHOWN = Field.checkbox("shown", "congress.field.shown");

    public static final Field<DeadlineKind> DEADLINE =
            Field.choice("deadline", "congress.field.deadline", List.of(DeadlineKind.values()), DeadlineKind::key);
    public static final Field<LocalDate> DUE =
            Field.date("dueOn", "congress.field.due").optional();
    public static final Field<Integer> DAYS =
            Field.wholeNumber("daysBefore", "congress.field.days", 0, 730).optional();
    public static final Field<String> WORDS =
            Field.text("words", "congress.field.words", 300).optional();
    public static final Field<Integer> LEAD =
            Field.wholeNumber("leadDays", "congress.field.lead", 0, 365).optional();

    static final String ORGANISATION = "organisation";
    static final String RESPONSIBLE = "responsible";
    static final String GATHERING = "gathering";
    static final String ACTION = "action";

    private static final int MOST = 100;

    private static final FormFields<Gathering> FIELDS = FormFields.of(
            KIND.from(Gathering::kind),
            TITLE.from(Gathering::title),
            BEGINS.from(Gathering::beginsOn),
            ENDS.from(Gathering::endsOn),
            PLACE.from(Gathering::place),
            EVERY.from(Gathering::everyYears),
            NOTICE.from(Gathering::notice),
            LINK.from(Gathering::url),
            EMERGENCY_RULE.from(Gathering::emergencyRule));

    static Form open(Gathering it) {
        return FIELDS.open(it)
                .atVersion(it.version())
                .with(EXPECTED.name(), it.expected() ? "true" : null)
                .with(SHOWN.name(), it.shown() ? "true" : null)
                .with(ORGANISATION, it.organisation())
                .with(RESPONSIBLE, it.responsible());
    }

    /**
     * The page of the form.
     *
     * @param it the gathering to edit; {@code null} for a new one
     */
    ModelAndView page(@Nullable Gathering it, String action, String cancel, Form form) {
        return PageView.of(
                "outreach/congress/form",
                new CongressFormPage(
                        it == null ? "new" : "edit",
                        it == null ? null : it.title(),
                        action,
                        cancel,
                        form,
                        Map.of(ORGANISATION, organisation(form, ORGANISATION), RESPONSIBLE, person(form, RESPONSIBLE)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    GatheringFacts read(FormValues answers) {
        LocalDate begins = answers.get(BEGINS);
        LocalDate ends = Objects.requireNonNullElse(answers.find(ENDS), begins);
        if (ends.isBefore(begins) && answers.form().problem(ENDS.name()) == null) {
            answers.reject(ENDS.name(), "congress.refused.days");
        }
        return new GatheringFacts(
                readOrganisation(answers, ORGANISATION, true),
                answers.get(KIND),
                answers.get(TITLE),
                begins,
                ends,
                answers.get(EXPECTED),
                answers.find(PLACE),
                answers.find(EVERY),
                answers.find(NOTICE),
                readLink(answers),
                answers.find(EMERGENCY_RULE),
                answers.get(SHOWN),
                chooser.chosenPersons(answers.form(), RESPONSIBLE, 1).first());
    }

    /** A deadline is a day, or a number of days before the opening (R-REP-1). */
    static DeadlineFacts readDeadline(FormValues answers) {
        LocalDate fixed = answers.find(DUE);
        Integer days = answers.find(DAYS);
        boolean isRead =
                answers.form().problem(DUE.name()) == null && answers.form().problem(DAYS.name()) == null;
        if (isRead && (fixed == null) == (days == null)) {
            answers.reject(DUE.name(), "congress.refused.one-day");
        }
        return new DeadlineFacts(answers.get(DEADLINE), fixed, days, answers.find(WORDS), answers.find(LEAD));
    }

    ChosenParties<OrganisationId> readOrganisation(FormValues answers, String field, boolean required) {
        ChosenParties<OrganisationId> chosen = chooser.chosenOrganisations(answers.form(), field, 1);
        if (required && chosen.isEmpty() && answers.form().problem(field) == null) {
            answers.reject(field, "shell.form.required");
        }
        return chosen;
    }

    static @Nullable String readLink(FormValues answers) {
        String url = answers.find(LINK);
        if (url != null && !PlanAttribution.isLink(url)) {
            answers.reject(LINK.name(), "congress.refused.url");
        }
        return url;
    }

    static @Nullable ActionId readLine(FormValues answers) {
        UUID line = answers.optionalId(ACTION);
        return line == null ? null : new ActionId(line);
    }

    static @Nullable GatheringId readGathering(FormValues answers) {
        UUID id = answers.optionalId(GATHERING);
        return id == null ? null : new GatheringId(id);
    }

    ChooserField organisation(Form form, String field) {
        return chooser.organisations(form, field, 1, List.of());
    }

    ChooserField person(Form form, String field) {
        return chooser.persons(form, field, 1, List.of());
    }

    /** The gatherings ahead, and the chosen one. */
    List<Option> gatherings(@Nullable GatheringId chosen, Words t) {
        List<Gathering> all = new ArrayList<>(gatherings.findFirst(new GatheringFilter("", null, null, false), MOST));
        if (chosen != null && all.stream().noneMatch(each -> each.id().equals(chosen))) {
            all.add(0, gatherings.findById(chosen));
        }
        return all.stream()
                .map(each -> Option.of(
                        each.id(), t.say("congress.option", each.title(), each.organisationName(), each.beginsOn())))
                .toList();
    }

    List<Option> lines(Form form) {
        return lines.find(form, ACTION);
    }
}
