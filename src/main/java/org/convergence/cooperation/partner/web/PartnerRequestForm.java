package org.convergence.cooperation.partner.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.cooperation.partner.domain.PartnerRequestQueries.PartnerRequestRow;
import org.convergence.cooperation.partner.domain.PartnerRequestService.PartnerRequestFacts;
import org.convergence.cooperation.partner.domain.RequestLead;
import org.convergence.cooperation.project.ProjectRole;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of a request, and of its answer. */
@Component
public record PartnerRequestForm(PartyChooser chooser) {

    /** Our answer to a request. */
    public enum RequestAnswer {
        PROJECT,
        APPLICATION,
        APPEAL,
        ELSEWHERE,
        REFUSED;

        String key() {
            return "partner.answer." + name();
        }

        /** What the request becomes; {@code null} for the other answers. */
        @Nullable
        RequestLead lead() {
            return this == APPLICATION ? RequestLead.APPLICATION : this == APPEAL ? RequestLead.APPEAL : null;
        }
    }

    public static final Field<String> TITLE = Field.text("title", "partner.request.title", 300);
    public static final Field<String> DETAILS =
            Field.text("details", "partner.request.details", 4_000).optional();
    public static final Field<ExchangeChannel> CHANNEL =
            Field.choice("channel", "partner.request.channel", List.of(ExchangeChannel.values()), ExchangeChannel::key);
    public static final Field<LocalDate> RECEIVED = Field.date("received", "partner.request.received_on");
    public static final Field<LocalDate> PROMISED = Field.date("promised", "partner.request.promised_on");
    public static final Field<String> NEEDS = weight("needs");
    public static final Field<String> FEASIBILITY = weight("feasibility");
    public static final Field<String> CAPACITY = weight("capacity");
    public static final Field<String> FUNDING = weight("funding");
    public static final Field<RequestAnswer> ANSWER =
            Field.choice("answer", "partner.request.answer", List.of(RequestAnswer.values()), RequestAnswer::key);
    public static final Field<ProjectRole> ROLE = Field.choice(
                    "role", "project.field.role", List.of(ProjectRole.values()), ProjectRole::key)
            .optional();
    public static final Field<String> REASON =
            Field.text("reason", "partner.request.reason", 1_000).optional();
    public static final Field<String> REPLY =
            Field.text("reply", "partner.request.reply", 4_000).optional();

    /** The summary of the project, proposed from the request. */
    public static final Field<String> SUMMARY =
            Field.text("summary", "partner.request.summary", 4_000).optional();

    static final String RESPONSIBLE = "responsible";

    /**
     * The answer as given.
     *
     * @param role ours in the project; {@code null} for the other answers
     * @param summary of the project; for the other answers it is not used
     * @param reason why it is refused, or where it goes on; may be empty for the others
     */
    record RequestAnswerInput(
            int version,
            RequestAnswer answer,
            @Nullable ProjectRole role,
            String summary,
            String reason,
            String reply) {}

    private static Field<String> weight(String name) {
        return Field.text(name, "partner.request." + name, 1_000).optional();
    }

    static Form open(PartnerRequestRow it) {
        return Form.blank()
                .atVersion(it.version())
                .with(TITLE.name(), it.title())
                .with(DETAILS.name(), it.details())
                .with(CHANNEL.name(), it.channel())
                .with(RECEIVED.name(), it.receivedOn())
                .with(PROMISED.name(), it.promisedOn())
                .with(RESPONSIBLE, it.responsible())
                .with(NEEDS.name(), it.needs())
                .with(FEASIBILITY.name(), it.feasibility())
                .with(CAPACITY.name(), it.capacity())
                .with(FUNDING.name(), it.funding());
    }

    PartnerRequestFacts read(FormValues answers) {
        LocalDate received = answers.get(RECEIVED);
        LocalDate promised = answers.get(PROMISED);
        if (promised.isBefore(received) && answers.form().problem(PROMISED.name()) == null) {
            answers.reject(PROMISED.name(), "partner.refused.promised");
        }
        return new PartnerRequestFacts(
                answers.get(TITLE).replaceAll("\\s+", " "),
                answers.textOrEmpty(DETAILS),
                answers.get(CHANNEL),
                received,
                promised,
                chooser.chosenPersons(answers.form(), RESPONSIBLE, 1).first(),
                answers.textOrEmpty(NEEDS),
                answers.textOrEmpty(FEASIBILITY),
                answers.textOrEmpty(CAPACITY),
                answers.textOrEmpty(FUNDING));
    }

    static RequestAnswerInput readAnswer(FormValues answers) {
        RequestAnswer answer = answers.get(ANSWER);
        String reason = answers.textOrEmpty(REASON);
        if ((answer == RequestAnswer.ELSEWHERE || answer == RequestAnswer.REFUSED) && reason.isEmpty()) {
            answers.reject(REASON.name(), "partner.refused.reason");
        }
        ProjectRole role = answers.find(ROLE);
        if (answer == RequestAnswer.PROJECT && role == null) {
            answers.reject(ROLE.name(), "shell.form.required");
        }
        return new RequestAnswerInput(
                answers.version(), answer, role, answers.textOrEmpty(SUMMARY), reason, answers.textOrEmpty(REPLY));
    }
}
