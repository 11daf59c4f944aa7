package org.convergence.education.internship.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.education.internship.ReleaseState;
import org.convergence.education.internship.domain.InternshipCall;
import org.convergence.education.internship.domain.InternshipCall.CriterionFacts;
import org.convergence.education.internship.domain.InternshipCall.InternshipCallFacts;
import org.convergence.education.internship.domain.InternshipCall.InternshipCriterion;
import org.convergence.education.internship.domain.InternshipCall.SeatQuota;
import org.convergence.education.internship.domain.InternshipFile.InternRelease;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of a call, and of a release. */
@Component
public record InternshipForm(PartyChooser chooser, ActionPlans plans, PlanLineOptions lines) {

    /** Criteria of one call. */
    public static final int MOST_CRITERIA = 6;

    public static final Field<String> TITLE_FR = Field.text("titleFr", "internship.field.title-fr", 200);
    public static final Field<String> TITLE_EN =
            Field.text("titleEn", "internship.field.title-en", 200).optional();
    public static final Field<String> TEXT_FR = Field.text("textFr", "internship.field.text-fr", 10_000);
    public static final Field<String> TEXT_EN =
            Field.text("textEn", "internship.field.text-en", 10_000).optional();
    public static final Field<String> DESTINATION = Field.text("destination", "internship.field.destination", 200);
    public static final Field<LocalDate> OPENS = Field.date("opensOn", "internship.field.opens-on");
    public static final Field<LocalDate> CLOSES = Field.date("closesOn", "internship.field.closes-on");
    public static final Field<LocalDate> DECIDES = Field.date("decidesOn", "internship.field.decides-on");
    public static final Field<LocalDate> STARTS = Field.date("startsOn", "internship.field.starts-on");
    public static final Field<LocalDate> ENDS = Field.date("endsOn", "internship.field.ends-on");
    public static final Field<Integer> PLACES = Field.wholeNumber("places", "internship.field.places", 1, 40);
    public static final Field<Integer> RETURNS =
            Field.wholeNumber("returnActivities", "internship.field.return-activities", 0, 20);
    public static final Field<LocalDate> RETURN_BY = Field.date("returnBy", "internship.field.return-by");
    public static final Field<String> CONTACT = Field.text("contact", "internship.field.contact", 200);
    public static final Field<String> HOST_CONTACT =
            Field.text("hostContact", "internship.field.host-contact", 200).optional();
    public static final Field<Integer> DAYS = Field.wholeNumber("days", "internship.field.release-days", 1, 400);
    public static final Field<LocalDate> ASKED = Field.date("askedOn", "internship.field.asked-on");
    public static final Field<ReleaseState> ANSWER =
            Field.choice("answer", "internship.field.answer", List.of(ReleaseState.values()), ReleaseState::key);
    public static final Field<LocalDate> ANSWERED =
            Field.date("answeredOn", "internship.field.answered-on").optional();
    public static final Field<String> MATCHED =
            Field.text("matchedIn", "internship.field.matched-in", 200).optional();

    public static final Field<Integer> INTERNS = Field.wholeNumber("people", "internship.field.stay-people", 1, 40);
    public static final String STAY_COUNTRY = "country";

    public static final Field<LocalDate> TRAINED = Field.date("on", "internship.field.trained-on");
    public static final Field<String> TRAINING = Field.text("title", "internship.field.training", 200);

    public static final Field<LocalDate> HELD_ON = Field.date("on", "internship.field.interview-on");
    public static final Field<String> HELD_BY = Field.text("heldBy", "internship.field.held-by", 200);
    public static final Field<String> INTERVIEW_NOTE =
            Field.text("note", "internship.field.interview-note", 2_000).optional();

    static final BigDecimal LEAST_HOURS = new BigDecimal("0.25");
    static final BigDecimal MOST_HOURS = BigDecimal.valueOf(40);
    static final String RESPONSIBLE = "responsible";
    static final String READERS = "readers";
    static final String QUOTAS = "quotas";

    private static final int MOST_READERS = 20;
    private static final int MOST_QUOTAS = 20;
    private static final BigDecimal MOST_PAY = BigDecimal.valueOf(9_999);
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** The days in the order in which they must follow. */
    private static final List<Field<LocalDate>> DAYS_IN_ORDER =
            List.of(OPENS, CLOSES, DECIDES, STARTS, ENDS, RETURN_BY);

    private static final FormFields<InternshipCall> FIELDS = FormFields.of(
            TITLE_FR.from(InternshipCall::titleFr),
            TITLE_EN.from(InternshipCall::titleEn),
            TEXT_FR.from(InternshipCall::textFr),
            TEXT_EN.from(InternshipCall::textEn),
            DESTINATION.from(InternshipCall::destination),
            OPENS.from(InternshipCall::opensOn),
            CLOSES.from(InternshipCall::closesOn),
            DECIDES.from(InternshipCall::decidesOn),
            STARTS.from(InternshipCall::startsOn),
            ENDS.from(InternshipCall::endsOn),
            PLACES.from(InternshipCall::places),
            RETURNS.from(InternshipCall::returnActivities),
            RETURN_BY.from(InternshipCall::returnBy),
            CONTACT.from(InternshipCall::contact));

    /** A call as it was typed. */
    record CallInput(int version, InternshipCallFacts facts) {}

    Form open(InternshipCall call, List<InternshipCriterion> criteria, List<SeatQuota> quotas, List<PersonId> readers) {
        Form form = FIELDS.open(call)
                .atVersion(call.version())
                .with(RESPONSIBLE, call.responsible())
                .with("action", call.action())
                .with(READERS, readers)
                .with(QUOTAS, quotas.stream().map(SeatQuota::organisation).toList());
        quotas.forEach(each -> form.with(seats(each.organisation()), each.seats()));
        criteria.forEach(each -> form.with(criterion(each.position(), "fr"), each.nameFr())
                .with(criterion(each.position(), "en"), each.nameEn())
                .with(criterion(each.position(), "most"), each.most()));
        return form;
    }

