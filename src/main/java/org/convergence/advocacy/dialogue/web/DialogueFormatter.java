package org.convergence.advocacy.dialogue.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActState;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.ReplyState;
import org.convergence.advocacy.dialogue.domain.AskQueries.AskRow;
import org.convergence.advocacy.dialogue.domain.AskQueries.CommitmentRow;
import org.convergence.advocacy.dialogue.domain.AskService.AskState;
import org.convergence.advocacy.dialogue.domain.AskService.CommitmentState;
import org.convergence.advocacy.dialogue.domain.DialogueQueries.ActLink;
import org.convergence.advocacy.dialogue.domain.DialogueQueries.AdvocacyActRow;
import org.convergence.advocacy.dialogue.domain.DialogueQueries.DecisionMakerRow;
import org.convergence.advocacy.dialogue.domain.DialogueQueries.MandateRow;
import org.convergence.advocacy.dialogue.web.DecisionMakerPage.ActPart;
import org.convergence.advocacy.dialogue.web.DecisionMakerPage.AskPart;
import org.convergence.advocacy.dialogue.web.DecisionMakerPage.CommitmentPart;
import org.convergence.advocacy.dialogue.web.DecisionMakerPage.MandatePart;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;

/** The words for decision-makers, asks, promises and acts. */
final class DialogueFormatter {

    private static final int EXCERPT = 300;

    private DialogueFormatter() {}

    /** « Ministre du Travail, ministère du Travail », or that she left, and when. */
    static String standing(DecisionMakerRow row, LocalDate today, Words t) {
        if (row.title() == null || row.body() == null) {
            return t.say("dialogue.office.unknown");
        }
        String office = row.title() + ", " + row.body();
        LocalDate until = row.untilOn();
        return until == null || !until.isBefore(today)
                ? t.capital(office)
                : t.say("dialogue.office.left", office, until, t.ago(until, today));
    }

    static MandatePart mandate(MandateRow row, LocalDate today, Words t) {
        boolean over = row.untilOn() != null && row.untilOn().isBefore(today);
        List<String> detail =
                new ArrayList<>(List.of(row.body(), t.say(row.bodyKind().key())));
        if (row.fromOn() != null || row.untilOn() != null) {
            detail.add(t.period(row.fromOn(), row.untilOn()));
        }
        detail.add(t.say(row.register().key()));
        return new MandatePart(
                row.id().value().toString(),
                t.capital(row.title()),
                String.join(" · ", detail),
                Stream.of(row.mail(), row.phone(), row.address())
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(" · ")),
                over);
    }

    static AskPart ask(AskRow row, Words t) {
        List<String> detail = new ArrayList<>();
        if (!row.theme().isEmpty()) {
            detail.add(row.theme());
        }
        if (!row.targets().isEmpty()) {
            detail.add(t.say("dialogue.ask.of", names(row.targets(), t)));
        }
        detail.add(row.lastOn() == null ? t.say("dialogue.ask.never") : t.say("dialogue.ask.last", row.lastOn()));
        if (row.closedOn() != null) {
            detail.add(t.date(row.closedOn()));
        }
        return new AskPart(
                DecisionMakerPage.LIST + "/asks/" + row.id().value(),
                row.words(),
                String.join(" · ", detail),
                row.state().tone(),
                t.say(row.state().key()),
                row.state() == AskState.OPEN);
    }

    static CommitmentPart commitment(CommitmentRow row, boolean named, LocalDate today, Words t) {
        List<String> detail = new ArrayList<>();
        detail.add(t.say("dialogue.commitment.made", row.madeOn(), row.source()));
        if (row.dueOn() != null && row.state() == CommitmentState.MADE) {
            detail.add(t.by(row.dueOn(), today));
        }
        if (row.closedOn() != null) {
            detail.add(t.say("dialogue.commitment.closed", row.closedOn()));
        }
        if (!row.evidence().isEmpty()) {
            detail.add(row.evidence());
        }
        return new CommitmentPart(
                DecisionMakerPage.LIST + "/commitments/" + row.id().value(),
                row.words(),
                row.name(),
                named ? DecisionMakerPage.url(row.decisionMaker()) : null,
                String.join(" · ", detail),
                row.state().tone(),
                t.say(row.state().key()),
                row.state() == CommitmentState.MADE);
    }

    static ActPart act(AdvocacyActRow row, Words t) {
        List<String> detail = new ArrayList<>(
                List.of(t.date(row.happenedOn()), t.say(row.kind().key())));
        if (!row.ours().isEmpty()) {
            detail.add(t.say("dialogue.act.ours", names(row.ours(), t)));
        }
        if (row.targets().size() > 1) {
            detail.add(t.say("dialogue.act.with", names(row.targets(), t)));
        }
        boolean replies = row.state() == AdvocacyActState.DONE && row.reply() != ReplyState.NONE;
        return new ActPart(
                DecisionMakerPage.url(row.id()),
                row.subject(),
                String.join(" · ", detail),
                row.said().isEmpty() ? null : TextShortener.shorten(row.said(), EXCERPT),
                replies ? row.reply().tone() : row.state().tone(),
                replies ? reply(row, t) : t.say(row.state().key()));
    }

    /** « Réponse attendue d’ici le 3 mars ». */
    static String reply(AdvocacyActRow row, Words t) {
        return switch (row.reply()) {
            case AWAITED -> t.say("dialogue.reply.awaited", Objects.requireNonNull(row.replyBy()));
            case ANSWERED ->
                row.repliedOn() == null ? t.say(row.reply().key()) : t.say("dialogue.reply.answered", row.repliedOn());
            default -> t.say(row.reply().key());
        };
    }

    static String names(List<ActLink> links, Words t) {
        return t.list(links.stream().map(ActLink::name).toList());
    }
}
