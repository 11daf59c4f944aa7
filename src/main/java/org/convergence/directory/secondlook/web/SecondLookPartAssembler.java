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
        boolean mayAsk = CurrentActor.get().may(SecondLookPermissions.ASK);
        String wording = looks.findWording(kind, record).orElse(null);
        Map<UUID, LetterStatus> letters = statuses.findByRecords(
                MATTER, invitations.stream().map(each -> each.id().value()).toList());
        return new SecondLookPart(
                mayAsk && wording != null ? SecondLookController.askUrl(kind, record) : null,
                invitations.stream()
                        .map(each -> line(each, letters.get(each.id().value()), wording, mayAsk, t))
                        .toList());
    }

    /** @param wording of the texts as they are now; {@code null} if they wait for no second look */
    private SecondLookLine line(
            SecondLookInvitation it, @Nullable LetterStatus letter, @Nullable String wording, boolean mayAsk, Words t) {
        SecondLookState state = it.state();
        boolean isRewritten = state == SecondLookState.GOOD && wording != null && !wording.equals(it.wording());
        boolean isOver = state == SecondLookState.ASKED && wording == null;
        String gestures = SecondLookController.PATH + "/" + it.id().value();
        return new SecondLookLine(
                it.readerName(),
                detail(it, isOver && letter != null && letter.queued() ? null : letter, t),
                isRewritten ? Tone.WARN : isOver ? Tone.REST : state.tone(),
                t.say(isRewritten ? "secondlook.rewritten" : isOver ? "secondlook.state.OVER" : state.key()),
                it.comment().isEmpty() ? null : it.comment(),
                mayAsk && state == SecondLookState.COMMENTED ? gestures + "/seen" : null,
                mayAsk && state == SecondLookState.ASKED && !isOver ? gestures + "/withdraw" : null);
    }

    /** Since when it is asked for, with the state of the letter; or when it was answered. */
    private String detail(SecondLookInvitation it, @Nullable LetterStatus letter, Words t) {
        Instant answered = it.answeredAt();
        if (answered != null) {
            return t.say(
                    it.state().isAnswered() ? "secondlook.answered" : "secondlook.withdrawn", t.dateTime(answered));
        }
        String asked = t.say("secondlook.asked-since", t.ago(it.askedAt(), clock), it.askedName());
        return letter == null ? asked : asked + " · " + LetterFormatter.stateInList(letter, t);
    }
}
