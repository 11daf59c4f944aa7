package org.convergence.resources.prospect.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.ExchangeContent;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.FormValues;
import org.convergence.resources.prospect.ProspectState;
import org.convergence.resources.prospect.domain.NextStep;
import org.convergence.resources.prospect.domain.Prospect.ProspectOutcome;
import org.convergence.resources.prospect.domain.ProspectService.ProspectClosure;
import org.convergence.resources.prospect.domain.ProspectService.ProspectContact;
import org.convergence.resources.prospect.domain.ProspectService.ProspectFollowUp;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of prospect forms, and their input. */
@Component
public record ProspectForm(PartyChooser chooser) {

    public static final Field<String> NEXT =
            Field.text("next", "prospect.field.next", 300).optional();
    public static final Field<LocalDate> NEXT_ON =
            Field.date("nextOn", "prospect.field.next_on").optional();
    public static final Field<String> SUBJECT =
            Field.text("subject", "prospect.field.subject", ExchangeContent.LONGEST_SUBJECT);
    public static final Field<LocalDate> DAY = Field.date("day", "prospect.field.day");
    public static final Field<ExchangeChannel> CHANNEL =
            Field.choice("channel", "prospect.field.channel", List.of(ExchangeChannel.values()), ExchangeChannel::key);
    public static final Field<String> TEXT = Field.text("text", "prospect.field.text", ExchangeContent.LONGEST_TEXT)
            .optional();
    public static final Field<ProspectState> STATE = Field.choice(
            "state",
            "prospect.field.outcome",
            List.of(ProspectState.LATER, ProspectState.ADMITTED, ProspectState.DECLINED),
            ProspectState::key);
    public static final Field<LocalDate> ON = Field.date("on", "prospect.field.day");
    public static final Field<String> REASON =
            Field.text("reason", "prospect.field.reason", 500).optional();

    static final String FOLLOWER = "follower";
    static final String ORGANISATION = "organisation";
    static final String PERSON = "person";

    /**
     * The input of a new prospect.
     *
     * @param known {@code null} if there is a newcomer
     * @param newcomer the name of an organisation to create in the directory
     */
    record NewProspect(@Nullable Party known, @Nullable String newcomer, ProspectFollowUp followUp) {}

    NewProspect readNew(FormValues answers) {
        ChosenParties<OrganisationId> organisation = chooser.chosenOrganisations(answers.form(), ORGANISATION, 1);
        PersonId person = chooser.chosenPersons(answers.form(), PERSON, 1).first();
        boolean one = organisation.isEmpty() != (person == null);
        if (!one && answers.form().problems().isEmpty()) {
            answers.reject(ORGANISATION, organisation.isEmpty() ? "shell.form.required" : "prospect.refused.both");
        }
        return new NewProspect(
                person != null ? person : organisation.first(),
                organisation.newcomers().stream().findFirst().orElse(null),
                readFollowUp(answers));
    }

    ProspectFollowUp readFollowUp(FormValues answers) {
        PersonId follower = chooser.chosenPersons(answers.form(), FOLLOWER, 1).first();
        return new ProspectFollowUp(answers.version(), follower, readNext(answers));
    }

    static ProspectContact readContact(FormValues answers) {
        return new ProspectContact(
                answers.get(DAY),
                answers.get(CHANNEL),
                answers.get(SUBJECT),
                answers.textOrEmpty(TEXT),
                readNext(answers));
    }

    static ProspectClosure readClosure(FormValues answers) {
        return new ProspectClosure(
                answers.version(),
                answers.get(STATE),
                new ProspectOutcome(answers.get(ON), answers.find(REASON)),
                readNext(answers));
    }

    /** Both or none: but the form proposes the day, which means nothing alone. */
    private static @Nullable NextStep readNext(FormValues answers) {
        String gesture = answers.find(NEXT);
        LocalDate on = answers.find(NEXT_ON);
        if (gesture != null && on == null) {
            answers.reject(NEXT_ON.name(), "prospect.refused.half");
        }
        return gesture == null || on == null ? null : new NextStep(gesture, on);
    }
}
