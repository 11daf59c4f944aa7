package org.convergence.directory.secondlook.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.secondlook.SecondLookParts;
import org.convergence.directory.secondlook.SecondLookPermissions;
import org.convergence.directory.secondlook.domain.SecondLookInvitation;
import org.convergence.directory.secondlook.domain.SecondLookInvitation.SecondLookState;
import org.convergence.directory.secondlook.domain.SecondLookService;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the second looks of a record. */
@Component
record SecondLookPartAssembler(SecondLookService looks, LetterStatusService statuses, Clock clock)
        implements SecondLookParts {

    private static final String MATTER = "secondlook";

    @Override
    public SecondLookPart find(String kind, UUID record, Words t) {
        List<SecondLookInvitation> invitations = looks.findByRecord(kind, record);
        boolean asks = CurrentActor.get().may(SecondLookPermissions.ASK) && looks.isWaiting(kind, record);
        Map<UUID, LetterStatus> letters = statuses.findByRecords(
                MATTER, invitations.stream().map(each -> each.id().value()).toList());
        return new SecondLookPart(
                asks ? SecondLookController.askUrl(kind, record) : null,
                invitations.stream()
                        .map(each -> line(each, letters.get(each.id().value()), t))
                        .toList());
    }

    private SecondLookLine line(SecondLookInvitation it, @Nullable LetterStatus letter, Words t) {
        boolean isComment = it.state() == SecondLookState.COMMENTED;
        boolean rewritten = it.state() == SecondLookState.GOOD && looks.isRewritten(it);
        return new SecondLookLine(
                it.readerName(),
                detail(it, letter, t),
                rewritten ? Tone.WARN : it.state().tone(),
                rewritten ? t.say("secondlook.rewritten") : t.say(it.state().key()),
                it.comment().isEmpty() ? null : it.comment(),
                isComment && CurrentActor.get().may(SecondLookPermissions.ASK)
                        ? SecondLookController.PATH + "/" + it.id().value() + "/seen"
                        : null);
    }

    /** Since when it is asked for, with the state of the letter; or when it was answered. */
    private String detail(SecondLookInvitation it, @Nullable LetterStatus letter, Words t) {
        Instant answered = it.answeredAt();
        if (answered != null) {
            return t.say("secondlook.answered", t.dateTime(answered));
        }
        String asked = t.say("secondlook.asked-since", t.ago(it.askedAt(), clock), it.askedName());
        return letter == null ? asked : asked + " · " + LetterFormatter.stateInList(letter, t);
    }
}
