package org.convergence.advocacy.dialogue.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActId;
import org.convergence.advocacy.dialogue.domain.AskService.AskState;
import org.convergence.advocacy.dialogue.domain.AskService.CommitmentFacts;
import org.convergence.advocacy.dialogue.domain.AskService.CommitmentState;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerFacts;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.MandateFacts;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.OfficeKind;
import org.convergence.advocacy.dialogue.domain.DialogueQueries.OfficeFilter;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyRegister;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.FormValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of a decision-maker, of a mandate, of an ask and of a promise. */
@Component
public record DecisionMakerForm(PartyChooser chooser) {

    public static final Field<String> GIVEN =
            Field.text("given", "dialogue.field.given", 100).optional();
    public static final Field<String> FAMILY =
            Field.text("family", "dialogue.field.family", 100).optional();
    public static final Field<String> OFFICE =
            Field.text("office", "dialogue.field.office", 200).optional();
    public static final Field<String> NOTES =
            Field.text("notes", "dialogue.field.notes", 4_000).optional();

    public static final Field<String> TITLE = Field.text("title", "dialogue.field.title", 200);
    public static final Field<String> BODY = Field.text("body", "dialogue.field.body", 200);
    public static final Field<OfficeKind> BODY_KIND =
            Field.choice("bodyKind", "dialogue.field.body_kind", List.of(OfficeKind.values()), OfficeKind::key);
    public static final Field<LobbyRegister> REGISTER =
            Field.choice("register", "dialogue.field.register", List.of(LobbyRegister.values()), LobbyRegister::key);
    public static final Field<LocalDate> FROM =
            Field.date("from", "dialogue.field.from_on").optional();
    public static final Field<LocalDate> UNTIL =
            Field.date("until", "dialogue.field.until_on").optional();
    public static final Field<String> MAIL =
            Field.text("mail", "dialogue.field.mail", 254).optional();
    public static final Field<String> PHONE =
            Field.text("phone", "dialogue.field.phone", 50).optional();
    public static final Field<String> ADDRESS =
            Field.text("address", "dialogue.field.address", 500).optional();
    public static final Field<LocalDate> LAST_DAY = Field.date("lastDay", "dialogue.field.last_day");

    public static final Field<String> ASK = Field.text("ask", "dialogue.field.ask", 500);
    public static final Field<String> THEME =
            Field.text("theme", "dialogue.field.theme", 100).optional();

    public static final Field<String> WORDS = Field.text("words", "dialogue.field.words", 1_000);
    public static final Field<String> SOURCE = Field.text("source", "dialogue.field.source", 300);
    public static final Field<LocalDate> MADE_ON = Field.date("madeOn", "dialogue.field.made_on");
    public static final Field<LocalDate> DUE_ON =
            Field.date("dueOn", "dialogue.field.due_on").optional();
    public static final Field<String> EVIDENCE =
            Field.text("evidence", "dialogue.field.evidence", 500).optional();

    public static final Field<OfficeKind> ANY_KIND = BODY_KIND.optional();
    public static final Field<OfficeFilter> ANY_OFFICE = Field.choice(
                    "office", "dialogue.filter.office", List.of(OfficeFilter.values()), OfficeFilter::key)
            .optional();
    public static final Field<AskState> ASK_STATE = Field.choice(
                    "state", "dialogue.field.state", List.of(AskState.values()), AskState::key)
            .optional();
    public static final Field<CommitmentState> COMMITMENT_STATE = Field.choice(
                    "state", "dialogue.field.state", List.of(CommitmentState.values()), CommitmentState::key)
            .optional();

    static final String PERSON = "person";
    static final String FOLLOWER = "follower";

    /**
     * A new decision-maker: a person of the directory, a newcomer, or an office without a known person.
     *
     * @param mandate {@code null} if none is said yet
     */
    record NewDecisionMaker(
            @Nullable PersonId person,
            String given,
            String family,
            String office,
            DecisionMakerFacts facts,
            @Nullable MandateFacts mandate) {}

    NewDecisionMaker readNew(FormValues answers) {
        PersonId person = chooser.chosenPersons(answers.form(), PERSON, 1).first();
        String given = answers.textOrEmpty(GIVEN);
        String family = answers.textOrEmpty(FAMILY);
        String office = answers.textOrEmpty(OFFICE);
        int said =
                (person == null ? 0 : 1) + (given.isEmpty() && family.isEmpty() ? 0 : 1) + (office.isEmpty() ? 0 : 1);
        if (said != 1 && answers.form().problems().isEmpty()) {
            answers.reject(PERSON, said == 0 ? "dialogue.refused.nobody" : "dialogue.refused.several");
        }
        boolean mandate = answers.form().filled(TITLE.name()) || answers.form().filled(BODY.name());
        return new NewDecisionMaker(
                person, given, family, office, readFacts(answers), mandate ? readMandate(answers) : null);
    }

    DecisionMakerFacts readFacts(FormValues answers) {
        return new DecisionMakerFacts(
                chooser.chosenPersons(answers.form(), FOLLOWER, 1).first(), answers.textOrEmpty(NOTES));
    }

    static MandateFacts readMandate(FormValues answers) {
        LocalDate from = answers.find(FROM);
        LocalDate until = answers.find(UNTIL);
        if (from != null && until != null && until.isBefore(from)) {
            answers.reject(UNTIL.name(), "dialogue.refused.mandate-days");
        }
        return new MandateFacts(
                answers.get(TITLE),
                answers.get(BODY),
                answers.get(BODY_KIND),
                answers.get(REGISTER),
                from,
                until,
                answers.textOrEmpty(MAIL),
                answers.textOrEmpty(PHONE),
                answers.textOrEmpty(ADDRESS));
    }

    static CommitmentFacts readCommitment(FormValues answers) {
        var act = answers.optionalId("act");
        return new CommitmentFacts(
                act == null ? null : new AdvocacyActId(act),
                answers.get(WORDS),
                answers.get(SOURCE),
                answers.get(MADE_ON),
                answers.find(DUE_ON));
    }
}
