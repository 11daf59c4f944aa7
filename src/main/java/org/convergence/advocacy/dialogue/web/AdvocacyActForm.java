package org.convergence.advocacy.dialogue.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.advocacy.dialogue.AskId;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActKind;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.ReplyState;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerId;
import org.convergence.advocacy.dialogue.domain.DialogueQueries.ActLink;
import org.convergence.advocacy.dialogue.domain.DialogueQueries.AdvocacyActRow;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyRegister;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of an act, and of what came back. */
@Component
public record AdvocacyActForm(PartyChooser chooser, PlanLineOptions lines) {

    public static final Field<AdvocacyActKind> KIND =
            Field.choice("kind", "dialogue.field.kind", List.of(AdvocacyActKind.values()), AdvocacyActKind::key);
    public static final Field<LocalDate> DAY = Field.date("day", "dialogue.field.happened_on");
    public static final Field<String> SUBJECT = Field.text("subject", "dialogue.field.subject", 300);
    public static final Field<String> SAID =
            Field.text("said", "dialogue.field.said", 10_000).optional();
    public static final Field<String> SOURCE =
            Field.text("source", "dialogue.field.said_source", 300).optional();
    public static final Field<LobbyRegister> REGISTER = Field.choice(
                    "register", "dialogue.field.register", List.of(LobbyRegister.values()), LobbyRegister::key)
            .optional();
    public static final Field<BigDecimal> HOURS = Field.of(
                    "hours",
                    "dialogue.field.staff_hours",
                    answers -> answers.optionalHours("hours", 999),
                    BigDecimal.ZERO)
            .optional();
    public static final Field<LocalDate> REPLY_BY =
            Field.date("replyBy", "dialogue.field.reply_by").optional();
    public static final Field<ReplyState> REPLY = Field.choice(
            "reply", "dialogue.field.reply", List.of(ReplyState.ANSWERED, ReplyState.SILENCE), ReplyState::key);
    public static final Field<LocalDate> REPLIED_ON =
            Field.date("repliedOn", "dialogue.field.replied_on").optional();
    public static final Field<String> REPLY_WORDS =
            Field.text("replyWords", "dialogue.field.reply_words", 4_000).optional();

    /** Decision-makers already chosen, by id. */
    static final String TARGETS = "targets";

    /** Further people, who become decision-makers. */
    static final String ALSO = "also";

    static final String OURS = "ours";
    static final String ASKS = "asks";

    static final String LINE = "line";

    /** An act, with people who are no decision-makers yet. */
    record AdvocacyActInput(int version, AdvocacyActFacts facts, List<PersonId> newcomers) {

        AdvocacyActFacts with(Set<DecisionMakerId> entered) {
            Set<DecisionMakerId> all = new HashSet<>(facts.targets());
            all.addAll(entered);
            return new AdvocacyActFacts(
                    facts.kind(),
                    facts.happenedOn(),
                    facts.subject(),
                    facts.said(),
                    facts.source(),
                    facts.register(),
                    facts.staffHours(),
                    facts.replyBy(),
                    all,
                    facts.ours(),
                    facts.asks(),
                    facts.line());
        }
    }

    AdvocacyActInput read(FormValues answers) {
        List<PersonId> newcomers = chooser.chosenPersons(answers.form(), ALSO, AdvocacyActFacts.MOST)
                .known();
        List<UUID> targets = answers.ids(TARGETS);
        UUID line = answers.optionalId(LINE);
        if (targets.isEmpty() && newcomers.isEmpty()) {
            answers.reject(ALSO, "dialogue.refused.no-target");
        }
        return new AdvocacyActInput(
                answers.version(),
                new AdvocacyActFacts(
                        answers.get(KIND),
                        answers.get(DAY),
                        answers.get(SUBJECT),
                        DecisionMakerForm.text(answers, SAID),
                        DecisionMakerForm.text(answers, SOURCE),
                        answers.find(REGISTER),
                        Objects.requireNonNullElse(answers.find(HOURS), BigDecimal.ZERO),
                        answers.find(REPLY_BY),
                        targets.stream().map(DecisionMakerId::new).collect(Collectors.toSet()),
                        Set.copyOf(chooser.chosenPersons(answers.form(), OURS, AdvocacyActFacts.MOST)
                                .known()),
                        answers.ids(ASKS).stream().map(AskId::new).collect(Collectors.toSet()),
                        line == null ? null : new ActionId(line)),
                newcomers);
    }

    static Form open(AdvocacyActRow act) {
        return Form.blank()
                .atVersion(act.version())
                .with(KIND.name(), act.kind())
                .with(DAY.name(), act.happenedOn())
                .with(SUBJECT.name(), act.subject())
                .with(SAID.name(), act.said())
                .with(SOURCE.name(), act.source())
                .with(REGISTER.name(), act.register())
                .with(
                        HOURS.name(),
                        act.staffHours().signum() == 0
                                ? null
                                : act.staffHours().stripTrailingZeros().toPlainString())
                .with(REPLY_BY.name(), act.replyBy())
                .with(TARGETS, ids(act.targets()))
                .with(OURS, ids(act.ours()))
                .with(ASKS, ids(act.asks()))
                .with(LINE, act.line());
    }

    List<Option> lines(Form form) {
        return lines.find(form, LINE);
    }

    private static List<UUID> ids(List<ActLink> links) {
        return links.stream().map(ActLink::id).toList();
    }

    /** What came back. */
    record ReplyInput(ReplyState reply, @Nullable LocalDate on, String words) {}

    static ReplyInput readReply(FormValues answers) {
        ReplyState reply = answers.get(REPLY);
        LocalDate on = answers.find(REPLIED_ON);
        String words = DecisionMakerForm.text(answers, REPLY_WORDS);
        if (reply == ReplyState.ANSWERED && on == null) {
            answers.reject(REPLIED_ON.name(), "shell.form.required");
        }
        return new ReplyInput(reply, reply == ReplyState.ANSWERED ? on : null, words);
    }
}
