package org.convergence.outreach.congress.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.PartyChooser;
import org.convergence.outreach.congress.domain.Gathering.GatheringId;
import org.convergence.outreach.congress.domain.Representation;
import org.convergence.outreach.congress.domain.Representation.RepresentationFacts;
import org.convergence.outreach.congress.domain.Representation.RepresentationOrigin;
import org.convergence.outreach.congress.domain.Representation.RepresentationResult;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;
import org.springframework.stereotype.Component;

/** The fields of a representation, and of what came of it. */
@Component
public record RepresentationForm(PartyChooser chooser, CongressForm shared) {

    public static final Field<String> TOPIC = Field.text("topic", "congress.field.topic", 200);
    public static final Field<String> AUDIENCE =
            Field.text("audience", "congress.field.audience", 200).optional();
    public static final Field<RepresentationOrigin> ORIGIN = Field.choice(
            "origin", "congress.field.origin", List.of(RepresentationOrigin.values()), RepresentationOrigin::key);
    public static final Field<LocalDate> ASKED = Field.date("askedOn", "congress.field.asked");
    public static final Field<LocalDate> PLANNED =
            Field.date("plannedOn", "congress.field.planned").optional();
    public static final Field<String> BRIEF =
            Field.text("brief", "congress.field.brief", 10_000).optional();
    public static final Field<String> KIT =
            Field.text("kit", "congress.field.kit", 300).optional();

    public static final Field<LocalDate> ON = Field.date("on", "congress.field.on");
    public static final Field<Integer> PEOPLE =
            Field.wholeNumber("people", "congress.field.people", 0, 100_000).optional();
    public static final Field<String> CAME_BACK = Field.text("cameBack", "congress.field.came-back", 5_000);
    public static final Field<String> BROUGHT =
            Field.text("brought", "congress.field.brought", 2_000).optional();
    public static final Field<String> TAKEN_UP =
            Field.text("takenUp", "congress.field.taken-up", 2_000).optional();
    public static final Field<String> PROMISED =
            Field.text("promised", "congress.field.promised", 500).optional();
    public static final Field<LocalDate> PROMISE_DUE =
            Field.date("promiseDue", "congress.field.promise-due").optional();
    public static final Field<String> REASON = Field.text("reason", "congress.field.reason", 500);

    static final String KIT_RECORD = "kitRecord";
    static final String PERSON = "person";
    static final String SUBSTITUTE = "substitute";

    private static final FormFields<Representation> FIELDS = FormFields.of(
            TOPIC.from(Representation::topic),
            AUDIENCE.from(Representation::audience),
            ORIGIN.from(Representation::origin),
            ASKED.from(Representation::askedOn),
            PLANNED.from(Representation::plannedOn),
            BRIEF.from(Representation::brief),
            KIT.from(Representation::kit),
            PEOPLE.from(Representation::people),
            CAME_BACK.from(Representation::cameBack),
            BROUGHT.from(Representation::brought),
            TAKEN_UP.from(Representation::takenUp),
            PROMISED.from(Representation::promised),
            PROMISE_DUE.from(Representation::promiseDue));

    static Form open(Representation it) {
        return FIELDS.open(it)
                .atVersion(it.version())
                .with(CongressForm.ORGANISATION, it.organisation())
                .with(CongressForm.GATHERING, it.gathering())
                .with(CongressForm.ACTION, it.action())
                .with(KIT_RECORD, it.kitRecord())
                .with(PERSON, it.person())
                .with(SUBSTITUTE, it.substitute());
    }

    RepresentationFacts read(FormValues answers) {
        GatheringId gathering = CongressForm.readGathering(answers);
        return new RepresentationFacts(
                shared.readOrganisation(answers, CongressForm.ORGANISATION, gathering == null),
                gathering,
                answers.get(TOPIC),
                answers.find(AUDIENCE),
                answers.get(ORIGIN),
                answers.get(ASKED),
                answers.find(PLANNED),
                chooser.chosenPersons(answers.form(), PERSON, 1).first(),
                chooser.chosenPersons(answers.form(), SUBSTITUTE, 1).first(),
                answers.find(BRIEF),
                answers.find(KIT),
                answers.optionalId(KIT_RECORD),
                CongressForm.readLine(answers));
    }

    static RepresentationResult readResult(FormValues answers) {
        return new RepresentationResult(
                answers.get(ON),
                answers.find(PEOPLE),
                answers.get(CAME_BACK),
                answers.find(BROUGHT),
                answers.find(TAKEN_UP),
                answers.find(PROMISED),
                answers.find(PROMISE_DUE));
    }
}
