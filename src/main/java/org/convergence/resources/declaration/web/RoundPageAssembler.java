package org.convergence.resources.declaration.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.convergence.directory.people.PartyUrls;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.DeliveryPage;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.declaration.DeclarationPermissions;
import org.convergence.resources.declaration.domain.AnswerState;
import org.convergence.resources.declaration.domain.Round;
import org.convergence.resources.declaration.domain.RoundDeliveryService;
import org.convergence.resources.declaration.domain.RoundPolicy;
import org.convergence.resources.declaration.domain.RoundQueries;
import org.convergence.resources.declaration.domain.RoundQueries.AnswerCorrection;
import org.convergence.resources.declaration.domain.RoundQueries.RoundMemberRow;
import org.convergence.resources.declaration.web.RoundPage.RoundDay;
import org.convergence.resources.declaration.web.RoundPage.RoundStateGroup;
import org.convergence.resources.membership.HeadcountId;
import org.convergence.resources.membership.domain.Headcount;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of a round, and the rows of its file. */
@Component
record RoundPageAssembler(RoundQueries roundQueries, OrganisationSettings settings) {

    static String title(Round round, Words t) {
        return t.say("declaration.round", round.countedOn());
    }

    RoundPage assemble(Round round, Words t) {
        List<RoundMemberRow> lines = roundQueries.findMembers(round);
        int toAsk = count(lines, AnswerState.TO_ASK)
                + (int) lines.stream()
                        .filter(it -> it.state() == AnswerState.NOT_SENT
                                && it.question() != null
                                && it.question().state() == LetterState.REFUSED)
                        .count();
        boolean open = isOpen(round);
        boolean approves = CurrentActor.get().may(DeclarationPermissions.APPROVE);
        boolean asks = CurrentActor.get().may(DeclarationPermissions.ASK);
        boolean withdraws = approves && round.isApproved() && !isOver(round);
        int left = withdraws ? roundQueries.countLeft(round) : 0;
        int toRemind = asks ? roundQueries.countToRemind(round) : 0;
        return new RoundPage(
                RoundPage.url(round),
                title(round, t),
                lead(lines, t),
                days(round, t),
                approves ? approve(round, open, toAsk, t) : null,
                round.isApproved() ? null : waitReason(round, approves, t),
                toRemind > 0 ? t.say("declaration.remind", toRemind) : null,
                asks && waiting(lines) > 0 ? t.say("declaration.take-back", waiting(lines)) : null,
                asks
                        && open
                        && lines.stream()
                                .anyMatch(
                                        it -> RoundDeliveryService.isOpen(it) || RoundDeliveryService.isDelivered(it)),
                round.isApproved() ? approves : asks,
                withdraws && left == 0,
                left == 0 ? null : t.say("declaration.refused.left", left),
                Arrays.stream(AnswerState.values())
                        .map(state -> part(round, state, lines, t))
                        .filter(part -> !part.rows().isEmpty())
                        .toList());
    }

    /** The answers; while no question has left, the number of organisations to ask. */
    private static String lead(List<RoundMemberRow> lines, Words t) {
        int unreachable = count(lines, AnswerState.UNREACHABLE);
        if (count(lines, AnswerState.TO_ASK) + count(lines, AnswerState.NOT_SENT) + unreachable == lines.size()) {
            return t.say("declaration.lead.before", lines.size(), unreachable);
        }
        return t.say(
                "declaration.lead",
                lines.size(),
                lines.stream().filter(it -> it.state().isAnswered()).count(),
                lines.stream().filter(it -> it.state().isSilent()).count(),
                unreachable);
    }

    private @Nullable String approve(Round round, boolean open, int toAsk, Words t) {
        if (!round.isApproved()) {
            return isOver(round) ? null : t.say("declaration.approve", toAsk);
        }
        return open && toAsk > 0 ? t.say("declaration.ask-rest", toAsk) : null;
    }

    private @Nullable String waitReason(Round round, boolean approves, Words t) {
        if (isOver(round)) {
            return t.say("declaration.over", round.closesOn());
        }
        return approves ? null : t.say("declaration.waits");
    }

    private boolean isOver(Round round) {
        return RoundPolicy.isOver(round.days(), settings.today());
    }

    boolean isOpen(Round round) {
        return RoundPolicy.stepOn(round.days(), round.isApproved(), settings.today()) != RoundPolicy.RoundStep.NONE;
    }

    private static int count(List<RoundMemberRow> lines, AnswerState state) {
        return (int) lines.stream().filter(it -> it.state() == state).count();
    }

    static List<RoundDay> days(Round round, Words t) {
        return List.of(
                new RoundDay(t.say("declaration.field.asks_on"), t.date(round.asksOn())),
                new RoundDay(t.say("declaration.field.reminds_on"), t.date(round.remindsOn())),
                new RoundDay(t.say("declaration.field.closes_on"), t.date(round.closesOn())));
    }

    private static RoundStateGroup part(Round round, AnswerState state, List<RoundMemberRow> lines, Words t) {
        return new RoundStateGroup(
                t.say("declaration.part." + state.name()),
                lines.stream()
                        .filter(it -> it.state() == state)
                        .map(it -> row(round, it, t))
                        .toList());
    }

