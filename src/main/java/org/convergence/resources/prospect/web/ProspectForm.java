package org.convergence.resources.prospect.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.ExchangeContent;
import org.convergence.directory.people.ChosenParty;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.SinglePartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.Words;
import org.convergence.resources.prospect.ProspectMaterialSource;
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
public record ProspectForm(PartyChooser chooser, SinglePartyChooser parties, List<ProspectMaterialSource> sources) {

    public static final Field<String> NEXT =
            Field.text("next", "prospect.field.next", 300).optional();
    public static final Field<LocalDate> NEXT_ON =
            Field.date("nextOn", "prospect.field.next_on").optional();
    public static final Field<Boolean> STEP_DONE = Field.checkbox("stepDone", "prospect.field.step-done");
    public static final Field<String> MATERIAL =
            Field.text("material", "prospect.field.material", 500).optional();
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

    /** What a follower could bring. */
    List<String> material(Words t) {
        return Stream.concat(
                        Stream.of(t.say("prospect.material.impact")),
                        sources.stream().flatMap(each -> each.findNames(CurrentActor.get(), t).stream()))
                .toList();
    }

    /** The input of a new prospect. */
    record NewProspect(ChosenParty party, ProspectFollowUp followUp) {}

    NewProspect readNew(FormValues answers) {
        return new NewProspect(parties.read(answers), readFollowUp(answers));
    }

    ProspectFollowUp readFollowUp(FormValues answers) {
        PersonId follower = chooser.chosenPersons(answers.form(), FOLLOWER, 1).first();
        return new ProspectFollowUp(answers.version(), follower, readNext(answers), answers.find(MATERIAL));
    }

    static ProspectContact readContact(FormValues answers) {
        return new ProspectContact(
                answers.get(DAY),
                answers.get(CHANNEL),
                answers.get(SUBJECT),
                answers.textOrEmpty(TEXT),
                answers.get(STEP_DONE),
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
        return gesture == null || on == null ? null : NextStep.of(gesture, on);
    }
}
