package org.convergence.advocacy.dialogue.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.advocacy.dialogue.AskId;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.ActNewcomer;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActKind;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.ReplyState;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerId;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.MandateFacts;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.OfficeKind;
import org.convergence.advocacy.dialogue.domain.DialogueQueries.ActLink;
import org.convergence.advocacy.dialogue.domain.DialogueQueries.AdvocacyActRow;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyRegister;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of an act, and of what came back. */
@Component
public record AdvocacyActForm(PartyChooser chooser, PeopleDirectory people, PlanLineOptions lines) {

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
    /** The register of the mandate of a decision-maker who is named here. */
    public static final Field<LobbyRegister> NEW_REGISTER =
            Field.choice("newRegister", "dialogue.field.register", List.of(LobbyRegister.values()), LobbyRegister::key);

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

    private static final int HOMONYMS = 20;

    /** An act, with people and offices that are no decision-makers yet. */
    record AdvocacyActInput(int version, AdvocacyActFacts facts, List<ActNewcomer> newcomers) {}

    AdvocacyActInput read(FormValues answers) {
        List<ActNewcomer> newcomers = Stream.concat(
                        chooser.chosenPersons(answers.form(), ALSO, AdvocacyActFacts.MOST).known().stream()
                                .map(person -> new ActNewcomer(person, "", "", "", null)),
                        readNewcomer(answers).stream())
                .toList();
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
                        answers.textOrEmpty(SAID),
                        answers.textOrEmpty(SOURCE),
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

    /**
     * A decision-maker named here: a person of the directory who alone has this name, a new one, or an office. The office
     * is said at once, so that the page before a meeting tells it.
     */
    private Optional<ActNewcomer> readNewcomer(FormValues answers) {
        boolean named = answers.form().filled(DecisionMakerForm.GIVEN.name())
                || answers.form().filled(DecisionMakerForm.FAMILY.name());
        if (!named
                && !answers.form().filled(DecisionMakerForm.TITLE.name())
                && !answers.form().filled(DecisionMakerForm.BODY.name())) {
            return Optional.empty();
        }
        String given = answers.textOrEmpty(DecisionMakerForm.GIVEN);
        String family = answers.textOrEmpty(DecisionMakerForm.FAMILY);
        MandateFacts mandate = new MandateFacts(
                answers.get(DecisionMakerForm.TITLE),
                answers.get(DecisionMakerForm.BODY),
                answers.get(DecisionMakerForm.BODY_KIND),
                answers.get(NEW_REGISTER),
                null,
                null,
                "",
                "",
                "");
        if (!named) {
            return Optional.of(new ActNewcomer(null, "", "", mandate.office(), mandate));
        }
        String name = (given + " " + family).strip();
        List<PersonName> known = people.findPeople(name, HOMONYMS).stream()
                .filter(each -> TextNormalizer.fold(each.name()).equals(TextNormalizer.fold(name)))
                .toList();
        if (known.size() > 1) {
            answers.form().with(ALSO + "-typed", name);
            answers.reject(ALSO, "people.chooser.persons.ambiguous", name);
        }
        return Optional.of(
                known.isEmpty()
                        ? new ActNewcomer(null, given, family, "", mandate)
                        : new ActNewcomer(known.get(0).id(), "", "", "", mandate));
    }

    /** Fills in the kind and the register that a mandate named here most often has. */
    static Form proposeMandate(Form form) {
        return form.with(DecisionMakerForm.BODY_KIND.name(), OfficeKind.MINISTRY)
                .with(NEW_REGISTER.name(), LobbyRegister.QUEBEC);
    }

    static Form open(AdvocacyActRow act) {
        return proposeMandate(Form.blank())
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
        String words = answers.textOrEmpty(REPLY_WORDS);
        if (reply == ReplyState.ANSWERED && on == null) {
            answers.reject(REPLIED_ON.name(), "shell.form.required");
        }
        return new ReplyInput(reply, reply == ReplyState.ANSWERED ? on : null, words);
    }
}