    private static RoundPage.RoundRow row(Round round, RoundMemberRow line, Words t) {
        boolean asks = CurrentActor.get().may(DeclarationPermissions.ASK);
        String organisation = line.contact().organisation().id().value().toString();
        return new RoundPage.RoundRow(
                line.contact().organisation().inFull(),
                PartyUrls.of(line.contact().organisation().id()),
                line.state().tone(),
                t.say(line.state().key()),
                formatRecipient(line, t),
                number(line, t),
                detail(line, t),
                asks ? "/resources/membership/contacts/" + organisation : null,
                asks && toConfirm(line) != null
                        ? RoundPage.url(round) + "/confirm/"
                                + Objects.requireNonNull(toConfirm(line)).value()
                        : null);
    }

    private static @Nullable HeadcountId toConfirm(RoundMemberRow line) {
        AnswerCorrection corrected = line.corrected();
        if (corrected != null) {
            return corrected.answer();
        }
        Headcount said = line.said();
        return said != null && line.state() == AnswerState.ANSWERED ? said.id() : null;
    }

    private static @Nullable String corrected(RoundMemberRow line, Headcount said, Words t) {
        AnswerCorrection corrected = line.corrected();
        if (corrected == null) {
            return null;
        }
        return said.id().equals(corrected.answer())
                ? t.say("declaration.corrected.was", corrected.confirmed())
                : t.say("declaration.corrected.says", corrected.number());
    }

    private static String formatRecipient(RoundMemberRow line, Words t) {
        List<String> reach = new ArrayList<>();
        if (line.contact().person() != null) {
            reach.add(line.contact().person().name());
        }
        if (line.contact().mail() != null) {
            reach.add(line.contact().mail());
        }
        if (line.contact().language() != null) {
            reach.add(t.languageName(line.contact().language()));
        }
        return String.join(" · ", reach);
    }

    private static String number(RoundMemberRow line, Words t) {
        Headcount said = line.said();
        if (said != null) {
            return t.number(said.facts().number());
        }
        Headcount before = line.before();
        return before == null
                ? ""
                : t.say(
                        "declaration.carried",
                        before.facts().number(),
                        before.facts().countedOn());
    }

    private static String detail(RoundMemberRow line, Words t) {
        Headcount said = line.said();
        Headcount before = line.before();
        if (said == null) {
            return letter(line, t);
        }
        String difference = before == null
                ? null
                : t.say(
                        "declaration.difference",
                        t.difference(
                                (long) said.facts().number() - before.facts().number()),
                        before.facts().countedOn());
        return String.join(
                " · ",
                Stream.of(corrected(line, said, t), said.facts().saidBy(), difference, said.remark())
                        .filter(each -> each != null && !each.isBlank())
                        .toList());
    }

    /**
     * The state of an organisation's last letter, or of the question while it was not asked; for a letter without a
     * stored state, the day on which it was posted.
     */
    static String letter(RoundMemberRow line, Words t) {
        boolean isAsked = line.question() == null
                || line.question().state().hasLeft()
                || (line.reminder() != null && line.reminder().state().hasLeft());
        if (line.remindedAt() != null && isAsked) {
            return line.reminder() == null
                    ? t.say("declaration.reminded-at", day(line.remindedAt(), t))
                    : t.say("declaration.reminder", LetterFormatter.stateInList(line.reminder(), t));
        }
        if (line.question() != null) {
            return t.say("declaration.question", LetterFormatter.stateInList(line.question(), t));
        }
        return line.askedAt() == null ? "" : t.say("declaration.asked-at", day(line.askedAt(), t));
    }

    /** The number of waiting letters, which can be taken back. */
    private static int waiting(List<RoundMemberRow> lines) {
        return (int) lines.stream()
                .flatMap(it -> Stream.of(it.question(), it.reminder()))
                .filter(it -> it != null && it.queued())
                .count();
    }

    private static LocalDate day(java.time.Instant instant, Words t) {
        return LocalDate.ofInstant(instant, t.zone());
    }

    /** The column titles of the file. */
    static List<String> head(Words t) {
        return List.of(
                t.say("declaration.field.organisation"),
                t.say("declaration.field.state"),
                t.say("declaration.field.contact"),
                t.say("declaration.field.mail"),
                t.say("declaration.field.number"),
                t.say("declaration.field.said_by"),
                t.say("declaration.field.remark"),
                t.say("declaration.field.before"),
                t.say("declaration.field.before_on"));
    }

    /** One row for each organisation, as on the page. */
    List<List<@Nullable Object>> rows(Round round, Words t) {
        return roundQueries.findMembers(round).stream()
                .map(line -> cells(line, t))
                .toList();
    }

    private static List<@Nullable Object> cells(RoundMemberRow line, Words t) {
        Headcount said = line.said();
        Headcount before = line.before();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(line.contact().organisation().name());
        cells.add(t.say(line.state().key()));
        cells.add(
                line.contact().person() == null ? null : line.contact().person().name());
        cells.add(line.contact().mail());
        cells.add(said == null ? null : said.facts().number());
        cells.add(said == null ? null : said.facts().saidBy());
        cells.add(said == null ? null : said.remark());
        cells.add(before == null ? null : before.facts().number());
        cells.add(before == null ? null : before.facts().countedOn());
        return cells;
    }

    /** The letters of these organisations, for the page that notes them as delivered. */
    static List<DeliveryPage.LetterRow> letterRows(List<RoundQueries.RoundMemberRow> lines, Words t) {
        return lines.stream()
                .map(line -> new DeliveryPage.LetterRow(
                        line.contact().organisation().id().value(),
                        line.contact().organisation().inFull(),
                        letter(line, t).isEmpty() ? t.say(line.state().key()) : letter(line, t),
                        line.state() == AnswerState.UNREACHABLE))
                .toList();
    }
}