    static String criterion(int position, String part) {
        return "criterion" + position + "-" + part;
    }

    static String seats(OrganisationId organisation) {
        return "seats-" + organisation.value();
    }

    CallInput read(FormValues answers) {
        return FIELDS.read(answers, () -> {
            LocalDate before = LocalDate.MIN;
            for (Field<LocalDate> each : DAYS_IN_ORDER) {
                LocalDate day = answers.get(each);
                if (answers.form().problem(each.name()) == null) {
                    if (day.isBefore(before)) {
                        answers.reject(each.name(), "internship.refused.days", before);
                    }
                    before = day;
                }
            }
            UUID action = answers.optionalId("action");
            return new CallInput(
                    answers.version(),
                    new InternshipCallFacts(
                            answers.get(TITLE_FR),
                            answers.textOrEmpty(TITLE_EN),
                            answers.get(TEXT_FR),
                            answers.textOrEmpty(TEXT_EN),
                            answers.get(DESTINATION),
                            answers.get(OPENS),
                            answers.get(CLOSES),
                            answers.get(DECIDES),
                            answers.get(STARTS),
                            answers.get(ENDS),
                            answers.get(PLACES),
                            answers.get(RETURNS),
                            answers.get(RETURN_BY),
                            answers.get(CONTACT),
                            chooser.chosenPersons(answers.form(), RESPONSIBLE, 1)
                                    .first(),
                            readAction(action, answers),
                            readCriteria(answers),
                            readQuotas(answers),
                            chooser.chosenPersons(answers.form(), READERS, MOST_READERS)
                                    .known()));
        });
    }

    private @Nullable ActionId readAction(@Nullable UUID id, FormValues answers) {
        ActionId action = id == null ? null : new ActionId(id);
        if (action != null && plans.findLinesById(List.of(action)).isEmpty()) {
            answers.reject("action", "shell.form.choice");
        }
        return action;
    }

    private static List<CriterionFacts> readCriteria(FormValues answers) {
        List<CriterionFacts> criteria = new ArrayList<>();
        for (int i = 1; i <= MOST_CRITERIA; i++) {
            boolean isTyped =
                    answers.form().filled(criterion(i, "fr")) || answers.form().filled(criterion(i, "en"));
            if (i == 1 || isTyped) {
                criteria.add(new CriterionFacts(
                        answers.text(criterion(i, "fr"), 300),
                        Objects.requireNonNullElse(answers.optionalText(criterion(i, "en"), 300), ""),
                        answers.wholeNumber(criterion(i, "most"), 1, 100)));
            }
        }
        return criteria;
    }

    private Map<OrganisationId, Integer> readQuotas(FormValues answers) {
        Map<OrganisationId, Integer> quotas = new LinkedHashMap<>();
        ChosenParties<OrganisationId> chosen = chooser.chosenOrganisations(answers.form(), QUOTAS, MOST_QUOTAS);
        if (!chosen.newcomers().isEmpty()) {
            answers.reject(QUOTAS, "internship.refused.newcomer");
        }
        for (OrganisationId each : chosen.known()) {
            quotas.put(each, Objects.requireNonNullElse(answers.optionalWholeNumber(seats(each), 1, 40), 1));
        }
        return quotas;
    }

    ChooserField responsible(Form form) {
        return chooser.responsible(form, RESPONSIBLE);
    }

    ChooserField readers(Form form) {
        return chooser.persons(form, READERS, MOST_READERS, List.of());
    }

    ChooserField quotas(Form form) {
        return chooser.knownOrganisations(form, QUOTAS, MOST_QUOTAS);
    }

    ChooserField person(Form form) {
        return chooser.persons(form, "person", 1, List.of());
    }

    ChooserField union(Form form) {
        return chooser.knownOrganisations(form, "union", 1);
    }

    /** The union of the directory; empty if none is chosen. */
    Optional<OrganisationId> readUnion(FormValues answers) {
        return Optional.ofNullable(chooser.knownOrganisation(answers.form(), "union"));
    }

    /** The record of the directory; empty if none is chosen. */
    Optional<PersonId> readPerson(FormValues answers) {
        return Optional.ofNullable(
                chooser.chosenPersons(answers.form(), "person", 1).first());
    }

    List<Option> actions(Form form) {
        return lines.find(form, "action");
    }

    /** A release as it was typed. */
    record ReleaseInput(int version, InternRelease release) {}

    static ReleaseInput readRelease(FormValues answers) {
        return new ReleaseInput(
                answers.version(),
                new InternRelease(
                        answers.get(DAYS),
                        answers.number("dailyPay", BigDecimal.ZERO, MOST_PAY),
                        answers.number("charges", BigDecimal.ZERO, ALL),
                        answers.get(ASKED),
                        answers.get(ANSWER),
                        answers.find(ANSWERED),
                        answers.find(MATCHED)));
    }

    static Form openRelease(@Nullable InternRelease release, int version, LocalDate today, int days) {
        Form form = Form.blank().atVersion(version);
        return release == null
                ? form.with(DAYS.name(), days).with(ASKED.name(), today).with(ANSWER.name(), ReleaseState.ASKED)
                : form.with(DAYS.name(), release.days())
                        .with("dailyPay", release.dailyPay())
                        .with("charges", release.charges())
                        .with(ASKED.name(), release.askedOn())
                        .with(ANSWER.name(), release.state())
                        .with(ANSWERED.name(), release.answeredOn())
                        .with(MATCHED.name(), release.matchedIn());
    }
}
